namespace Neuvieme.Droit.ImpSecondDegre.Regles;

using Constat = Constat<Situation>;

/// <summary>Les avis des conseils dans le public, l'information des enseignants dans le privé.</summary>
static class Procedure
{
    static readonly Regle ConseilPedagogique = Textes.Regle("IMP-AVIS-CP", Rubrique.Procedure, Textes.Decret("art. 8"),
        "Le conseil pédagogique rend son avis sur les missions envisagées.", ["R044"]);

    static readonly Regle ConseilAdministration = Textes.Regle("IMP-AVIS-CA", Rubrique.Procedure, Textes.Decret("art. 8"),
        "Le conseil d'administration rend ensuite son avis sur les missions et leurs modalités ; cet avis consultatif n'est pas une délibération et, défavorable, ne bloque pas.",
        ["R044", "R045", "R046", "R048"]);

    static readonly Regle Fenetre = Textes.Regle("IMP-AVIS-FENETRE", Rubrique.Procedure, Textes.Circulaire("I"),
        "Les avis se recueillent de février à juin, pendant la préparation de la rentrée ; un ajustement ultérieur reste possible.", ["R034", "R047"]);

    static readonly Regle InformationPrive = Textes.Regle("IMP-PRIVE-INFORMATION", Rubrique.Procedure, Textes.CirculairePrive(),
        "Dans le privé sous contrat, sans conseils, le chef d'établissement informe tous les enseignants de la répartition.", ["R023"]);

    static readonly Constat SansAvisPedagogique = Constat.Manque("IMP-AVIS-CP-ABSENT", ConseilPedagogique, "avis_conseil_pedagogique", "Recueillir l'avis du conseil pédagogique.");

    static readonly Constat SansAvisAdministration = Constat.Manque("IMP-AVIS-CA-ABSENT", ConseilAdministration, "avis_conseil_administration",
        "Recueillir l'avis du conseil d'administration.");

    static readonly Constat OrdreInverse = new("IMP-AVIS-CA-AVANT-CP", ConseilAdministration, Gravite.Refus,
        (c, in s, _) => new AvisDansLeDesordre(c, s.AvisConseilPedagogique ?? default, s.AvisConseilAdministration ?? default));

    static readonly Constat HorsFenetre = new("IMP-AVIS-HORS-FENETRE", Fenetre, Gravite.Alerte,
        (c, in s, _) => new AvisHorsFenetre(c, s.AvisConseilPedagogique, s.AvisConseilAdministration, s.Annee));

    static readonly Constat NonInformes = Constat.Alerte("IMP-PRIVE-ENSEIGNANTS-NON-INFORMES", InformationPrive,
        "Tous les enseignants doivent être informés de la répartition : noter la date.");

    internal static readonly Regle[] Regles = [ConseilPedagogique, ConseilAdministration, Fenetre, InformationPrive];
    internal static readonly Constat[] Constats = [SansAvisPedagogique, SansAvisAdministration, OrdreInverse, HorsFenetre, NonInformes];

    internal static void Lire<T>(in Situation s, ref T t)
        where T : struct, ITemoin
    {
        if (s.Secteur == Secteur.PriveSousContrat)
        {
            t.Examine(InformationPrive);
            t.Note("enseignants_informes_le", s.EnseignantsInformesLe);
            if (s.EnseignantsInformesLe is null) t.Constate(NonInformes);
        }

        if (s.Secteur != Secteur.Public) return;
        t.Examine(ConseilPedagogique);
        t.Note("avis_conseil_pedagogique", s.AvisConseilPedagogique);
        if (s.AvisConseilPedagogique is null) t.Constate(SansAvisPedagogique);

        t.Examine(ConseilAdministration);
        t.Note("avis_conseil_administration", s.AvisConseilAdministration);
        if (s.AvisConseilAdministration is null) t.Constate(SansAvisAdministration);
        else if (s.AvisConseilAdministration < s.AvisConseilPedagogique) t.Constate(OrdreInverse);

        t.Examine(Fenetre);
        if (EstHors(s.AvisConseilPedagogique, s.Annee) || EstHors(s.AvisConseilAdministration, s.Annee)) t.Constate(HorsFenetre);
    }

    static bool EstHors(DateOnly? avis, AnneeScolaire annee)
    {
        if (avis is not { } jour) return false;
        (int an, int mois, _) = jour;
        return an != annee.Debut || mois is < 2 or > 6;
    }
}
