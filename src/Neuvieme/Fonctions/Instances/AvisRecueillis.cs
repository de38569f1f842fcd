using Neuvieme.Droit.ImpSecondDegre;
using Mission = Neuvieme.Fonctions.Repartition.Mission;

namespace Neuvieme.Fonctions.Instances;

/// <summary>
/// Les avis recueillis sur une mission : ceux des instances à qui elle a été présentée, le conseil pédagogique avant le conseil
/// d'administration (décret art. 8). Un complément présenté plus tard ne défait pas l'ordre dans lequel les autres l'ont été.
/// </summary>
public sealed record AvisRecueillis(DateOnly? ConseilPedagogique, DateOnly? ConseilAdministration)
{
    /// <param name="decideeLe">Pour une attribution déjà instruite, l'instant de la décision : un avis enregistré après n'a pas pu la fonder, quelle que soit sa date.</param>
    public static AvisRecueillis Sur(IEnumerable<AvisVu> avis, Mission mission, DateTime? decideeLe)
    {
        var vus = avis.Where(a => a.APorteSur(mission) && (decideeLe is null || a.Avis.InstantUtc <= decideeLe)).Select(a => a.Avis).ToList();
        var administration = vus.LastOrDefault(a => a.Instance == Instance.ConseilAdministration)?.RenduLe;
        var pedagogiques = vus.Where(a => a.Instance == Instance.ConseilPedagogique).Select(a => a.RenduLe).ToList();
        var avant = pedagogiques.Where(d => d <= administration).ToList();
        return new(avant.Count > 0 ? avant[^1] : pedagogiques.Count > 0 ? pedagogiques[^1] : null, administration);
    }
}

/// <summary>Un avis et les missions qui avaient été présentées ce jour-là.</summary>
public sealed record AvisVu(Avis Avis, IReadOnlyDictionary<long, LignePresentee> Missions)
{
    public static AvisVu De(Avis avis) => new(avis, PlanPresente.Lire(avis.PlanPresente).ToDictionary(l => l.MissionId));

    /// <summary>
    /// L'avis porte sur la mission et sa durée (décret art. 8) : devenue une autre mission, ou tenue toute l'année quand elle était
    /// ponctuelle, elle n'a pas été vue. Le taux n'y fait rien : le recteur en décide (art. 9), et l'écart se montre.
    /// </summary>
    public bool APorteSur(Mission mission) => Vaut(Missions, mission);

    public static bool Vaut(IReadOnlyDictionary<long, LignePresentee> vues, Mission mission) => Vaut(vues, mission.Id, mission.Code, mission.Duree.ToString());

    public static bool Vaut(IReadOnlyDictionary<long, LignePresentee> vues, long missionId, string code, string duree) =>
        vues.TryGetValue(missionId, out var vue) && !vue.EstRetiree && vue.Code == code && (vue.Duree == duree || duree == nameof(Duree.Ponctuelle));
}
