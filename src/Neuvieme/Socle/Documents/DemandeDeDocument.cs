using System.Text.Json;
using System.Text.Json.Nodes;

namespace Neuvieme.Socle.Documents;

/// <summary>Ce que le moteur rend : le fichier, ses pages en une image SVG, ou l'inventaire des phrases et des repères du modèle en JSON.</summary>
public enum RenduVoulu { Pdf, Image, Inventaire }

/// <param name="Modele">Le nom du modèle livré, sans extension.</param>
/// <param name="Donnees">Reste du texte, jamais du balisage.</param>
public sealed record DemandeDeDocument(string Modele, JsonNode Donnees)
{
    public NormePdf Norme { get; init; }

    /// <summary>Une source à la place de celle du modèle livré : elle ne lit que base.typ et ses données, dans un processus à part.</summary>
    public string? Source { get; init; }

    /// <summary>Un modèle en préparation : délai court, jamais dans les processus qui font les documents.</summary>
    public bool Essai { get; init; }

    public RenduVoulu Voulu { get; init; }

    internal byte[] EnJson()
    {
        var json = new JsonObject { ["modele"] = Modele, ["donnees"] = Donnees.DeepClone(), ["norme"] = Norme == NormePdf.Archive ? "a-2a" : "ua-1", ["demande"] = Voulu.ToString().ToLowerInvariant() };
        if (Source is not null)
        {
            json["source"] = Source;
        }

        return JsonSerializer.SerializeToUtf8Bytes(json);
    }
}
