using System.Text;
using System.Text.Unicode;

namespace Neuvieme.Socle.Documents;

/// <summary>Pourquoi un fichier entier est refusé, et ce qu'il faut faire.</summary>
public sealed record RefusCsv(int? Ligne, string Message, string Remede)
{
    public override string ToString() => $"{(Ligne is { } l ? $"ligne {l} : " : "")}{Message} {Remede}";
}

/// <summary>D'octets reçus à un tableau de texte : reconnaît ce qui n'en est pas un, tient les limites, trouve encodage et séparateur.</summary>
public static class OuvertureCsv
{
    public const int ColonnesMaximum = 500;
    /// <summary>En octets. La plus longue ligne de l'annuaire ouvert en fait mille, le plus long en-tête deux mille.</summary>
    public const int LigneMaximale = 100_000;

    const string Tableur = "Dans le tableur : « Enregistrer sous », puis CSV (UTF-8).";

    /// <summary>Lit le flux sans dépasser la limite d'un octet de plus : ce qui suit ne sera jamais lu.</summary>
    public static async Task<byte[]> Octets(Stream flux, int tailleMaximale, CancellationToken ct)
    {
        using var memoire = new MemoryStream();
        var tampon = new byte[81_920];
        for (int lus; memoire.Length <= tailleMaximale && (lus = await flux.ReadAsync(tampon, ct)) > 0;)
        {
            memoire.Write(tampon, 0, lus);
        }

        return memoire.ToArray();
    }

    public static (CurseurCsv? Curseur, RefusCsv? Refus) Ouvrir(byte[] octets, int tailleMaximale)
    {
        var (texte, separateur, refus) = Reconnaitre(octets, tailleMaximale);
        return refus is null ? (new CurseurCsv(texte, separateur), null) : (null, refus);
    }

    /// <summary>Le texte en UTF-8, sans marque, et son séparateur ; ou pourquoi ce n'est pas un CSV.</summary>
    public static (ReadOnlyMemory<byte> Texte, char Separateur, RefusCsv? Refus) Reconnaitre(byte[] octets, int tailleMaximale)
    {
        if (octets.Length > tailleMaximale)
        {
            return (default, default, new(null, $"le fichier dépasse {tailleMaximale / 1024 / 1024} Mo.", "Vérifiez que c’est le bon, ou coupez-le par académie."));
        }

        if (octets.AsSpan().IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            return (default, default, new(null, "le fichier est vide.", "La première ligne nomme les colonnes."));
        }

        if (AutreFormat(octets) is { } format)
        {
            return (default, default, new(null, $"ce n’est pas un fichier CSV : {format}.", Tableur));
        }

        var utf8 = EnUtf8(octets);
        if (utf8.Span.Contains((byte)0))
        {
            return (default, default, new(null, "ce n’est pas un fichier texte.", Tableur));
        }

        if (LigneDemesuree(utf8.Span) is { } ligne)
        {
            return (default, default, new(ligne, $"plus de {LigneMaximale / 1000} Ko d’un seul tenant.", "Ce n’est pas un tableau, ou il a perdu ses fins de ligne."));
        }

        var entete = PremiereLigne(utf8.Span);
        var separateur = ((char[])[';', ',', '\t', '|']).MaxBy(c => entete.Count(x => x == c));
        if (entete.Count(c => c == separateur) >= ColonnesMaximum)
        {
            return (default, default, new(1, $"plus de {ColonnesMaximum} colonnes.", "Vérifiez que c’est le bon fichier."));
        }

        return (utf8, separateur, null);
    }

    /// <summary>Un tableur écrit en Windows-1252, une base en UTF-8, avec ou sans marque ; tout est ramené à l'UTF-8.</summary>
    static ReadOnlyMemory<byte> EnUtf8(byte[] octets)
    {
        if (octets is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            var utf16 = octets[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode;
            return Encoding.UTF8.GetBytes(utf16.GetString(octets.AsSpan(2)));
        }

        var sansMarque = octets is [0xEF, 0xBB, 0xBF, ..] ? octets.AsMemory(3) : octets.AsMemory();
        return Utf8.IsValid(sansMarque.Span) ? sansMarque : Encoding.Convert(CodePagesEncodingProvider.Instance.GetEncoding(1252)!, Encoding.UTF8, octets);
    }

    static string? AutreFormat(ReadOnlySpan<byte> octets) => octets switch
    {
        [0x50, 0x4B, ..] => "c’est un classeur ou une archive zip",
        [0xD0, 0xCF, ..] => "c’est un ancien classeur ou document",
        [0x1F, 0x8B, ..] => "c’est une archive gzip",
        [0x25, 0x50, 0x44, 0x46, ..] => "c’est un PDF",
        [0x37, 0x7A, 0xBC, 0xAF, ..] => "c’est une archive 7z",
        [0xEF, 0xBB, 0xBF, .. var reste] => AutreFormat(reste),
        _ => octets[..Math.Min(octets.Length, 2000)].TrimStart(" \t\r\n"u8) switch
        {
            [(byte)'<', ..] => "c’est une page web ou du XML",
            [(byte)'{', ..] or [(byte)'[', ..] => "c’est du JSON",
            _ => null,
        },
    };

    static int? LigneDemesuree(ReadOnlySpan<byte> texte)
    {
        for (var ligne = 1; texte.Length > LigneMaximale; ligne++)
        {
            var fin = texte[..(LigneMaximale + 1)].IndexOfAny((byte)'\n', (byte)'\r');
            if (fin < 0)
            {
                return ligne;
            }

            var deux = texte[fin] == (byte)'\r' && fin + 1 < texte.Length && texte[fin + 1] == (byte)'\n';
            texte = texte[(deux ? fin + 2 : fin + 1)..];
        }

        return null;
    }

    static string PremiereLigne(ReadOnlySpan<byte> texte)
    {
        // Excel écrit parfois « sep=; » en première ligne.
        foreach (var ligne in Encoding.UTF8.GetString(texte[..Math.Min(texte.Length, LigneMaximale)]).Split('\n', '\r').Where(l => l.Length > 0).Take(2))
        {
            if (!ligne.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
            {
                return ligne;
            }
        }

        return "";
    }
}
