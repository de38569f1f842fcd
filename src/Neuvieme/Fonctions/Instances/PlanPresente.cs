using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Neuvieme.Fonctions.Repartition;

namespace Neuvieme.Fonctions.Instances;

public static class PlanPresente
{
    internal static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>La répartition d'aujourd'hui, telle qu'une instance la verrait.</summary>
    public static IReadOnlyList<LignePresentee> De(Plan plan) => [.. Toutes(plan).Where(l => !l.EstRetiree)];

    /// <summary>La même, avec les missions qui n'ont plus aucune part à présenter.</summary>
    public static IEnumerable<LignePresentee> Toutes(Plan plan)
    {
        // Une mission reconduite garde le texte de l'an dernier : les noms de qui est parti en sortent aussi.
        var sansNom = new SansNom(plan.Affectations.Select(a => a.Agent).Concat(plan.Attributions.Select(a => a.Agent)).OfType<Personnels.Agent>().Concat(plan.Anciens));
        var anonymat = new Anonymat(plan);
        return plan.Missions.Select(m => LignePresentee.De(m, sansNom) with { Eligibles = anonymat.Eligibles(m) });
    }

    /// <summary>Ce que l'écran montrait : un formulaire envoyé après un changement ne fige pas autre chose que ce qui a été lu.</summary>
    public static string Empreinte(Plan plan) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Ecrire(De(plan).Select(l => l with { Eligibles = null })))))[..16];

    public static string Ecrire(IEnumerable<LignePresentee> lignes) => JsonSerializer.Serialize(lignes, Json);

    public static IReadOnlyList<LignePresentee> Lire(string json) => JsonSerializer.Deserialize<List<LignePresentee>>(json, Json) ?? [];

    /// <summary>Ce qui a été vu en dernier de chaque mission : un complément s'ajoute aux séances d'avant, il ne les remplace pas.</summary>
    public static IReadOnlyList<LignePresentee> Vues(IEnumerable<IReadOnlyDictionary<long, LignePresentee>> presentations) =>
        [.. presentations.SelectMany(p => p.Values).GroupBy(l => l.MissionId).Select(g => g.Last()).Where(l => !l.EstRetiree)];

    /// <summary>Ce que cette instance a vu ; dans le privé sous contrat, ce dont les enseignants ont été informés.</summary>
    public static IReadOnlyList<LignePresentee> VuesPar(Plan plan, Instance instance) => Vues(instance == Instance.Enseignants
        ? plan.Informations.Select(i => i.Missions) : plan.AvisVus.Where(a => a.Avis.Instance == instance).Select(a => a.Missions));

    /// <summary>Ce qui a changé depuis que l'instance l'a vu ; vide tant qu'elle n'a rien vu.</summary>
    public static IReadOnlyList<Ecart> Ecarts(Plan plan, Instance instance) =>
        VuesPar(plan, instance) is { Count: > 0 } vues ? Ecart.Entre(vues, De(plan)) : [];
}
