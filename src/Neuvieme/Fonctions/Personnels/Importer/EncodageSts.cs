using System.Text;
using System.Text.RegularExpressions;

namespace Neuvieme.Fonctions.Personnels.Importer;

/// <summary>Choisit l'encodage d'après la marque, puis le prologue, puis les octets : le prologue ment dès qu'un éditeur a réenregistré le fichier.</summary>
static partial class EncodageSts
{
    // ISO-8859-15 n'est pas dans le noyau de .NET ; il vient du fournisseur de pages de codes.
    static readonly Encoding Latin9 = CodePagesEncodingProvider.Instance.GetEncoding("iso-8859-15")!;
    static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: false);

    [GeneratedRegex("""^\s*<\?xml[^>]*?encoding\s*=\s*["'](?<nom>[A-Za-z0-9._\-]+)["']""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Prologue();

    public static (Encoding Encodage, int Saut, string? Avertissement) Choisir(ReadOnlySpan<byte> octets)
    {
        var (marque, saut) = Marque(octets);
        if (marque is not null && (marque is not UTF8Encoding || Utf8Valide(octets[saut..])))
            return (marque, saut, null);
        var reste = octets[saut..];
        var tete = Encoding.Latin1.GetString(reste[..Math.Min(reste.Length, 300)]);
        var declare = Prologue().Match(tete) is { Success: true } m ? m.Groups["nom"].Value.ToLowerInvariant() : null;
        if (Ascii.IsValid(reste))
            return (Utf8, saut, null);
        return declare switch
        {
            null or "utf-8" or "utf8" => Utf8Valide(reste)
                ? (Utf8, saut, null)
                : (Huit(reste), saut, $"le fichier {(declare is null ? "ne dit pas son encodage" : "se dit en UTF-8")} mais ses octets n’en sont pas : relu en {Nom(Huit(reste))}. Vérifier les accents."),
            "iso-8859-15" or "iso8859-15" or "latin9" or "latin-9" or "iso-8859-1" or "iso8859-1" or "latin1" => Utf8Valide(reste)
                ? (Utf8, saut, $"le fichier se dit en {declare.ToUpperInvariant()} mais il a été réenregistré en UTF-8 : relu en UTF-8.")
                : (Huit(reste), saut, ReferenceEquals(Huit(reste), Latin9) ? null : $"le fichier se dit en {declare.ToUpperInvariant()} mais contient des caractères de Windows : relu en Windows-1252. Vérifier les accents."),
            "windows-1252" or "cp1252" => (Windows1252, saut, null),
            _ => Utf8Valide(reste)
                ? (Utf8, saut, $"l’encodage annoncé, {declare}, n’est pas celui d’un export STSWeb : relu en UTF-8. Vérifier les accents.")
                : (Huit(reste), saut, $"l’encodage annoncé, {declare}, n’est pas celui d’un export STSWeb : relu en {Nom(Huit(reste))}. Vérifier les accents."),
        };
    }

    /// <summary>Marque d'ordre des octets, ou UTF-16 sans marque reconnu à son premier « &lt; ».</summary>
    public static (Encoding? Encodage, int Saut) Marque(ReadOnlySpan<byte> octets) => octets switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Utf8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        [(byte)'<', 0, ..] => (Encoding.Unicode, 0),
        [0, (byte)'<', ..] => (Encoding.BigEndianUnicode, 0),
        _ => (null, 0),
    };

    static bool Utf8Valide(ReadOnlySpan<byte> octets) => System.Text.Unicode.Utf8.IsValid(octets);

    // 0x80–0x9F sont des commandes en 8859-15 : leur présence trahit un texte Windows (œ, apostrophe courbe).
    static Encoding Huit(ReadOnlySpan<byte> octets) => octets.IndexOfAnyInRange((byte)0x80, (byte)0x9F) >= 0 ? Windows1252 : Latin9;

    static string Nom(Encoding e) => ReferenceEquals(e, Latin9) ? "ISO-8859-15" : "Windows-1252";
}
