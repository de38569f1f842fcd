namespace Neuvieme.Droit.ImpSecondDegre.Regles;

using Constat = Constat<Situation>;

/// <summary>Les avis des conseils dans le public, l'information des enseignants dans le privé.</summary>
static class Procedure
{
    static readonly Regle ConseilPedagogique = Textes.Regle("IMP-AVIS-CP", Rubrique.Procedure, Textes.Decret("art. 8"),
        "Le conseil pédagogique rend son avis sur les missions envisagées.", ["R044"]);

    static readonly Regle ConseilAdministration = Textes.Regle("IMP-AVIS-CA", Rubrique.Procedure, Textes.Decret("art. 8"),
        "Le conseil d'administration rend ensuite son avis sur les missions et leurs modalités ; cet avis consultatif n'est pas une délibération et, défavorable, ne bloque pas.",
        ["R044", "R045", "R046"]);

    static readonly Regle Fenetre = Textes.Regle("IMP-AVIS-FENETRE", Rubrique.Procedure, Textes.Circulaire("I"),
        "Les avis se recueillent de février à juin, pendant la préparation de la rentrée ; un ajustement ultérieur reste possible.", ["R047"]);

    static readonly Regle InformationPrive = Textes.Regle("IMP-PRIVE-INFORMATION", Rubrique.Procedure, Textes.CirculairePrive(),
        "Dans le privé sous contrat, sans conseils, le chef d'établissement informe tous les enseignants de la répartition.", ["R023"]);

    static readonly Regle DateValidation = Textes.Regle("IMP-VALIDATION-DATE", Rubrique.Procedure, Textes.Decret("art. 8 et 9"),
        "Le recteur valide une proposition que les avis des conseils ont précédée ; une validation datée d'après le jour présent n'est pas acquise.", ["R045", "R050"]);

    static readonly Constat SansAvisPedagogique = Constat.Manque("IMP-AVIS-CP-ABSENT", ConseilPedagogique, "avis_conseil_pedagogique", "Recueillir l'avis du conseil pédagogique.");

    static readonly Constat PedagogiqueAVenir = new("IMP-AVIS-CP-A-VENIR", ConseilPedagogique, Gravite.Manque,
        (c, in s, _) => new ActeAVenir(c, "L'avis du conseil pédagogique est daté du", "avis_conseil_pedagogique", s.AvisConseilPedagogique, s.JourPresent));

    static readonly Constat PedagogiqueAutreAnnee = new("IMP-AVIS-CP-AUTRE-ANNEE", ConseilPedagogique, Gravite.Manque,
        (c, in s, _) => new ActeAutreAnnee(c, "L'avis du conseil pédagogique est daté du", "avis_conseil_pedagogique", s.AvisConseilPedagogique, s.Annee));

    static readonly Constat SansAvisAdministration = Constat.Manque("IMP-AVIS-CA-ABSENT", ConseilAdministration, "avis_conseil_administration",
        "Recueillir l'avis du conseil d'administration.");

    static readonly Constat AdministrationAVenir = new("IMP-AVIS-CA-A-VENIR", ConseilAdministration, Gravite.Manque,
        (c, in s, _) => new ActeAVenir(c, "L'avis du conseil d'administration est daté du", "avis_conseil_administration", s.AvisConseilAdministration, s.JourPresent));

    static readonly Constat AdministrationAutreAnnee = new("IMP-AVIS-CA-AUTRE-ANNEE", ConseilAdministration, Gravite.Manque,
        (c, in s, _) => new ActeAutreAnnee(c, "L'avis du conseil d'administration est daté du", "avis_conseil_administration", s.AvisConseilAdministration, s.Annee));

    static readonly Constat OrdreInverse = new("IMP-AVIS-CA-AVANT-CP", ConseilAdministration, Gravite.Refus,
        (c, in s, _) => new AvisDansLeDesordre(c, s.AvisConseilPedagogique ?? default, s.AvisConseilAdministration ?? default));

    static readonly Constat HorsFenetre = new("IMP-AVIS-HORS-FENETRE", Fenetre, Gravite.Alerte,
        (c, in s, _) => new AvisHorsFenetre(c, s.AvisConseilPedagogique, s.AvisConseilAdministration, s.Annee));

    static readonly Constat NonInformes = Constat.Alerte("IMP-PRIVE-ENSEIGNANTS-NON-INFORMES", InformationPrive,
        "Tous les enseignants doivent être informés de la répartition : noter la date.");

    static readonly Constat InformationAVenir = new("IMP-PRIVE-INFORMATION-A-VENIR", InformationPrive, Gravite.Alerte,
        (c, in s, _) => new ActeAVenir(c, "L'information des enseignants est datée du", "enseignants_informes_le", s.EnseignantsInformesLe, s.JourPresent));

