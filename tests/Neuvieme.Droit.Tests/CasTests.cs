using System.Text.RegularExpressions;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Droit.Tests.Dispositifs;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Neuvieme.Droit.Tests;

/// <summary>Un fichier de cas : des faits et la décision que les textes imposent.</summary>
public sealed class FichierDeCas
{
    public required string Sujet { get; set; }

    public Dictionary<string, string?>? Base { get; set; }

    public required List<Cas> Cas { get; set; }
}

public sealed class Cas
{
    public required string Nom { get; set; }

    public required string Provenance { get; set; }

    public Dictionary<string, string?>? Faits { get; set; }

    public Dictionary<string, string?>? Parametres { get; set; }

    public required string Decision { get; set; }

    public List<string> Motifs { get; set; } = [];

    public List<string> Alertes { get; set; } = [];

    public List<string>? Echeances { get; set; }
}

/// <summary>Les cas écrits à côté des tests : chacun donne tous ses motifs, toutes ses alertes, et sa provenance.</summary>
public sealed partial class CasTests
{
    static readonly IDeserializer Lecteur = new DeserializerBuilder()
        .WithNamingConvention(UnderscoredNamingConvention.Instance).WithDuplicateKeyChecking().WithEnforceRequiredMembers().Build();

    public static TheoryData<string, string> Tous()
    {
        var donnees = new TheoryData<string, string>();
        foreach ((string fichier, FichierDeCas contenu) in Fichiers())
        {
            foreach (Cas cas in contenu.Cas) donnees.Add(fichier, cas.Nom);
        }

        return donnees;
    }

    [Theory]
    [MemberData(nameof(Tous))]
    public void Le_droit_repond_comme_le_texte(string fichier, string nom)
    {
        FichierDeCas contenu = Fichiers().Single(f => f.Nom == fichier).Contenu;
        Cas cas = contenu.Cas.Single(c => c.Nom == nom);
        Situation s = Faits.Appliquer(Faits.Appliquer(Faits.Reference, contenu.Base), cas.Faits);
        Parametres p = Faits.Appliquer(Parametres.Defaut, cas.Parametres);

        Decision decision = Evaluation.Evaluer(in s, p);

        decision.Motifs.Select(m => m.Code).ShouldBe(cas.Motifs);
        decision.Alertes.Select(m => m.Code).ShouldBe(cas.Alertes);
        Issues[cas.Decision].ShouldBe(decision.Issue);
        Evaluation.Juger(in s, p).Issue.ShouldBe(decision.Issue);
        if (cas.Echeances is { } attendues)
            decision.Montants.ShouldNotBeNull().Echeances.Select(Ligne).ShouldBe(attendues);
    }

    [Fact]
    public void Chaque_motif_a_au_moins_un_cas()
    {
        var exerces = DeTousLesDispositifs().SelectMany(f => f.Contenu.Cas).SelectMany(c => c.Motifs.Concat(c.Alertes)).ToHashSet(StringComparer.Ordinal);

        // Une mission hors de l'énumération ne s'écrit pas dans un cas : voir DefensesTests.
        Catalogue.Motifs.Select(m => m.Code).Where(c => !c.StartsWith("VERS-", StringComparison.Ordinal) && !c.StartsWith("RET-", StringComparison.Ordinal)).Except(exerces).ShouldBe(["IMP-MISSION-HORS-NOMENCLATURE"]);
    }

    [Fact]
    public void Chaque_cas_cite_une_provenance() =>
        DeTousLesDispositifs().SelectMany(f => f.Contenu.Cas).ShouldAllBe(c => Reference().IsMatch(c.Provenance));

    [Theory]
    [InlineData("sujet: x\ncas: []\ninconnu: 1")]
    [InlineData("sujet: x\nsujet: y\ncas: []")]
    [InlineData("sujet: x\ncas:\n  - { nom: a, provenance: R001, decision: accordee, decision: refusee }")]
    [InlineData("sujet: x\ncas:\n  - { nom: a, provenance: R001 }")]
    public void Un_fichier_mal_ecrit_echoue(string yaml) => Should.Throw<YamlException>(() => Lecteur.Deserialize<FichierDeCas>(yaml));

    [Fact]
    public void Un_fait_inconnu_echoue() =>
        Should.Throw<FormatException>(() => Faits.Appliquer(Faits.Reference, new() { ["quotite"] = "50" }));

    internal static readonly Dictionary<string, Issue> Issues = new(StringComparer.Ordinal)
    {
        ["accordee"] = Issue.Accordee,
        ["refusee"] = Issue.Refusee,
        ["incomplete"] = Issue.Incomplete,
        ["hors-vigueur"] = Issue.HorsVigueur,
    };

    static IReadOnlyList<(string Nom, FichierDeCas Contenu)> Fichiers() => Lus.Value;

    static IEnumerable<(string Nom, FichierDeCas Contenu)> DeTousLesDispositifs() => [.. Fichiers(), .. PacteTests.Fichiers(), .. ImpPremierDegreTests.Banc.Fichiers, .. MissionsAcademiquesTests.Banc.Fichiers, .. DechargeTests.Banc.Fichiers];

    static readonly Lazy<IReadOnlyList<(string Nom, FichierDeCas Contenu)>> Lus = new(() => Lire("Cas"));

    /// <summary>Les fichiers de cas d'un dispositif, sans ceux des autres.</summary>
    internal static IReadOnlyList<(string Nom, FichierDeCas Contenu)> Lire(string dossier) =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, dossier), "*.yaml").Order(StringComparer.Ordinal)
            .Select(f => (Path.GetFileName(f), Lecteur.Deserialize<FichierDeCas>(File.ReadAllText(f))))];

    internal static string Ligne(Echeance e) => $"{e.Mois} {Euros(e.Brut)} {Euros(e.NetEstime)}";

    static string Euros(Montant m) => $"{m.Centimes / 100},{m.Centimes % 100:00}";

    [GeneratedRegex(@"R\d{3}|note de service|precisions\.md \d|C\d{2}|conception\.md §|décret n°|droit-environnant\.md|table V", RegexOptions.None, 1000)]
    private static partial Regex Reference();
}
