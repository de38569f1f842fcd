namespace Neuvieme.Fonctions.Instances;

/// <summary>
/// Les avis recueillis sur une mission : ceux des instances à qui elle a été présentée, le conseil pédagogique avant le conseil
/// d'administration (décret art. 8). Un complément présenté plus tard ne défait pas l'ordre dans lequel les autres l'ont été.
/// </summary>
public sealed record AvisRecueillis(DateOnly? ConseilPedagogique, DateOnly? ConseilAdministration)
{
    /// <param name="jusquau">Pour une attribution déjà instruite, le jour de la décision : les avis d'après n'ont pas pu la fonder.</param>
    public static AvisRecueillis Sur(IEnumerable<AvisVu> avis, long missionId, DateOnly? jusquau)
    {
        var vus = avis.Where(a => a.Missions.Contains(missionId) && (jusquau is null || a.Avis.RenduLe <= jusquau)).Select(a => a.Avis).ToList();
        var administration = vus.LastOrDefault(a => a.Instance == Instance.ConseilAdministration)?.RenduLe;
        var pedagogiques = vus.Where(a => a.Instance == Instance.ConseilPedagogique).Select(a => a.RenduLe).ToList();
        var avant = pedagogiques.Where(d => d <= administration).ToList();
        return new(avant.Count > 0 ? avant[^1] : pedagogiques.Count > 0 ? pedagogiques[^1] : null, administration);
    }
}

/// <summary>Un avis et les missions qui avaient été présentées ce jour-là.</summary>
public sealed record AvisVu(Avis Avis, IReadOnlySet<long> Missions)
{
    public static AvisVu De(Avis avis) => new(avis, PlanPresente.Lire(avis.PlanPresente).Select(l => l.MissionId).ToHashSet());
}
