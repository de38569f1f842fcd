using Neuvieme.Tests.Commun;

namespace Neuvieme.Tests.Architecture;

/// <summary>Une ligne de docs/acces.md : un geste sur une adresse, et ce qui attend chaque qualité, dans sa portée puis dans une autre.</summary>
/// <param name="Geste">Le gestionnaire du formulaire ; vide pour celui de la page.</param>
/// <param name="Variante">La décision que le formulaire porte, quand elle change qui peut l'envoyer.</param>
/// <param name="Objet">Ce que l'adresse ou le formulaire désigne ; vide quand ils ne désignent rien.</param>
sealed record GesteAttendu(string Verbe, string Adresse, string Geste, string Variante, string Objet, IReadOnlyDictionary<string, (string Propre, string Autre)> Cases)
{
    public string Cle => $"{Verbe} {Adresse} {Geste}".Trim();

    public override string ToString() => $"{Cle}{(Variante.Length > 0 ? $" ({Variante})" : "")}";
}

/// <summary>Le tableau écrit à la main, tel que le lit un responsable de la sécurité.</summary>
sealed record TableauDAcces(IReadOnlyList<string> Colonnes, IReadOnlyList<GesteAttendu> Gestes, IReadOnlyDictionary<string, string> Commandes)
{
    static readonly string[] Codes = ["P", "R", "I", "S", "C"];

    public static TableauDAcces Lire()
    {
        var lignes = File.ReadAllLines(Depot.Chemin("docs/acces.md")).Where(l => l.StartsWith('|')).Select(l => l.Trim('|').Split('|').Select(c => c.Trim()).ToArray()).ToList();
        var entetes = lignes.Where(l => l[0] == "verbe").Select(l => l[4..]).ToList();
        entetes.ShouldNotBeEmpty();
        entetes.ShouldAllBe(e => e.SequenceEqual(entetes[0]), "toutes les parties du tableau ont les mêmes qualités");
        var gestes = lignes.Where(l => l[0] is "GET" or "POST").Select(l => Geste(l, entetes[0])).ToList();
        gestes.Select(g => g.ToString()).ShouldBeUnique();
        var commandes = lignes.Where(l => l.Length == 2 && l[0].StartsWith('`')).ToDictionary(l => l[0].Trim('`'), l => l[1], StringComparer.Ordinal);
        return new(entetes[0], gestes, commandes);
    }

    static GesteAttendu Geste(string[] ligne, string[] colonnes)
    {
        ligne.Length.ShouldBe(4 + colonnes.Length, string.Join(" | ", ligne));
        var (geste, variante) = (" " + ligne[2]).Split(" (", 2) is [var g, var v] ? (g.Trim(), v.TrimEnd(')')) : (ligne[2], "");
        var cases = colonnes.Zip(ligne[4..]).ToDictionary(c => c.First, c => c.Second.Split('/') is [var propre, var autre] ? (propre, autre) : (c.Second, c.Second), StringComparer.Ordinal);
        cases.Values.SelectMany(c => new[] { c.Item1, c.Item2 }).ShouldAllBe(c => Codes.Contains(c), string.Join(" | ", ligne));
        if (ligne[3].Length == 0)
        {
            ligne[4..].ShouldAllBe(c => !c.Contains('/'), $"{ligne[0]} {ligne[1]} ne désigne rien : il n'y a pas d'autre portée à y demander");
        }

        return new(ligne[0], ligne[1].Trim('`'), geste, variante, ligne[3], cases);
    }
}
