using TextesImp = Neuvieme.Droit.ImpSecondDegre.Textes;

namespace Neuvieme.Droit.MissionsAcademiques.Regles;

using Constat = Constat<Situation>;

/// <summary>La mission est-elle de celles que le recteur confie ?</summary>
static class Missions
{
    static readonly Regle Liste = Textes.Regle("ACA-MISSION", Rubrique.Mission, TextesImp.Circulaire("III"),
        "Le recteur détermine les missions académiques, héritières des activités à responsabilité académique ; la liste est indicative et la lettre en écrit le contenu.",
        "R148", "R149");

    static readonly Regle Competences = Textes.Regle("ACA-COMPETENCES", Rubrique.Mission, TextesImp.Circulaire("I"),
        "Une mission académique demande des compétences pédagogiques ou éducatives ; une tâche purement administrative n'en est pas une.", "R022");

    static readonly Constat Inconnue = Constat.Manque("ACA-MISSION-INCONNUE", Liste, "mission", "Choisir la mission.");

    static readonly Constat SansCompetences = Constat.Alerte("ACA-COMPETENCES-NON-ETABLIES", Competences,
        "Rien ne dit que la mission demande des compétences pédagogiques ou éducatives : la circulaire le veut.");

    internal static readonly Regle[] Regles = [Liste, Competences];
    internal static readonly Constat[] Constats = [Inconnue, SansCompetences];

    internal static void Lire<T>(in Situation s, ref T t)
        where T : struct, ITemoin
    {
        t.Examine(Liste);
        t.Note("mission", s.Mission);
        if (Nomenclature.Chercher(s.Mission) is null) t.Constate(Inconnue);
        if (s.Mission == Mission.DistrictUnss) return;
        t.Examine(Competences);
        t.Note("competences_pedagogiques", s.CompetencesPedagogiques);
        if (s.CompetencesPedagogiques != true) t.Constate(SansCompetences);
    }
}
