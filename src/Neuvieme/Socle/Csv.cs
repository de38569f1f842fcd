using System.Text;

namespace Neuvieme.Socle;

/// <summary>Le CSV que les tableurs français ouvrent d'un clic : UTF-8 avec BOM, point-virgule, et rien qui s'exécute.</summary>
public static class Csv
{
    public const string Type = "text/csv; charset=utf-8";

    public static byte[] Ecrire(IReadOnlyList<string> entetes, IEnumerable<IReadOnlyList<string?>> lignes)
    {
        var texte = new StringBuilder();
        Ligne(texte, entetes);
        foreach (var ligne in lignes)
        {
            Ligne(texte, ligne);
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(texte.ToString())];
    }

    static void Ligne(StringBuilder texte, IReadOnlyList<string?> cellules)
    {
        for (var i = 0; i < cellules.Count; i++)
        {
            if (i > 0)
            {
                texte.Append(';');
            }

            texte.Append(Cellule(cellules[i] ?? ""));
        }

        texte.Append("\r\n");
    }

    static string Cellule(string valeur)
    {
        // Une cellule qui commence ainsi serait calculée par le tableur de qui l'ouvre : l'apostrophe en fait un texte.
        var sure = valeur.Length > 0 && "=+-@\t\r".Contains(valeur[0], StringComparison.Ordinal) && !EstNombre(valeur) ? "'" + valeur : valeur;
        return sure.AsSpan().IndexOfAny(";\"\r\n") < 0 ? sure : $"\"{sure.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    static bool EstNombre(string valeur)
    {
        var chiffres = valeur.AsSpan(1);
        var virgule = chiffres.IndexOf(',');
        return virgule < 0 ? Chiffres(chiffres) : Chiffres(chiffres[..virgule]) && Chiffres(chiffres[(virgule + 1)..]);
    }

    static bool Chiffres(ReadOnlySpan<char> texte) => texte.Length > 0 && !texte.ContainsAnyExceptInRange('0', '9');
}
