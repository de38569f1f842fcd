using System.Runtime.InteropServices;

namespace Neuvieme.Droit.ImpSecondDegre;

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
    readonly List<(Regle Regle, List<KeyValuePair<string, string>> Entrees, List<Constat> Constats)> _etapes = [];

    public Greffe()
    {
    }

    public void Examine(Regle regle) => _etapes.Add((regle, [], []));

    public void Note(string nom, long? valeur) =>
        Ajouter(nom, valeur?.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public void Note(string nom, bool? valeur) => Ajouter(nom, valeur switch { null => null, true => "oui", false => "non" });

    public void Note(string nom, DateOnly? valeur) => Ajouter(nom, valeur is { } d ? Dates.Iso(d) : null);

    public void Note(string nom, Montant? valeur) => Ajouter(nom, valeur?.ToString());

    public void Note(string nom, Quotite? valeur) => Ajouter(nom, valeur?.ToString());

    public void Note<TEnum>(string nom, TEnum valeur)
        where TEnum : struct, Enum => Ajouter(nom, valeur.ToString());

    public void Constate(Constat constat) => _etapes[^1].Constats.Add(constat);

    internal List<Constat> Constats()
    {
        var tous = new List<Constat>();
        foreach (var etape in _etapes) tous.AddRange(etape.Constats);
        return tous;
    }

    internal Trace Trace(in Situation s, Parametres p)
    {
        var etapes = new Etape[_etapes.Count];
        for (int i = 0; i < etapes.Length; i++)
        {
            (Regle regle, List<KeyValuePair<string, string>> entrees, List<Constat> constats) = _etapes[i];
            string phrase = "Rien à signaler : " + regle.Enonce;
            if (constats.Count > 0)
            {
                var phrases = new string[constats.Count];
                for (int j = 0; j < phrases.Length; j++) phrases[j] = constats[j].Motif(in s, p).Phrase;
                phrase = string.Join(' ', phrases);
            }

            etapes[i] = new(regle.Code, phrase, regle.Source, entrees);
        }

        return new(etapes);
    }

    void Ajouter(string nom, string? valeur) => _etapes[^1].Entrees.Add(new(nom, valeur ?? "inconnu"));
}

static class Dates
{
    internal static string Iso(DateOnly d) => $"{d.Year:0000}-{d.Month:00}-{d.Day:00}";

    /// <summary>« 12 mai 2026 », « 1er septembre 2015 ».</summary>
    internal static string Lisible(DateOnly d) => $"{(d.Day == 1 ? "1er" : d.Day.ToString(System.Globalization.CultureInfo.InvariantCulture))} {Mois.De(d).Libelle}";
}
