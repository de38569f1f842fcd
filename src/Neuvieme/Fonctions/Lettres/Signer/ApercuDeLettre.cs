using System.Text.Json.Nodes;

namespace Neuvieme.Fonctions.Lettres.Signer;

/// <summary>Ce que dit une lettre, en quelques lignes tirées des données mêmes qu'elle imprime : de quoi la reconnaître parmi trente.</summary>
public static class ApercuDeLettre
{
    public static IReadOnlyList<(string Nom, string Valeur)> De(string donnees)
    {
        var lettre = JsonNode.Parse(donnees)!;
        // La lettre du Pacte nomme une liste de missions, et chacune son signataire.
        if (lettre["missions"] is JsonArray { Count: > 0 } missions)
        {
            lettre["mission"] = missions[0]!.DeepClone();
        }

        var signataire = lettre["chef"] is not null ? "chef" : lettre["recteur"] is not null ? "recteur" : "responsable";
        string Dit(string objet, string? champ = null) => (champ is null ? lettre[objet] : lettre[objet]?[champ]) is JsonValue v && v.TryGetValue<string>(out var texte) ? texte : "";
        IEnumerable<JsonNode?> Liste(JsonNode? noeud) => noeud as JsonArray ?? [];
        static string Valeur(JsonNode? valeur) => valeur is JsonArray liste ? string.Join(" · ", liste) : $"{valeur}" is { Length: > 0 } texte ? texte : "rien";
        var contenu = string.Join(" ", Liste(lettre["mission"]?["contenu"]).Select(l => $"{l} ·")).TrimEnd(' ', '·');
        var versements = Liste(lettre["versements"]).Select(v => $"{v!["mois"]}").ToList();
        return
        [
            // Un avenant se reconnaît à ce qu'il change.
            .. Liste(lettre["changements"]).Select(c => ($"{c!["champ"]}", $"{Valeur(c["avant"])} → {Valeur(c["apres"])}")),
            .. new[]
            {
                ("Mission", string.Join(", ", new[] { Dit("mission", "libelle"), Dit("mission", "intitule") }.Where(t => t.Length > 0))), ("Contenu", contenu), ("Heures", Dit("mission", "heures")),
                ("Période", Dit("periode", "debut").Length == 0 ? "" : $"du {Dit("periode", "debut")} au {Dit("periode", "fin")}"), ("Taux", $"{Dit("taux", "montant")} ({Dit("taux", "imp")})"),
                ("Versements", versements.Count == 0 ? "" : versements.Count == 1 ? versements[0] : $"{versements.Count} mois, {versements[0]} à {versements[^1]}"),
                ("Accord de la personne", Dit("accordLe")), ("Signataire imprimé", string.Join(", ", new[] { Dit(signataire, "nom"), Dit(signataire, "qualite") }.Where(t => t.Length > 0))),
            }.Where(x => x.Item2.Length > 0 && x.Item2 != " ()"),
        ];
    }
}
