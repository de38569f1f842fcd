using System.Text.Json.Nodes;
using Neuvieme.Droit;
using Neuvieme.Socle;
using Neuvieme.Socle.Texte;

namespace Neuvieme.Fonctions.Lettres.Composer;

/// <summary>Ce que toutes les lettres écrivent de la même façon dans leurs données.</summary>
static class Redaction
{
    /// <summary>L'annexe, qu'une explication mieux dite peut changer sans que la lettre change.</summary>
    public const string Annexe = "raisons";

    public static JsonArray Liste(IEnumerable<string> textes) => new([.. textes.Select(t => (JsonNode)t)]);

    public static JsonArray Versements(IReadOnlyList<Echeance> echeances) =>
        new([.. echeances.Select(e => (JsonNode)new JsonObject { ["mois"] = e.Mois.Libelle, ["brut"] = e.Brut.ToString(), ["net"] = e.NetEstime.ToString() })]);

    public static JsonObject Total(IReadOnlyList<Echeance> echeances) =>
        new() { ["brut"] = new Montant(echeances.Sum(e => e.Brut.Centimes)).ToString(), ["net"] = new Montant(echeances.Sum(e => e.NetEstime.Centimes)).ToString() };

    public static JsonArray Raisons(IReadOnlyList<Etape> etapes) =>
        new([.. etapes.Select(e => (JsonNode)new JsonObject { ["phrase"] = Typographie.Francaise(e.Phrase), ["source"] = e.Source.ToString() })]);

    public static string Jour(DateOnly? jour) => jour is { } j ? Francais.Date(j) : "";
}
