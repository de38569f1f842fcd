using System.Text.RegularExpressions;
using Neuvieme.Droit.Versements;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Neuvieme.Droit.Tests.Versements;

/// <summary>Un fichier de cas de versement : une question, des faits, la réponse que les textes imposent.</summary>
public sealed class FichierDeVersement
{
    public required string Sujet { get; set; }

    public required string Question { get; set; }

    public required Dictionary<string, string?> Base { get; set; }

    public required List<CasDeVersement> Cas { get; set; }
}

public sealed class CasDeVersement
{
    public required string Nom { get; set; }

    public required string Provenance { get; set; }

    public string? Question { get; set; }

    public Dictionary<string, string?>? Faits { get; set; }

    public Dictionary<string, string?>? Parametres { get; set; }

    public required string Decision { get; set; }

    public List<string> Motifs { get; set; } = [];

    public List<string> Alertes { get; set; } = [];

    /// <summary>Toutes les lignes des mois cités.</summary>
    public List<string>? Versements { get; set; }

    public List<string>? Totaux { get; set; }

    public Dictionary<string, string>? Resultat { get; set; }

    /// <summary>Ce qu'une phrase doit dire.</summary>
    public string? Phrase { get; set; }
}

/// <summary>Chaque cas donne tous ses motifs, toutes ses alertes et sa provenance.</summary>
public sealed partial class CasDeVersementTests
{
    static readonly IDeserializer Lecteur = new DeserializerBuilder()
        .WithNamingConvention(UnderscoredNamingConvention.Instance).WithDuplicateKeyChecking().WithEnforceRequiredMembers().Build();

    static readonly Lazy<IReadOnlyList<(string Nom, FichierDeVersement Contenu)>> Fichiers = new(() =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Cas", "Versements"), "*.yaml").Order(StringComparer.Ordinal)
            .Select(f => (Path.GetFileName(f), Lecteur.Deserialize<FichierDeVersement>(File.ReadAllText(f))))]);

    public static TheoryData<string, string> Tous()
    {
        var donnees = new TheoryData<string, string>();
        foreach ((string fichier, FichierDeVersement contenu) in Fichiers.Value)
        {
            foreach (CasDeVersement cas in contenu.Cas) donnees.Add(fichier, cas.Nom);
        }

        return donnees;
    }

    [Theory]
    [MemberData(nameof(Tous))]
    public void Le_droit_repond_comme_le_texte(string fichier, string nom)
    {
        FichierDeVersement contenu = Fichiers.Value.Single(f => f.Nom == fichier).Contenu;
        CasDeVersement cas = contenu.Cas.Single(c => c.Nom == nom);
        var p = Faits.Appliquer(Parametres.Defaut, cas.Parametres);

        Reponse<object> r = QuestionDeVersement.Poser(cas.Question ?? contenu.Question, contenu.Base, cas.Faits, p);

        r.Motifs.Select(m => m.Code).ShouldBe(cas.Motifs);
        r.Alertes.Select(m => m.Code).ShouldBe(cas.Alertes);
        Issues[cas.Decision].ShouldBe(r.Issue);
        (r.Resultat is not null).ShouldBe(r.Issue == Issue.Accordee);
        r.Motifs.Concat(r.Alertes).ShouldAllBe(m => !char.IsLower(m.Phrase[0]) && m.Phrase.EndsWith('.') && !m.Phrase.Contains("  ") && m.Donnees.All(d => d.Key.Length > 0));
        r.Trace.Etapes.ShouldNotBeEmpty();
        r.Trace.Etapes.Select(e => e.Regle).ShouldBeSubsetOf(Catalogue.Regles.Select(x => x.Code));
        if (cas.Phrase is { } dite) r.Motifs.Concat(r.Alertes).ShouldContain(m => m.Phrase.Contains(dite));
        if (cas.Resultat is { } attendu) QuestionDeVersement.Resumer(r.Resultat!).ShouldBe(attendu, ignoreOrder: true);
        if (cas.Totaux is { } totaux)
            ((Ventilation)r.Resultat!).Totaux().Select(t => $"{t.Key} {QuestionDeVersement.Euros(t.Value)}").Order(StringComparer.Ordinal).ShouldBe(totaux);
        if (cas.Versements is not { } lignes) return;
        var mois = lignes.Select(l => l[..7]).ToHashSet(StringComparer.Ordinal);
        ((Ventilation)r.Resultat!).Versements.Where(v => mois.Contains(v.Mois.ToString())).Select(QuestionDeVersement.Ligne).ShouldBe(lignes);
    }

    [Fact]
    public void Chaque_motif_de_versement_a_au_moins_un_cas()
    {
        var exerces = Fichiers.Value.SelectMany(f => f.Contenu.Cas).SelectMany(c => c.Motifs.Concat(c.Alertes)).ToHashSet(StringComparer.Ordinal);

        Catalogue.Motifs.Select(m => m.Code).Where(c => c.StartsWith("VERS-", StringComparison.Ordinal) || c.StartsWith("RET-", StringComparison.Ordinal)).Except(exerces).ShouldBeEmpty();
    }

    [Fact]
    public void Chaque_cas_cite_une_provenance() =>
        Fichiers.Value.SelectMany(f => f.Contenu.Cas).ShouldAllBe(c => Reference().IsMatch(c.Provenance));

    [Fact]
    public void Un_fait_inconnu_echoue() =>
        Should.Throw<FormatException>(() => QuestionDeVersement.Poser("avances", new() { ["annee"] = "2026", ["demi_parts"] = "2", ["modalite"] = "forfait" }, new() { ["quotite"] = "50" }, Parametres.Defaut));

    static readonly Dictionary<string, Issue> Issues = new(StringComparer.Ordinal)
    {
        ["accordee"] = Issue.Accordee, ["refusee"] = Issue.Refusee, ["incomplete"] = Issue.Incomplete, ["hors-vigueur"] = Issue.HorsVigueur,
    };

    [GeneratedRegex(@"R\d{3}|precisions\.md \d|C\d{2}|décret n°|droit-environnant\.md|table V|CRPA art\. L", RegexOptions.None, 1000)]
    private static partial Regex Reference();
}
