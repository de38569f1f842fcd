namespace Neuvieme.Droit.Pacte.Regles;

using Constat = Constat<Situation>;

/// <summary>Qui peut tenir une part fonctionnelle, et où.</summary>
static class Beneficiaires
{
    static readonly Regle Agent = Textes.Regle("PAC-AGENT", Rubrique.Beneficiaire, Textes.Note2023(),
        "Tous les enseignants, les CPE et les psychologues, titulaires ou contractuels, à temps plein ou partiel ; il est recommandé de ne pas solliciter les stagiaires.", []);

    static readonly Regle SecteurEligible = Textes.Regle("PAC-SECTEUR", Rubrique.Beneficiaire, Textes.Decret(),
        "Le Pacte vaut dans le public et, par une note distincte, dans le privé sous contrat ; un établissement hors contrat ne reçoit pas de part.", []);

    static readonly Regle Prive = Textes.Regle("PAC-PRIVE", Rubrique.Beneficiaire, Textes.NotePrive(),
        "Dans le privé sous contrat, sans conseils, tous les maîtres sont consultés et informés ; si l'un d'eux dirige l'établissement, le recteur signe sa lettre.", []);

    static readonly Constat FonctionInconnue = Constat.Manque("PAC-FONCTION-INCONNUE", Agent, "fonction", "Indiquer la fonction de l'agent.");

    static readonly Constat FonctionExclue = Constat.Refus("PAC-FONCTION-EXCLUE", Agent,
        "Seuls les enseignants, les professeurs documentalistes, les CPE et les psychologues peuvent tenir une part.");

    static readonly Constat EstStagiaire = Constat.Alerte("PAC-STAGIAIRE", Agent, "L'agent est stagiaire : il est recommandé de ne pas le solliciter.");

    static readonly Constat SecteurInconnu = Constat.Manque("PAC-SECTEUR-INCONNU", SecteurEligible, "secteur", "Indiquer si l'établissement est public ou privé.");

    static readonly Constat HorsContrat = Constat.Refus("PAC-HORS-CONTRAT", SecteurEligible, "Un établissement privé hors contrat ne reçoit pas de part.");

    static readonly Constat NonInformes = Constat.Alerte("PAC-PRIVE-NON-INFORMES", Prive,
        "La consultation de tous les maîtres n'est pas notée : la noter avant d'attribuer.");

    internal static readonly Regle[] Regles = [Agent, SecteurEligible, Prive];
    internal static readonly Constat[] Constats = [FonctionInconnue, FonctionExclue, EstStagiaire, SecteurInconnu, HorsContrat, NonInformes];

    internal static void Lire<T>(in Situation s, ref T t)
        where T : struct, ITemoin
    {
        t.Examine(Agent);
        t.Note("fonction", s.Fonction);
        t.Note("corps", s.Corps);
        t.Note("stagiaire", s.Stagiaire);
        if (s.Fonction == Fonction.Inconnue && s.Corps != Corps.PsyEn) t.Constate(FonctionInconnue);
        else if (s.Fonction is Fonction.Direction or Fonction.Autre && s.Corps != Corps.PsyEn) t.Constate(FonctionExclue);
        if (s.Stagiaire == true) t.Constate(EstStagiaire);

        t.Examine(SecteurEligible);
        t.Note("secteur", s.Secteur);
        if (s.Secteur == Secteur.Inconnu) t.Constate(SecteurInconnu);
        else if (s.Secteur == Secteur.PriveHorsContrat) t.Constate(HorsContrat);
        if (s.Secteur != Secteur.PriveSousContrat) return;
        t.Examine(Prive);
        t.Note("enseignants_informes_le", s.EnseignantsInformesLe);
        if (s.EnseignantsInformesLe is null) t.Constate(NonInformes);
    }
}
