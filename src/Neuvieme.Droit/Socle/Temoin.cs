using System.Runtime.InteropServices;

namespace Neuvieme.Droit;

/// <summary>Ce à quoi les règles rendent compte. Le même code de règle sert à juger vite (bits) et à expliquer (trace).</summary>
interface ITemoin
{
    void Examine(Regle regle);

    void Note(string nom, long? valeur);

    void Note(string nom, bool? valeur);

    void Note(string nom, DateOnly? valeur);

    void Note(string nom, Montant? valeur);

    void Note(string nom, Quotite? valeur);

    void Note<TEnum>(string nom, TEnum valeur)
        where TEnum : struct, Enum;

    void Constate(Constat constat);
}

/// <summary>Ne garde que des bits : aucune allocation.</summary>
[StructLayout(LayoutKind.Auto)]
struct Bits : ITemoin
{
    internal ulong Bas, Haut;

    public readonly void Examine(Regle regle)
    {
    }

    public readonly void Note(string nom, long? valeur)
    {
    }

    public readonly void Note(string nom, bool? valeur)
    {
    }

    public readonly void Note(string nom, DateOnly? valeur)
    {
    }

    public readonly void Note(string nom, Montant? valeur)
    {
    }

    public readonly void Note(string nom, Quotite? valeur)
    {
    }

    public readonly void Note<TEnum>(string nom, TEnum valeur)
        where TEnum : struct, Enum
    {
    }

    public void Constate(Constat constat)
    {
        if (constat.Rang < 64) Bas |= 1UL << constat.Rang;
        else Haut |= 1UL << (constat.Rang - 64);
    }
}

/// <summary>Garde les règles examinées, les faits lus et les constats.</summary>
/// <remarks>Trois listes pour toute la lecture : une règle y tient une plage de faits et une plage de constats, qui commencent où finissent celles de la précédente.</remarks>
readonly struct Greffe : ITemoin
{
    readonly List<Examen> _examens = new(24);
    readonly List<KeyValuePair<string, string>> _entrees = new(48);
    readonly List<Constat> _constats = [];

    public Greffe()
    {
    }

    internal List<Constat> Constats => _constats;

    public void Examine(Regle regle) => _examens.Add(new(regle, _entrees.Count, _constats.Count));

    public void Note(string nom, long? valeur) => Ajouter(nom, valeur?.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public void Note(string nom, bool? valeur) => Ajouter(nom, valeur switch { null => null, true => "oui", false => "non" });

    public void Note(string nom, DateOnly? valeur) => Ajouter(nom, valeur is { } d ? Dates.Iso(d) : null);

    public void Note(string nom, Montant? valeur) => Ajouter(nom, valeur?.ToString());

    public void Note(string nom, Quotite? valeur) => Ajouter(nom, valeur?.ToString());

    public void Note<TEnum>(string nom, TEnum valeur)
        where TEnum : struct, Enum => Ajouter(nom, valeur.ToString());

    public void Constate(Constat constat) => _constats.Add(constat);

    /// <param name="motifs">Les motifs des constats, au même rang.</param>
    /// <param name="s">La situation.</param>
    /// <param name="p">Les choix de l'académie.</param>
    /// <param name="lecture">Ce que dit une règle satisfaite.</param>
    internal Trace Trace<TSituation>(ReadOnlySpan<Motif> motifs, in TSituation s, Parametres p, Lecture<TSituation> lecture)
        where TSituation : struct
    {
        var etapes = new Etape[_examens.Count];
        for (int i = 0; i < etapes.Length; i++)
        {
            Examen e = _examens[i];
            bool derniere = i + 1 == etapes.Length;
            int finEntrees = derniere ? _entrees.Count : _examens[i + 1].Entrees, finConstats = derniere ? _constats.Count : _examens[i + 1].Constats;
            string phrase = finConstats == e.Constats ? lecture(e.Regle, in s, p) : Phrase(motifs[e.Constats..finConstats]);
            etapes[i] = new(e.Regle.Code, phrase, e.Regle.Source, finEntrees == e.Entrees ? [] : _entrees.GetRange(e.Entrees, finEntrees - e.Entrees));
        }

        return new(etapes);
    }

    static string Phrase(ReadOnlySpan<Motif> motifs)
    {
        string phrase = motifs[0].Phrase;
        foreach (Motif m in motifs[1..]) phrase += " " + m.Phrase;
        return phrase;
    }

    void Ajouter(string nom, string? valeur) => _entrees.Add(new(nom, valeur ?? "inconnu"));

    /// <param name="Regle">La règle.</param>
    /// <param name="Entrees">Rang du premier fait lu.</param>
    /// <param name="Constats">Rang du premier constat.</param>
    [StructLayout(LayoutKind.Auto)]
    readonly record struct Examen(Regle Regle, int Entrees, int Constats);
}

static class Dates
{
    internal static string Iso(DateOnly d) => d.ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>« 12 mai 2026 », « 1er septembre 2015 ».</summary>
    internal static string Lisible(DateOnly d) => d.Day == 1 ? $"1er {Mois.De(d).Nom} {d.Year}" : $"{d.Day} {Mois.De(d).Nom} {d.Year}";
}
