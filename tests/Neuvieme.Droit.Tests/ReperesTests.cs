using System.Text.RegularExpressions;
using Neuvieme.Tests.Commun;
using YamlDotNet.Serialization;

namespace Neuvieme.Droit.Tests;

/// <summary>Le fichier et les cas de chaque règle, écrits pour les pages publiques, qui n'ont ni les sources ni les tests sous la main.</summary>
public sealed partial class ReperesTests
{
    const string Fichier = "src/Neuvieme/Fonctions/Textes/Regles/reperes.tsv";

    /// <summary>Un cas n'est rangé sous une règle de même relevé que si son dossier parle du même dispositif.</summary>
    static readonly Dictionary<string, string> Prefixes = new(StringComparer.Ordinal) { ["Pacte"] = "PAC-", ["ImpPremierDegre"] = "PREM-", ["MissionsAcademiques"] = "ACA-", ["Decharge"] = "ARE-", ["Versements"] = "VERS-", ["Fiscalite"] = "FISC-", ["Comparateur"] = "COMP-", [""] = "IMP-" };

    static readonly Lazy<IReadOnlyList<CasEcrit>> Cas = new(() => [.. Lire()]);

    [Fact]
    public void Chaque_regle_a_son_fichier() => Catalogue.Regles.Where(r => Source(r.Code).Length == 0).Select(r => r.Code).ShouldBeEmpty();

    /// <summary>Les règles sans cas écrit : un test de code les tient, ou elles ne se jugent pas.</summary>
    [Fact]
    public void Peu_de_regles_sans_cas() =>
        Catalogue.Regles.Where(r => !CasDe(r).Any()).Select(r => r.Code).Order(StringComparer.Ordinal).ShouldBeSubsetOf(SansCas);

    [Fact]
    public void Les_reperes_sont_a_jour()
    {
        string attendu = string.Concat(Catalogue.Regles.SelectMany(Lignes).Select(l => l + "\n"));
        string chemin = Depot.Chemin(Fichier);
        if (Environment.GetEnvironmentVariable("NEUVIEME_ECRIRE") == "1") File.WriteAllText(chemin, attendu);

        (File.Exists(chemin) ? File.ReadAllText(chemin) : "").ShouldBe(attendu, $"{Fichier} n'est plus à jour : NEUVIEME_ECRIRE=1 scripts/test --droit le récrit.");
    }

    /// <summary>Chiffres et trace se vérifient dans des tests de code ; un prorata ne peut s'écrire, aucun fait ne le porte.</summary>
    static readonly string[] SansCas =
        ["COMP-CHIFFRES", "COMP-HSE", "COMP-SERVICE", "FISC-PRELEVEMENTS", "IMP-PAS-DE-PRORATA", "PAC-BILAN", "PAC-SANS-PRORATA"];

    static IEnumerable<string> Lignes(Regle r) =>
        CasDe(r).Select(c => $"{r.Code}\t{c.Fichier}\t{c.Decision}\t{c.Nom}").Prepend($"{r.Code}\t{Source(r.Code)}");

    static IEnumerable<CasEcrit> CasDe(Regle r)
    {
        var motifs = Catalogue.Motifs.Where(m => m.Regle == r).Select(m => m.Code).ToHashSet(StringComparer.Ordinal);
        return Cas.Value.Where(c => c.Motifs.Any(motifs.Contains)
            || (c.Releve.Intersect(r.Catalogue, StringComparer.Ordinal).Any() && (!Prefixes.TryGetValue(c.Dossier, out string? prefixe) || r.Code.StartsWith(prefixe, StringComparison.Ordinal))));
    }

    static string Source(string code) => Sources.Value.FirstOrDefault(s => Definition(code).IsMatch(s.Texte)).Nom ?? "";

    static readonly Lazy<(string Nom, string Texte)[]> Sources = new(() =>
        [.. Directory.GetFiles(Depot.Chemin("src/Neuvieme.Droit"), "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(f => Path.GetRelativePath(Depot.Racine, f).Replace('\\', '/')).Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/Couverture/", StringComparison.Ordinal))
            .Select(f => (f, File.ReadAllText(Depot.Chemin(f))))]);

    static Regex Definition(string code) => new($@"\w+\(\s*""{Regex.Escape(code)}"",", RegexOptions.None, TimeSpan.FromSeconds(1));

    static IEnumerable<CasEcrit> Lire()
    {
        IDeserializer yaml = new DeserializerBuilder().Build();
        string racine = Depot.Chemin("tests/Neuvieme.Droit.Tests/Cas");
        foreach (string f in Directory.GetFiles(racine, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            string nom = Path.GetRelativePath(racine, f).Replace('\\', '/');
            var contenu = yaml.Deserialize<Dictionary<object, object>>(File.ReadAllText(f));
            foreach (var c in ((List<object>)contenu["cas"]).Cast<Dictionary<object, object>>())
            {
                yield return new("tests/Neuvieme.Droit.Tests/Cas/" + nom, Path.GetDirectoryName(nom)!, (string)c["nom"], c.GetValueOrDefault("decision") as string ?? "calcul",
                    [.. Point().Matches((string)c["provenance"]).Select(m => m.Value)], [.. Liste(c, "motifs"), .. Liste(c, "alertes")]);
            }
        }
    }

    static IEnumerable<string> Liste(Dictionary<object, object> cas, string cle) => (cas.GetValueOrDefault(cle) as List<object> ?? []).Cast<string>();

    [GeneratedRegex(@"R\d{3}", RegexOptions.None, 1000)]
    private static partial Regex Point();

    sealed record CasEcrit(string Fichier, string Dossier, string Nom, string Decision, IReadOnlyList<string> Releve, IReadOnlyList<string> Motifs);
}
