namespace Neuvieme.Fonctions.Modeles;

/// <summary>Ce qui change d'une version à l'autre, dans les mots de l'écran.</summary>
public sealed record Difference(string Champ, string Avant, string Apres);

/// <param name="Signe">« − » ôtée, « + » ajoutée, espace gardée.</param>
public sealed record LigneDeSource(char Signe, int? Avant, int? Apres, string Texte);

public static class Differences
{
    public static IReadOnlyList<Difference> Entre(ContenuDeModele avant, ContenuDeModele apres)
    {
        List<Difference> differences =
        [
            new("En-tête : nom", avant.EnTete.Nom, apres.EnTete.Nom), new("En-tête : lignes", string.Join("\n", avant.EnTete.Lignes), string.Join("\n", apres.EnTete.Lignes)),
            new("Logo", Logo(avant), Logo(apres)), new("Logo : texte de remplacement", avant.EnTete.Alt, apres.EnTete.Alt),
            .. avant.Phrases.Keys.Union(apres.Phrases.Keys).Order(StringComparer.Ordinal).Select(c => new Difference($"Phrase « {c} »", Phrase(avant, c), Phrase(apres, c))),
        ];
        return [.. differences.Where(d => d.Avant != d.Apres)];
    }

    static string Phrase(ContenuDeModele contenu, string cle) => contenu.Phrases.TryGetValue(cle, out var texte) ? texte.Length == 0 ? "(masquée)" : texte : "(celle du modèle livré)";

    static string Logo(ContenuDeModele c) => c.EnTete.Logo.Length == 0 ? "" : $"{(c.EnTete.Logo[0] == '<' ? "SVG" : "PNG")}, {c.EnTete.Logo.Length} caractères, {Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(c.EnTete.Logo)))[..8]}";

    /// <summary>Les lignes ôtées et ajoutées, avec deux lignes autour ; vide quand les deux sources sont les mêmes.</summary>
    public static IReadOnlyList<LigneDeSource> Source(string avant, string apres)
    {
        if (avant == apres)
        {
            return [];
        }

        string[] a = avant.Split('\n'), b = apres.Split('\n');
        // La plus longue suite commune, de la fin vers le début.
        var communes = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
        {
            for (var j = b.Length - 1; j >= 0; j--)
            {
                communes[i, j] = a[i] == b[j] ? communes[i + 1, j + 1] + 1 : Math.Max(communes[i + 1, j], communes[i, j + 1]);
            }
        }

        List<LigneDeSource> lignes = [];
        for (var (i, j) = (0, 0); i < a.Length || j < b.Length;)
        {
            if (i < a.Length && j < b.Length && a[i] == b[j]) lignes.Add(new(' ', i + 1, ++j, a[i++]));
            else if (i < a.Length && (j == b.Length || communes[i + 1, j] >= communes[i, j + 1])) lignes.Add(new('−', i + 1, null, a[i++]));
            else lignes.Add(new('+', null, j + 1, b[j++]));
        }

        return [.. lignes.Where((l, n) => l.Signe != ' ' || lignes.Skip(Math.Max(0, n - 2)).Take(5).Any(v => v.Signe != ' '))];
    }
}
