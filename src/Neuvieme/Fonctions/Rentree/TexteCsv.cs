using System.Text;
using CsvHelper;

namespace Neuvieme.Fonctions.Rentree;

/// <param name="Numero">Ligne du fichier où l'enregistrement commence.</param>
sealed record LigneCsv(int Numero, IReadOnlyList<string> Champs);

/// <summary>Lit un CSV comme les tableurs l'enregistrent : point-virgule, virgule ou tabulation, UTF-8, UTF-16 ou Windows-1252.</summary>
static class TexteCsv
{
    const int TailleMaximale = 5 * 1024 * 1024;

    public static (IReadOnlyList<LigneCsv> Lignes, IReadOnlyList<ErreurEntree> Erreurs) Lire(byte[] octets, string fichier)
    {
        List<ErreurEntree> erreurs = [];
        if (octets.Length > TailleMaximale) return ([], [new(fichier, null, null, "plus de 5 Mo : ce n'est pas une répartition.")]);
        if (octets is [0x50, 0x4B, ..] or [0xD0, 0xCF, ..])
            return ([], [new(fichier, null, null, "c'est un classeur : dans le tableur, « Enregistrer sous », puis CSV.")]);
        var texte = Decoder(octets);
        if (texte.Contains('\0', StringComparison.Ordinal)) return ([], [new(fichier, null, null, "ce n'est pas un fichier texte.")]);

        List<LigneCsv> lignes = [];
        using var lecteur = CsvReader.FromText(texte, new CsvReaderOptions
        {
            HasHeader = false,
            Separator = Separateur(texte),
            TrackLineNumbers = true,
            TrimWhitespace = true,
            TrimInsideQuotes = true,
            MalformedData = CsvMalformedDataHandling.Recover,
            OnMalformedRecord = m => erreurs.Add(new(fichier, (int)m.LineNumber, null, Explication(m.Reason))),
        });
        while (lecteur.Read())
        {
            string[] champs = [.. Enumerable.Range(0, lecteur.FieldCount).Select(lecteur.GetString)];
            if (!Array.TrueForAll(champs, string.IsNullOrWhiteSpace) && !EstIndice(champs, lignes.Count)) lignes.Add(new((int)lecteur.LineNumber, champs));
        }

        return (lignes, erreurs);
    }

    static string Explication(CsvMalformedReason raison) => raison == CsvMalformedReason.UnterminatedQuote
        ? "guillemet ouvert et jamais refermé."
        : "guillemet mal placé : entourer la cellule de guillemets et doubler ceux qu'elle contient.";

    // Excel écrit parfois « sep=; » en première ligne.
    static bool EstIndice(string[] champs, int dejaLues) => dejaLues == 0 && champs[0].StartsWith("sep=", StringComparison.OrdinalIgnoreCase);

    static char Separateur(string texte)
    {
        var entete = texte.AsSpan().TrimStart("\r\n").ToString().Split('\n').FirstOrDefault(l => !l.StartsWith("sep=", StringComparison.OrdinalIgnoreCase)) ?? "";
        return ((char[])[';', ',', '\t']).MaxBy(c => entete.Count(x => x == c));
    }

    static string Decoder(byte[] octets)
    {
        if (octets is [0xFF, 0xFE, ..]) return Encoding.Unicode.GetString(octets.AsSpan(2));
        if (octets is [0xFE, 0xFF, ..]) return Encoding.BigEndianUnicode.GetString(octets.AsSpan(2));
        var utf8 = octets is [0xEF, 0xBB, 0xBF, ..] ? octets.AsSpan(3) : octets;
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(utf8);
        }
        catch (DecoderFallbackException)
        {
            // Le CSV « Windows » d'Excel : 1252, dont « œ » et « € » que l'ISO-8859-1 n'a pas.
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(octets);
        }
    }
}
