using System.Globalization;
using System.Text;

namespace Neuvieme.Socle.Sceau;

/// <summary>Une valeur PDF à l'endroit où elle est écrite : on la recopie sans la refaire, et l'on sait quels octets elle occupe.</summary>
readonly struct ValeurPdf(byte[] source, int debut, int fin)
{
    const int ElementsMaximaux = 200_000;

    public static readonly ValeurPdf Nulle = new("null"u8.ToArray(), 0, 4);

    public byte[] Source => source;
    public int Debut => debut;
    public int Fin => fin;
    public ReadOnlySpan<byte> Octets => source.AsSpan(debut, fin - debut);
    public bool EstNulle => Octets.SequenceEqual("null"u8);
    public bool EstDictionnaire => Octets.StartsWith("<<"u8);
    public bool EstTableau => Octets[0] == (byte)'[';
    public bool EstHexadecimal => Octets[0] == (byte)'<' && !EstDictionnaire;

    public int? Entier => int.TryParse(Octets, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int n) ? n : null;

    public (int Numero, int Generation)? Reference
    {
        get
        {
            if (Octets[^1] != (byte)'R') return null;
            var numero = LecturePdf.Valeur(source, debut, seule: true);
            var generation = LecturePdf.Valeur(source, numero.Fin, seule: true);
            return numero.Entier is { } n && generation.Entier is { } g ? (n, g) : null;
        }
    }

    /// <summary>« /Type » → Type, les échappements « #54 » lus : deux écritures d'un nom sont le même nom.</summary>
    public string? Nom
    {
        get
        {
            if (Octets[0] != (byte)'/') return null;
            var nom = new StringBuilder(Octets.Length);
            for (int i = debut + 1; i < fin; i++)
            {
                bool echappe = source[i] == (byte)'#' && i + 2 < fin && char.IsAsciiHexDigit((char)source[i + 1]) && char.IsAsciiHexDigit((char)source[i + 2]);
                nom.Append(echappe ? (char)byte.Parse(source.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : (char)source[i]);
                if (echappe) i += 2;
            }

            return nom.ToString();
        }
    }

    /// <summary>Les entrées d'un dictionnaire. Une clé écrite deux fois se refuse : deux lecteurs n'y verraient pas le même document.</summary>
    public Dictionary<string, ValeurPdf> Dictionnaire()
    {
        if (!EstDictionnaire) throw LecturePdf.Illisible(debut, "un dictionnaire est attendu");
        var entrees = new Dictionary<string, ValeurPdf>(StringComparer.Ordinal);
        for (int i = LecturePdf.PasserBlancs(source, debut + 2); i < fin - 2;)
        {
            var cle = LecturePdf.Valeur(source, i);
            var valeur = LecturePdf.Valeur(source, cle.Fin);
            if (cle.Nom is not { } nom) throw LecturePdf.Illisible(i, "une clé est attendue");
            if (!entrees.TryAdd(nom, valeur)) throw LecturePdf.Illisible(i, $"la clé /{TextePdf.Affichable(nom)} est écrite deux fois");
            if (entrees.Count > ElementsMaximaux) throw LecturePdf.Illisible(debut, "dictionnaire démesuré");
            i = LecturePdf.PasserBlancs(source, valeur.Fin);
        }

        return entrees;
    }

    public List<ValeurPdf> Elements()
    {
        if (!EstTableau) throw LecturePdf.Illisible(debut, "un tableau est attendu");
        List<ValeurPdf> elements = [];
        for (int i = LecturePdf.PasserBlancs(source, debut + 1); i < fin - 1;)
        {
            elements.Add(LecturePdf.Valeur(source, i));
            if (elements.Count > ElementsMaximaux) throw LecturePdf.Illisible(debut, "tableau démesuré");
            i = LecturePdf.PasserBlancs(source, elements[^1].Fin);
        }

        return elements;
    }
}
