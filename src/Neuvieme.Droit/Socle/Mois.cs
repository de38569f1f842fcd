using System.Runtime.InteropServices;

namespace Neuvieme.Droit;

/// <summary>Un mois du calendrier.</summary>
/// <param name="Annee">Année civile.</param>
/// <param name="Numero">Numéro du mois, de 1 à 12.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Mois(int Annee, int Numero) : IComparable<Mois>
{
    static readonly string[] Noms =
        ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

    /// <summary>Le mois qui contient ce jour.</summary>
    public static Mois De(DateOnly jour) => new(jour.Year, jour.Month);

    /// <summary>Le mois d'après.</summary>
    public Mois Suivant => Numero >= 12 ? new(Annee + 1, 1) : new(Annee, Numero + 1);

    /// <summary>Le nom seul, « octobre » ; vide si le numéro n'est pas celui d'un mois.</summary>
    public string Nom => Numero is >= 1 and <= 12 ? Noms[Numero - 1] : "";

    /// <summary>« octobre 2026 ».</summary>
    public string Libelle => $"{Nom} {Annee}";

    /// <summary>Antérieur.</summary>
    public static bool operator <(Mois a, Mois b) => a.CompareTo(b) < 0;

    /// <summary>Postérieur.</summary>
    public static bool operator >(Mois a, Mois b) => a.CompareTo(b) > 0;

    /// <summary>Antérieur ou le même.</summary>
    public static bool operator <=(Mois a, Mois b) => a.CompareTo(b) <= 0;

    /// <summary>Postérieur ou le même.</summary>
    public static bool operator >=(Mois a, Mois b) => a.CompareTo(b) >= 0;

    /// <inheritdoc/>
    public int CompareTo(Mois other) => Annee != other.Annee ? Annee.CompareTo(other.Annee) : Numero.CompareTo(other.Numero);

    /// <summary>« 2026-10 ».</summary>
    public override string ToString() => $"{Annee:0000}-{Numero:00}";

    /// <summary>Lit « 2026-10 ».</summary>
    public static bool TryParse(string? texte, out Mois mois)
    {
        mois = default;
        if (texte is not { Length: 7 } || texte[4] != '-'
            || !Chiffres.Lire(texte.AsSpan(0, 4), out int annee) || !Chiffres.Lire(texte.AsSpan(5, 2), out int numero)
            || annee < 1 || numero is < 1 or > 12) return false;
        mois = new(annee, numero);
        return true;
    }
}

static class Chiffres
{
    /// <summary>Lit des chiffres décimaux seulement : ni signe, ni espace, ni chiffre d'une autre écriture.</summary>
    public static bool Lire(ReadOnlySpan<char> texte, out int valeur)
    {
        valeur = 0;
        foreach (char c in texte)
        {
            if (!char.IsAsciiDigit(c)) return false;
            valeur = valeur * 10 + (c - '0');
        }

        return true;
    }
}
