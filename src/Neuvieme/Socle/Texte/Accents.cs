using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Neuvieme.Socle.Texte;

/// <summary>
/// Composition et retrait des accents latins. Sous InvariantGlobalization, string.Normalize rend le texte tel quel :
/// sans cette table, « é » en un ou deux caractères ferait deux personnes.
/// </summary>
public static class Accents
{
    // Une ligne par signe combinant : la lettre nue suivie de la lettre composée.
    static readonly (char Signe, string Paires)[] Table =
    [
        ('\u0300', "AÀEÈIÌOÒUÙNǸaàeèiìoòuùnǹ"),
        ('\u0301', "AÁEÉIÍOÓUÚYÝCĆLĹNŃRŔSŚZŹaáeéiíoóuúyýcćlĺnńrŕsśzź"),
        ('\u0302', "AÂEÊIÎOÔUÛYŶCĈGĜHĤJĴSŜWŴaâeêiîoôuûyŷcĉgĝhĥjĵsŝwŵ"),
        ('\u0303', "AÃEẼIĨNÑOÕUŨYỸaãeẽiĩnñoõuũyỹ"),
        ('\u0304', "AĀEĒIĪOŌUŪaāeēiīoōuū"),
        ('\u0306', "AĂEĔGĞIĬOŎUŬaăeĕgğiĭoŏuŭ"),
        ('\u0307', "CĊEĖGĠIİZŻcċeėgġzż"),
        ('\u0308', "AÄEËIÏOÖUÜYŸaäeëiïoöuüyÿ"),
        ('\u030A', "AÅUŮaåuů"),
        ('\u030B', "OŐUŰoőuű"),
        ('\u030C', "CČDĎEĚNŇRŘSŠTŤZŽcčdďeěnňrřsštťzž"),
        ('\u0327', "CÇGĢKĶLĻNŅRŖSŞTŢcçgģkķlļnņrŗsştţ"),
        ('\u0328', "AĄEĘIĮUŲaąeęiįuų"),
    ];

    static readonly FrozenDictionary<(char Lettre, char Signe), char> Composees = Table
        .SelectMany(l => Enumerable.Range(0, l.Paires.Length / 2).Select(i => (Cle: (l.Paires[2 * i], l.Signe), Valeur: l.Paires[(2 * i) + 1])))
        .ToFrozenDictionary(p => p.Cle, p => p.Valeur);

    static readonly FrozenDictionary<char, char> Nues =
        Composees.ToFrozenDictionary(p => p.Value, p => p.Key.Lettre);

    static readonly SearchValues<char> Signes = SearchValues.Create([.. Table.Select(l => l.Signe)]);

    /// <summary>Forme composée (NFC) des lettres latines ; un signe sans lettre composée connue reste en place.</summary>
    public static string Composer(string texte)
    {
        if (texte.AsSpan().IndexOfAny(Signes) < 0)
            return texte;
        var sortie = new StringBuilder(texte.Length);
        foreach (var c in texte)
        {
            if (sortie.Length > 0 && Composees.TryGetValue((sortie[^1], c), out var composee))
                sortie[^1] = composee;
            else
                sortie.Append(c);
        }
        return sortie.ToString();
    }

    /// <summary>Clé de rapprochement : majuscules sans accent, tout le reste (trait d'union, apostrophe, point) devenu une espace simple.</summary>
    public static string Cle(string? texte)
    {
        if (string.IsNullOrWhiteSpace(texte))
            return "";
        var sortie = new StringBuilder(texte.Length);
        foreach (var c in Composer(texte))
        {
            if (char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
                continue;
            var nue = char.ToUpperInvariant(Nues.GetValueOrDefault(c, c));
            if (char.IsLetterOrDigit(nue))
                sortie.Append(nue switch { 'Œ' => "OE", 'Æ' => "AE", 'ẞ' or 'ß' => "SS", 'Ø' => "O", 'Ł' => "L", 'Đ' => "D", _ => nue.ToString() });
            else if (sortie.Length > 0 && sortie[^1] != ' ')
                sortie.Append(' ');
        }
        return sortie.ToString().TrimEnd();
    }
}
