namespace Neuvieme.Droit.ImpPremierDegre.Regles;

using Constat = Constat<Situation>;

/// <summary>La mission est-elle de celles que le décret ouvre ?</summary>
static class Missions
{
    static readonly Regle Liste = Textes.Regle("PREM-MISSION", Rubrique.Mission, Textes.Decret(),
        "Deux missions sont nommées, référent pour les élèves handicapés et référent pour les usages du numérique ; l'autorité académique peut en définir d'autres, d'intérêt pédagogique.");

    static readonly Constat Inconnue = Constat.Manque("PREM-MISSION-INCONNUE", Liste, "mission", "Choisir la mission.");

    static readonly Constat DefinitionInconnue = Constat.Manque("PREM-MISSION-DEFINITION-INCONNUE", Liste, "definie_par_autorite",
        "Dire si l'autorité académique a défini cette mission.");

    static readonly Constat NonDefinie = Constat.Refus("PREM-MISSION-NON-DEFINIE", Liste,
        "L'autorité académique n'a pas défini cette mission : elle n'ouvre pas droit à l'IMP.");

    internal static readonly Regle[] Regles = [Liste];
    internal static readonly Constat[] Constats = [Inconnue, DefinitionInconnue, NonDefinie];

    internal static void Lire<T>(in Situation s, ref T t)
        where T : struct, ITemoin
    {
        t.Examine(Liste);
        t.Note("mission", s.Mission);
        if (Nomenclature.Chercher(s.Mission) is not { } fiche)
        {
            t.Constate(Inconnue);
            return;
        }

        if (!fiche.ADefinir) return;
        t.Note("definie_par_autorite", s.DefinieParAutorite);
        if (s.DefinieParAutorite is not { } definie) t.Constate(DefinitionInconnue);
        else if (!definie) t.Constate(NonDefinie);
    }
}
