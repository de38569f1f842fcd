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
readonly struct Greffe : ITemoin
{
    readonly List<Examen> _examens = new(20);

    public Greffe()
    {
    }

    public void Examine(Regle regle) => _examens.Add(new(regle));

    public void Note(string nom, long? valeur) => Ajouter(nom, valeur?.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public void Note(string nom, bool? valeur) => Ajouter(nom, valeur switch { null => null, true => "oui", false => "non" });

    public void Note(string nom, DateOnly? valeur) => Ajouter(nom, valeur is { } d ? Dates.Iso(d) : null);

    public void Note(string nom, Montant? valeur) => Ajouter(nom, valeur?.ToString());

    public void Note(string nom, Quotite? valeur) => Ajouter(nom, valeur?.ToString());

    public void Note<TEnum>(string nom, TEnum valeur)
        where TEnum : struct, Enum => Ajouter(nom, valeur.ToString());

    public void Constate(Constat constat) => (_examens[^1].Constats ??= []).Add(constat);

    internal List<Constat> Constats()
    {
        var tous = new List<Constat>();
        foreach (Examen e in _examens)
        {
            if (e.Constats is { } constats) tous.AddRange(constats);
        }

        return tous;
    }

    internal Trace Trace<TSituation>(in TSituation s, Parametres p, Lecture<TSituation> lecture)
        where TSituation : struct
    {
        var etapes = new Etape[_examens.Count];
        for (int i = 0; i < etapes.Length; i++)
        {
            Examen e = _examens[i];
            etapes[i] = new(e.Regle.Code, Phrase(e, in s, p, lecture), e.Regle.Source, e.Entrees ?? []);
        }

        return new(etapes);
    }

    static string Phrase<TSituation>(Examen e, in TSituation s, Parametres p, Lecture<TSituation> lecture)
        where TSituation : struct
    {
        if (e.Constats is not { } constats) return lecture(e.Regle, in s, p);
        string phrase = ((Constat<TSituation>)constats[0]).Motif(in s, p).Phrase;
        for (int i = 1; i < constats.Count; i++) phrase += " " + ((Constat<TSituation>)constats[i]).Motif(in s, p).Phrase;
        return phrase;
    }

    void Ajouter(string nom, string? valeur) => (_examens[^1].Entrees ??= []).Add(new(nom, valeur ?? "inconnu"));

    sealed class Examen(Regle regle)
    {
        internal Regle Regle { get; } = regle;

        internal List<KeyValuePair<string, string>>? Entrees { get; set; }

        internal List<Constat>? Constats { get; set; }
    }
}

static class Dates
{
    internal static string Iso(DateOnly d) => d.ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>« 12 mai 2026 », « 1er septembre 2015 ».</summary>
    internal static string Lisible(DateOnly d) => $"{(d.Day == 1 ? "1er" : d.Day.ToString(System.Globalization.CultureInfo.InvariantCulture))} {Mois.De(d).Libelle}";
}
