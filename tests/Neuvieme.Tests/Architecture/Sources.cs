using System.Text.RegularExpressions;
using Neuvieme.Tests.Commun;

namespace Neuvieme.Tests.Architecture;

/// <summary>Les fichiers du dépôt, sans ce que la construction produit.</summary>
static partial class Sources
{
    static readonly HashSet<string> Produits = [".git", "bin", "obj", "node_modules", "var", "actifs", "TestResults", "BenchmarkDotNet.Artifacts", ".vs", ".idea"];

    public static IReadOnlyList<string> Tous { get; } = [.. Parcourir(Depot.Racine).Select(f => Path.GetRelativePath(Depot.Racine, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public static IEnumerable<string> Sous(string dossier, params string[] suffixes) =>
        Tous.Where(f => f.StartsWith(dossier + "/", StringComparison.Ordinal) && suffixes.Any(s => f.EndsWith(s, StringComparison.Ordinal)));

    public static string[] Lignes(string fichier) => File.ReadAllLines(Depot.Chemin(fichier));

    public static string Texte(string fichier) => File.ReadAllText(Depot.Chemin(fichier));

    /// <summary>Chaque occurrence sous la forme « fichier:ligne : texte ».</summary>
    public static IEnumerable<string> Chercher(IEnumerable<string> fichiers, Regex motif) =>
        from f in fichiers
        from l in Lignes(f).Select((texte, i) => (texte, numero: i + 1))
        where motif.IsMatch(l.texte)
        select $"{f}:{l.numero} : {l.texte.Trim()}";

    /// <summary>« MesMissions » → « mes-missions » : la forme des adresses et des verbes.</summary>
    public static string Tirets(string nom) => Majuscule().Replace(nom, "-$0").ToLowerInvariant();

    static IEnumerable<string> Parcourir(string dossier) =>
        Directory.EnumerateFiles(dossier).Where(f => Path.GetFileName(f) != ".git")
            .Concat(Directory.EnumerateDirectories(dossier).Where(d => !Produits.Contains(Path.GetFileName(d))).SelectMany(Parcourir));

    [GeneratedRegex("(?<=[a-z0-9])[A-Z]")]
    private static partial Regex Majuscule();
}
