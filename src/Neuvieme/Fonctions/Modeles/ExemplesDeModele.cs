using System.Text.Json.Nodes;
using Neuvieme.Socle.Documents;

namespace Neuvieme.Fonctions.Modeles;

/// <summary>Les données sur lesquelles un modèle s'essaie : l'exemple livré, et ce qui met les documents à mal.</summary>
public sealed record ExempleDeModele(string Nom, JsonObject Donnees)
{
    const string Piege = " #panic() $x$ *a* _b_ @ref <label> {agent} \\ 漢字 😀";

    /// <summary>Ce que le programme calcule et que personne ne tape.</summary>
    static readonly string[] Calcules = ["academie", "mois", "jours", "brut", "net", "montant", "imp", "code", "total"];

    /// <summary>Ce sans quoi un document est refusé, et à raison : un champ vide n'y est pas un cas à rendre.</summary>
    static readonly string[] Necessaires = ["nomComplet", "libelle", "debut", "champ"];

    static readonly string[] Lignes = [.. Enumerable.Range(1, 40).Select(i => $"Tâche numéro {i:00} de la liste, avec de quoi remplir deux lignes de la colonne où elle s’écrit")];

    public static IReadOnlyList<ExempleDeModele> De(FicheModele fiche) =>
    [
        .. from e in fiche.Exemples
           let courant = JsonNode.Parse(File.ReadAllText(Path.Combine(LieuxDocuments.Exemples(), e.Value + ".json")))!.AsObject()
           from cas in Cas(courant)
           select new ExempleDeModele(e.Key.Length == 0 ? cas.Nom : $"{e.Key}, {cas.Nom}", cas.Donnees),
    ];

    static IEnumerable<(string Nom, JsonObject Donnees)> Cas(JsonObject courant) =>
    [
        ("courant", courant), ("court", Court(courant)), ("long", Long(courant)), ("champs vides", Vide(courant)),
        ("noms hostiles", Changer(courant, (cle, s) => s.Length == 0 || Calcules.Contains(cle) ? s : s + Piege + new string('W', 60))!.AsObject()),
    ];

    static JsonObject Court(JsonObject courant)
    {
        var court = Raccourcir(courant)!.AsObject();
        court.Remove("raisons");
        return court;
    }

    static JsonNode? Raccourcir(JsonNode? n) => n switch
    {
        JsonObject o => new JsonObject(o.Select(p => KeyValuePair.Create(p.Key, p.Key == "signataires" ? p.Value?.DeepClone() : Raccourcir(p.Value)))),
        JsonArray a => new JsonArray([.. a.Take(1).Select(Raccourcir)]),
        _ => n?.DeepClone(),
    };

    static JsonObject Long(JsonObject courant)
    {
        var d = courant.DeepClone().AsObject();
        var liste = new JsonArray([.. Lignes.Select(l => (JsonNode)l)]);
        if (d["missions"] is JsonArray { Count: > 0 } missions && missions[0]!["contenu"] is not null) missions[0]!["contenu"] = liste;
        else if (d["missions"] is JsonArray) d["missions"] = new JsonArray([.. Lignes.Select(l => (JsonNode)new JsonObject { ["intitule"] = l })]);
        else if (d["changements"] is JsonArray { Count: > 0 } changements) changements[0]!["apres"] = liste;
        else if (d["evenements"] is JsonArray) d["evenements"] = new JsonArray([.. Lignes.Select(l => (JsonNode)new JsonObject { ["instant"] = "hier", ["quoi"] = l })]);
        else if (d["mission"] is JsonObject mission) mission["contenu"] = liste;
        return d;
    }

    static JsonObject Vide(JsonObject courant)
    {
        var d = Changer(courant, (cle, s) => Necessaires.Contains(cle) ? s : "")!.AsObject();
        foreach (var cle in (string[])["versements", "seances", "raisons"]) d[cle] = new JsonArray();
        d.Remove("verification");
        return d;
    }

    static JsonNode? Changer(JsonNode? n, Func<string, string, string> par, string cle = "") => n switch
    {
        _ when cle is "image" or "sens" or "cadre" or "phrases" or "etablieLe" or "enTete" => n?.DeepClone(),
        JsonObject o => new JsonObject(o.Select(p => KeyValuePair.Create(p.Key, Changer(p.Value, par, p.Key)))),
        JsonArray a => new JsonArray([.. a.Select(x => Changer(x, par, cle))]),
        JsonValue v when v.TryGetValue(out string? s) => JsonValue.Create(par(cle, s)),
        _ => n?.DeepClone(),
    };
}
