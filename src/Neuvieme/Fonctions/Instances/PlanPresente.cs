using System.Text.Json;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Repartition;

namespace Neuvieme.Fonctions.Instances;

/// <summary>Une ligne présentée à l'instance : la mission et son taux, jamais la personne (décret art. 8 : les missions, non les décisions individuelles).</summary>
public sealed record LignePresentee(long MissionId, string Code, string Intitule, string Duree, IReadOnlyList<long> Centimes)
{
    public Montant Total => new(Centimes.Sum());
    public string Taux => string.Join(" + ", Centimes.Select(c => Socle.Web.Rendu.Euros(new Montant(c))));
}

public static class PlanPresente
{
    /// <summary>Une part que quelqu'un a déclinée reste un besoin à son taux : l'enlever dirait aux conseils que quelqu'un a dit non.</summary>
    public static IReadOnlyList<LignePresentee> De(Plan plan) =>
        [.. plan.Missions.Select(m => new LignePresentee(m.Id, m.Code, m.Intitule, m.Duree.ToString(), [.. m.Attributions.Where(a => a.Etat is not Attributions.EtatAttribution.Refusee).Select(a => a.Centimes).Order()]))
            .Where(l => l.Centimes.Count > 0)];

    /// <param name="missions">Celles qui ont été présentées ce jour-là ; toutes quand c'est nul.</param>
    public static string Figer(Plan plan, IReadOnlyCollection<long>? missions) => JsonSerializer.Serialize(De(plan).Where(l => missions?.Contains(l.MissionId) != false));

    /// <summary>Ce qu'une instance a vu en dernier de chaque mission : un complément s'ajoute aux séances d'avant, il ne les remplace pas.</summary>
    public static IReadOnlyList<LignePresentee> VuesPar(IEnumerable<AvisVu> avis, Instance instance) =>
        [.. avis.Where(a => a.Avis.Instance == instance).SelectMany(a => a.Missions.Values).GroupBy(l => l.MissionId).Select(g => g.Last())];

    public static IReadOnlyList<LignePresentee> Lire(string json) => JsonSerializer.Deserialize<List<LignePresentee>>(json) ?? [];

    /// <summary>Ce qui a changé depuis la présentation, en phrases.</summary>
    public static IReadOnlyList<string> Differences(IReadOnlyList<LignePresentee> avant, IReadOnlyList<LignePresentee> apres)
    {
        var anciennes = avant.ToDictionary(l => l.MissionId);
        var nouvelles = apres.ToDictionary(l => l.MissionId);
        return
        [
            .. apres.Where(l => !anciennes.ContainsKey(l.MissionId)).Select(l => $"ajoutée : {l.Intitule} ({l.Taux})"),
            .. avant.Where(l => !nouvelles.ContainsKey(l.MissionId)).Select(l => $"retirée : {l.Intitule} ({l.Taux})"),
            .. apres.Where(l => anciennes.TryGetValue(l.MissionId, out var a) && (a.Taux != l.Taux || a.Duree != l.Duree || a.Intitule != l.Intitule))
                .Select(l => $"modifiée : {l.Intitule} ({anciennes[l.MissionId].Taux} → {l.Taux})"),
        ];
    }
}
