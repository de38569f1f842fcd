using System.Text.Json.Nodes;

namespace Neuvieme.Fonctions.Modeles;

/// <summary>Ce que l'académie met en tête de ses documents ; vide, l'en-tête reste celui de l'établissement.</summary>
/// <param name="Logo">Du SVG, ou « data:image/png;base64,… » ; vide sans logo.</param>
/// <param name="Alt">Son texte de remplacement ; vide, le logo n'est qu'un décor.</param>
public sealed record EnTeteDeModele(string Nom, IReadOnlyList<string> Lignes, string Logo, string Alt)
{
    public static readonly EnTeteDeModele Vide = new("", [], "", "");

    public bool EstVide => Nom.Length == 0 && Lignes.Count == 0 && Logo.Length == 0;

    /// <param name="etablissement">Celui du document, dont le nom et l'adresse passent alors sous ceux de l'académie ; nul s'il n'en nomme pas.</param>
    public JsonObject EnJson(JsonObject? etablissement)
    {
        var json = new JsonObject();
        var siennes = (etablissement?["lignes"] as JsonArray ?? []).Select(l => (string?)l ?? "");
        if (Nom.Length > 0)
        {
            json["nom"] = Nom;
            siennes = siennes.Prepend((string?)etablissement?["nom"] ?? "");
        }

        if (Nom.Length > 0 || Lignes.Count > 0)
        {
            json["lignes"] = new JsonArray([.. Lignes.Concat(siennes).Where(l => l.Length > 0).Select(l => (JsonNode)l)]);
        }

        if (Logo.Length > 0)
        {
            json["logo"] = new JsonObject { ["image"] = Logo, ["alt"] = Alt };
        }

        return json;
    }
}
