using System.Globalization;
using System.Text;

namespace Neuvieme.Socle.Sceau;

/// <summary>Les textes et les dates d'un PDF (ISO 32000-1, § 7.9.2 et 7.9.4).</summary>
static class TextePdf
{
    const int LongueurRendue = 300;

    /// <summary>En ASCII quand il suffit, sinon en UTF-16 : les lecteurs ne s'accordent pas sur le reste.</summary>
    public static string Ecrire(string texte)
    {
        if (texte.All(c => c is >= ' ' and <= '~')) return $"({texte.Replace("\\", "\\\\").Replace("(", "\\(").Replace(")", "\\)")})";
        return $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(texte))}>";
    }

    public static string EcrireDate(DateTimeOffset instant) => instant.UtcDateTime.ToString("'(D:'yyyyMMddHHmmss'Z)'", CultureInfo.InvariantCulture);

    /// <summary>Le texte sans caractère de commande ni de sens d'écriture : il peut venir d'un fichier hostile et s'affiche tel quel.</summary>
    public static string Lire(ValeurPdf valeur)
    {
        byte[] o = Chaine(valeur);
        return Affichable(o is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode.GetString(o, 2, o.Length - 2)
            : o is [0xEF, 0xBB, 0xBF, ..] ? Encoding.UTF8.GetString(o, 3, o.Length - 3)
            : Encoding.Latin1.GetString(o));
    }

    public static string Affichable(string texte)
    {
        string net = string.Concat(texte.Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)));
        return net.Length > LongueurRendue ? net[..LongueurRendue] + "…" : net;
    }

    public static DateTimeOffset? LireDate(ValeurPdf valeur)
    {
        string t = Encoding.Latin1.GetString(Chaine(valeur)).Replace("'", "").TrimEnd('Z');
        if (t.StartsWith("D:", StringComparison.Ordinal)) t = t[2..];
        string[] formes = ["yyyyMMddHHmmsszzz", "yyyyMMddHHmmss", "yyyyMMddHHmm", "yyyyMMdd"];
        // « +0200 » se lit « +02:00 ».
        if (t.Length == 19 && t[14] is '+' or '-') t = t.Insert(17, ":");
        return DateTimeOffset.TryParseExact(t, formes, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var lue) ? lue.ToUniversalTime() : null;
    }

    public static byte[] Chaine(ValeurPdf valeur)
    {
        if (valeur.EstHexadecimal)
        {
            string chiffres = Encoding.Latin1.GetString(valeur.Octets[1..^1].ToArray().Where(b => !LecturePdf.EstBlanc(b)).ToArray());
            return chiffres.All(char.IsAsciiHexDigit) ? Convert.FromHexString(chiffres.Length % 2 == 0 ? chiffres : chiffres + "0") : [];
        }

        return valeur.Octets[0] == (byte)'(' ? Litterale(valeur.Octets[1..^1]) : [];
    }

    static byte[] Litterale(ReadOnlySpan<byte> o)
    {
        List<byte> lus = new(o.Length);
        for (int i = 0; i < o.Length; i++)
        {
            if (o[i] != (byte)'\\' || ++i == o.Length)
            {
                lus.Add(o[int.Min(i, o.Length - 1)]);
                continue;
            }

            int chiffres = 0, octal = 0;
            while (chiffres < 3 && i + chiffres < o.Length && o[i + chiffres] is >= (byte)'0' and <= (byte)'7') octal = octal * 8 + o[i + chiffres++] - '0';
            if (chiffres > 0)
            {
                lus.Add((byte)(octal & 0xFF));
                i += chiffres - 1;
            }
            else if (o[i] is not ((byte)'\r' or (byte)'\n'))
            {
                lus.Add(o[i] switch { (byte)'n' => 10, (byte)'r' => 13, (byte)'t' => 9, (byte)'b' => 8, (byte)'f' => 12, var autre => autre });
            }
        }

        return [.. lus];
    }
}
