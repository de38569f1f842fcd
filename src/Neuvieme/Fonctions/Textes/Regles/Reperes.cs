namespace Neuvieme.Fonctions.Textes.Regles;

/// <summary>Un cas écrit d'une règle.</summary>
/// <param name="Fichier">Chemin dans le dépôt.</param>
/// <param name="Decision">« accordee », « refusee »… ou « calcul ».</param>
/// <param name="Nom">Ce que le cas éprouve.</param>
public sealed record CasEcrit(string Fichier, string Decision, string Nom);

/// <summary>Le fichier et les cas de chaque règle, tels qu'un test du droit les relève dans le dépôt.</summary>
static class Reperes
{
    static readonly Lazy<ILookup<string, string[]>> Lignes = new(() =>
    {
        using var flux = typeof(Reperes).Assembly.GetManifestResourceStream("Textes.reperes.tsv")!;
        using var lecteur = new StreamReader(flux);
        return lecteur.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t')).ToLookup(l => l[0], StringComparer.Ordinal);
    });

    /// <summary>Le fichier qui définit la règle, dans le dépôt.</summary>
    public static string Fichier(string code) => Lignes.Value[code].FirstOrDefault(l => l.Length == 2)?[1] ?? "";

    public static IReadOnlyList<CasEcrit> Cas(string code) => [.. Lignes.Value[code].Where(l => l.Length == 4).Select(l => new CasEcrit(l[1], l[2], l[3]))];
}
