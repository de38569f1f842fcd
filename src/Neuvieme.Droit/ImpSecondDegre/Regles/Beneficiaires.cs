namespace Neuvieme.Droit.ImpSecondDegre.Regles;

using Constat = Constat<Situation>;

/// <summary>Qui peut recevoir l'IMP, et dans quel établissement.</summary>
static class Beneficiaires
{
    internal static readonly Regle Agent = Textes.Regle("IMP-AGENT", Rubrique.Beneficiaire, Textes.Decret("art. 1", "al. 1 et 3"),
        "L'IMP va aux enseignants, professeurs documentalistes, PEGC et CPE. Le décret vise les personnels sans condition de statut : titulaires, stagiaires et contractuels.",
        ["R011", "R013", "R014", "R015"]);

    internal static readonly Regle PremierDegreAffecte = Textes.Regle("IMP-PROFESSEUR-DES-ECOLES", Rubrique.Beneficiaire, Textes.Circulaire("préambule"),
        "Un enseignant du premier degré qui exerce en collège, SEGPA, EREA ou lycée relève de l'IMP du second degré : le degré de l'établissement décide.",
        ["R012"]);

    internal static readonly Regle Etablissement = Textes.Regle("IMP-ETABLISSEMENT", Rubrique.Beneficiaire, Textes.Decret("art. 1", "al. 1"),
        "La mission est tenue dans un établissement du second degré. Dans une école, c'est le décret n° 2017-965 qui s'applique.",
        ["R002", "R011"]);

    internal static readonly Regle SecteurEligible = Textes.Regle("IMP-SECTEUR", Rubrique.Beneficiaire, Textes.CirculairePrive(),
        "Le privé sous contrat suit les mêmes missions et les mêmes taux, sans conseils ; le privé hors contrat n'en relève pas.",
        ["R023"]);

    static readonly Regle Affectation = Textes.Regle("IMP-AFFECTATION", Rubrique.Beneficiaire, Textes.Decret("art. 1", "al. 1"),
        "L'agent exerce dans l'établissement où il tient la mission, complément de service compris.", ["R020"]);

    internal static readonly Regle Cpge = Textes.Regle("IMP-CPGE", Rubrique.Beneficiaire, Textes.Circulaire("préambule"),
        "Un service complet en classes préparatoires exclut de l'IMP ; un service partiel, non.", ["R016"]);

    static readonly LectureAgent<Situation> Lecture = new("IMP", Vu);

    static readonly Constat AffectationInconnue = Constat.Manque("IMP-AFFECTATION-INCONNUE", Affectation, "affecte_dans_etablissement",
        "Vérifier que l'agent exerce dans l'établissement.");

    static readonly Constat NonAffecte = Constat.Refus("IMP-NON-AFFECTE", Affectation, "L'agent n'exerce pas dans l'établissement de la mission.");

    internal static readonly Regle[] Regles = [Agent, PremierDegreAffecte, Etablissement, SecteurEligible, Affectation, Cpge];

    internal static readonly Constat[] Constats = [.. Lecture.Constats, AffectationInconnue, NonAffecte, .. Lecture.ConstatsCpge];

    internal static void Lire<T>(in Situation s, ref T t)
        where T : struct, ITemoin
    {
        AgentVu agent = Vu(in s);
        Lecture.Lire(in agent, ref t);

        t.Examine(Affectation);
        t.Note("affecte_dans_etablissement", s.AffecteDansEtablissement);
        if (s.AffecteDansEtablissement is not { } affecte) t.Constate(AffectationInconnue);
        else if (!affecte) t.Constate(NonAffecte);

        Lecture.LireCpge(in agent, ref t);
    }

    static AgentVu Vu(in Situation s) => new(s.Fonction, s.Corps, s.Nature, s.Secteur, s.ServiceCompletCpge);
}