    static readonly Constat InformationAutreAnnee = new("IMP-PRIVE-INFORMATION-AUTRE-ANNEE", InformationPrive, Gravite.Alerte,
        (c, in s, _) => new ActeAutreAnnee(c, "L'information des enseignants est datée du", "enseignants_informes_le", s.EnseignantsInformesLe, s.Annee));

    static readonly Constat ValidationAVenir = new("IMP-VALIDATION-A-VENIR", DateValidation, Gravite.Alerte,
        (c, in s, _) => new ActeAVenir(c, "La validation est datée du", "validee_le", s.ValideeLe, s.JourPresent));

    static readonly Constat ValidationAvantAvis = new("IMP-VALIDATION-AVANT-AVIS", DateValidation, Gravite.Manque,
        (c, in s, _) => new ValidationPrematuree(c, "l'avis d'un conseil", DernierAvis(in s), s.ValideeLe));

    internal static readonly Regle[] Regles = [ConseilPedagogique, ConseilAdministration, Fenetre, InformationPrive, DateValidation];

    internal static readonly Constat[] Constats =
    [
        SansAvisPedagogique, PedagogiqueAVenir, PedagogiqueAutreAnnee, SansAvisAdministration, AdministrationAVenir, AdministrationAutreAnnee, OrdreInverse,
        HorsFenetre, NonInformes, InformationAVenir, InformationAutreAnnee, ValidationAVenir, ValidationAvantAvis,
    ];

    internal static void Lire<T>(in Situation s, ref T t)
        where T : struct, ITemoin
    {
        if (s.Secteur == Secteur.PriveSousContrat)
        {
            t.Examine(InformationPrive);
            t.Note("enseignants_informes_le", s.EnseignantsInformesLe);
            if (s.EnseignantsInformesLe is null) t.Constate(NonInformes);
            else if (s.EnseignantsInformesLe > s.JourPresent) t.Constate(InformationAVenir);
            if (s.EstAutreAnnee(s.EnseignantsInformesLe)) t.Constate(InformationAutreAnnee);
        }

        if (s.Secteur == Secteur.Public) LireConseils(in s, ref t);
        if (s.ValideeLe is not { } validation) return;
        t.Examine(DateValidation);
        t.Note("validee_le", validation);
        if (validation > s.JourPresent) t.Constate(ValidationAVenir);
        if (s.Secteur == Secteur.Public && validation < DernierAvis(in s)) t.Constate(ValidationAvantAvis);
    }

    static void LireConseils<T>(in Situation s, ref T t)
        where T : struct, ITemoin
    {
        t.Examine(ConseilPedagogique);
        t.Note("avis_conseil_pedagogique", s.AvisConseilPedagogique);
        // Un avis d'une autre année n'est pas un ajustement : il manque.
        bool pedagogiqueHors = EstHors(s.AvisConseilPedagogique, s.Annee), administrationHors = EstHors(s.AvisConseilAdministration, s.Annee);
        bool pedagogiqueEtranger = pedagogiqueHors && s.EstAutreAnnee(s.AvisConseilPedagogique);
        bool administrationEtranger = administrationHors && s.EstAutreAnnee(s.AvisConseilAdministration);
        if (s.AvisConseilPedagogique is null) t.Constate(SansAvisPedagogique);
        else if (s.AvisConseilPedagogique > s.JourPresent) t.Constate(PedagogiqueAVenir);
        if (pedagogiqueEtranger) t.Constate(PedagogiqueAutreAnnee);

        t.Examine(ConseilAdministration);
        t.Note("avis_conseil_administration", s.AvisConseilAdministration);
        if (s.AvisConseilAdministration is null) t.Constate(SansAvisAdministration);
        else if (s.AvisConseilAdministration > s.JourPresent) t.Constate(AdministrationAVenir);
        if (administrationEtranger) t.Constate(AdministrationAutreAnnee);
        if (s.AvisConseilAdministration < s.AvisConseilPedagogique) t.Constate(OrdreInverse);

        t.Examine(Fenetre);
        if (pedagogiqueHors != pedagogiqueEtranger || administrationHors != administrationEtranger) t.Constate(HorsFenetre);
    }

    static DateOnly? DernierAvis(in Situation s) =>
        s.AvisConseilPedagogique is { } cp && !(s.AvisConseilAdministration > cp) ? cp : s.AvisConseilAdministration;

    static bool EstHors(DateOnly? avis, AnneeScolaire annee) => avis is { } jour && !FenetreDesAvis.Contient(annee, jour);
}
