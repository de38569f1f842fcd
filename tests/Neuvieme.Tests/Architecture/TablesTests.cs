using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Tests.Architecture;

/// <summary>Une fonction ne lit que ses tables et celles que cette liste lui ouvre : ce qu'une table change touche alors peu de dossiers.</summary>
public partial class TablesTests
{
    static readonly Dictionary<(string Lecteur, string Proprietaire), string> Permis = new()
    {
        [("Enveloppes", "Attributions")] = "le reste de l'enveloppe est le notifié moins l'engagé",
        [("Personnels", "Attributions")] = "les missions en cours des personnes absentes du fichier importé",
        [("Personnels", "Etablissements")] = "la fiche que le fichier complète",
        [("Repartition", "Enveloppes")] = "la jauge du tableau",
        [("Repartition", "Instances")] = "le plan se fige quand il a été présenté",
        [("Repartition", "Personnels")] = "les critères d'EPS se comptent sur les affectations",
    };

    static readonly Dictionary<string, string> Proprietaires = typeof(NeuviemeDb).GetProperties()
        .Where(p => p.PropertyType.IsGenericType && p.PropertyType.GetGenericTypeDefinition() == typeof(DbSet<>))
        .Select(p => (p.Name, p.PropertyType.GetGenericArguments()[0].Namespace))
        .Where(p => p.Namespace!.StartsWith("Neuvieme.Fonctions.", StringComparison.Ordinal))
        .ToDictionary(p => p.Name, p => p.Namespace!.Split('.')[2], StringComparer.Ordinal);

    [Fact]
    public void Fonctions_NeLisentQueLesTablesOuvertes()
    {
        var lus = Lectures();
        lus.ShouldNotBeEmpty();
        lus.Where(l => !Permis.ContainsKey((l.Lecteur, l.Proprietaire)))
            .Select(l => $"{l.Fichier} : {l.Lecteur} lit {l.Table}, qui est à {l.Proprietaire}").Distinct().Order(StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void ListeDesLectures_SansLigneMorte()
    {
        var utiles = Lectures().Select(l => (l.Lecteur, l.Proprietaire)).ToHashSet();
        Permis.Keys.Where(p => !utiles.Contains(p)).ShouldBeEmpty();
    }

    static List<(string Fichier, string Lecteur, string Proprietaire, string Table)> Lectures() =>
    [
        .. from f in Sources.Sous("src/Neuvieme/Fonctions", ".cs", ".cshtml")
           let lecteur = f.Split('/')[3]
           from Match m in Acces().Matches(Sources.Texte(f))
           let table = m.Groups["table"].Value
           where Proprietaires.TryGetValue(table, out _)
           let proprietaire = Proprietaires[table]
           where proprietaire != lecteur
           select (f, lecteur, proprietaire, table),
    ];

    [GeneratedRegex(@"\b\w*[dD]b\s*\.\s*(?<table>[A-Z]\w*)")]
    private static partial Regex Acces();
}
