using System.Text.RegularExpressions;
using Neuvieme.Droit;
using Neuvieme.Socle.Web;
using Neuvieme.Tests.Commun;

namespace Neuvieme.Tests.Architecture;

/// <summary>Qui lit le code pour la première fois trouve chaque sigle au glossaire.</summary>
public partial class GlossaireTests
{
    /// <summary>Sigles dont un nom de type peut porter la forme « Imp », « Sts »… ; ceux que le code emploie doivent être expliqués.</summary>
    static readonly string[] Sigles =
    [
        "Apsa", "Are", "Ca", "Cp", "Cpe", "Cpge", "Dhg", "Dsden", "Dsfr", "Eple", "Eps", "Erea", "Etp", "Hsa", "Hse", "Ien", "Imp", "Isae", "Isoe", "Nor",
        "Numen", "Pegc", "Peps", "Plp", "Rcd", "Rep", "Segpa", "Sts", "Stsweb", "Uai", "Unss",
    ];

    static readonly string Glossaire = File.ReadAllText(Depot.Chemin("docs/glossaire.md"));

    [Fact]
    public void Glossaire_ExpliqueChaqueSigleDesNomsDeTypes()
    {
        var employes = (from t in ((Type[])[typeof(Montant), typeof(Application)]).SelectMany(t => t.Assembly.GetTypes())
                        where t.Namespace?.StartsWith("Neuvieme", StringComparison.Ordinal) == true && !t.Name.StartsWith('<')
                        from Match m in Mot().Matches(t.Name + string.Concat(t.IsEnum ? t.GetEnumNames() : []))
                        where Sigles.Contains(m.Value)
                        select m.Value).Distinct().ToList();

        employes.ShouldNotBeEmpty();
        employes.Where(s => !Entrees.Contains(s.ToUpperInvariant())).ShouldBeEmpty();
    }

    [Fact]
    public void Glossaire_UneSeuleEntreeParSigle() =>
        Entree().Matches(Glossaire).Select(m => m.Groups["sigle"].Value).GroupBy(s => s, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty();

    static HashSet<string> Entrees => [.. Entree().Matches(Glossaire).Select(m => m.Groups["sigle"].Value.ToUpperInvariant())];

    [GeneratedRegex("[A-Z][a-z]+")]
    private static partial Regex Mot();

    [GeneratedRegex(@"^\| \*\*(?<sigle>[^*]+)\*\* \|", RegexOptions.Multiline)]
    private static partial Regex Entree();
}
