using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Repartition.Scenarios;

/// <summary>Une répartition à comparer : la présente, ou une gardée.</summary>
public sealed record Colonne(string Nom, long? Id, IReadOnlyList<Mission> Missions, int Refusees)
{
    public int Quarts => Missions.Sum(Total);

    public static int Total(Mission mission) => Plan.QuartsDe(Comptees(mission).Sum(a => a.Centimes));

    static IEnumerable<Attribution> Comptees(Mission mission) => mission.Attributions.Where(a => a.Etat is not (EtatAttribution.Refusee or EtatAttribution.AccordDecline));

    /// <summary>« 625 € + 625 € », « 1 250 € ».</summary>
    public static string Taux(Mission mission) => string.Join(" + ", Comptees(mission).Select(a => Rendu.Euros(a.Montant)));

    public static Colonne Presente(Plan plan) => new("Répartition présente", null, plan.Missions, plan.Missions.SelectMany(m => m.Attributions, plan.Controler).Count(d => d.Issue == Issue.Refusee));

    /// <summary>Le droit lit la répartition gardée comme si elle était la présente.</summary>
    public static Colonne De(Plan plan, Scenario scenario)
    {
        var missions = scenario.EnMissions(plan);
        var essai = plan with { Missions = missions };
        return new(scenario.Nom, scenario.Id, missions, missions.SelectMany(m => m.Attributions, essai.Controler).Count(d => d.Issue == Issue.Refusee));
    }
}

/// <summary>Une mission dans chaque colonne ; absente de celles qui ne la prévoient pas.</summary>
/// <param name="Ecarts">Pour chaque colonne après la première, ce qui y diffère de la première.</param>
public sealed record LigneComparee(string Intitule, IReadOnlyList<Mission?> Missions, IReadOnlyList<IReadOnlyList<Changement>> Ecarts)
{
    public bool Differe => Missions.Any(m => m is null) || Ecarts.Any(e => e.Count > 0);

    public static IReadOnlyList<LigneComparee> De(IReadOnlyList<Colonne> colonnes, Plan plan)
    {
        var numeros = colonnes.SelectMany(c => c.Missions).GroupBy(m => m.Id).Select(g => (g.Key, g.First().Intitule, g.First().Code)).ToList();
        var parColonne = colonnes.Select(c => c.Missions.ToDictionary(m => m.Id)).ToList();
        return [.. numeros.OrderBy(n => n.Code, StringComparer.Ordinal).ThenBy(n => n.Key).Select(n =>
        {
            var missions = parColonne.Select(c => c.GetValueOrDefault(n.Key)).ToList();
            return new LigneComparee(n.Intitule, missions, [.. missions.Skip(1).Select(m => Ecart(missions[0], m, plan))]);
        })];
    }

    static IReadOnlyList<Changement> Ecart(Mission? presente, Mission? gardee, Plan plan) =>
        presente is null || gardee is null ? [] : ChampsDeMission.Entre(SaisieMission.De(presente), SaisieMission.De(gardee), plan);
}
