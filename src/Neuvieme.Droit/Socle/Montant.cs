using System.Globalization;

namespace Neuvieme.Droit;

/// <summary>Somme d'argent en centimes entiers. Aucun calcul en virgule flottante.</summary>
/// <param name="Centimes">Nombre de centimes ; négatif pour un trop-perçu.</param>
public readonly record struct Montant(long Centimes) : IComparable<Montant>
{
    /// <summary>Zéro euro.</summary>
    public static Montant Zero => default;

    /// <summary>Le montant d'un nombre d'euros à deux décimales au plus.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fraction de centime, ou montant hors des bornes d'un entier de 64 bits.</exception>
    public static Montant Euros(decimal euros)
    {
        if (euros is > 90_000_000_000_000_000m or < -90_000_000_000_000_000m)
            throw new ArgumentOutOfRangeException(nameof(euros), euros, "Montant hors bornes.");
        decimal centimes = euros * 100m;
        if (centimes != decimal.Truncate(centimes))
            throw new ArgumentOutOfRangeException(nameof(euros), euros, "Un montant a deux décimales au plus.");
        return new((long)centimes);
    }

    /// <summary>Somme.</summary>
    public static Montant operator +(Montant a, Montant b) => new(a.Centimes + b.Centimes);

    /// <summary>Différence.</summary>
    public static Montant operator -(Montant a, Montant b) => new(a.Centimes - b.Centimes);

    /// <summary>Opposé.</summary>
    public static Montant operator -(Montant a) => new(-a.Centimes);

    /// <summary>Produit par un entier.</summary>
    public static Montant operator *(Montant a, long n) => new(a.Centimes * n);

    /// <summary>Strictement inférieur.</summary>
    public static bool operator <(Montant a, Montant b) => a.Centimes < b.Centimes;

    /// <summary>Strictement supérieur.</summary>
    public static bool operator >(Montant a, Montant b) => a.Centimes > b.Centimes;

    /// <summary>Inférieur ou égal.</summary>
    public static bool operator <=(Montant a, Montant b) => a.Centimes <= b.Centimes;

    /// <summary>Supérieur ou égal.</summary>
    public static bool operator >=(Montant a, Montant b) => a.Centimes >= b.Centimes;

    /// <inheritdoc/>
    public int CompareTo(Montant other) => Centimes.CompareTo(other.Centimes);

    /// <summary>Division par un entier strictement positif, la moitié arrondie en s'éloignant de zéro.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Diviseur nul ou négatif.</exception>
    public Montant DiviseParArrondi(long diviseur)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(diviseur);
        (long quotient, long reste) = long.DivRem(Centimes, diviseur);
        long absolu = reste < 0 ? -reste : reste;
        if (absolu >= diviseur - absolu) quotient += Centimes < 0 ? -1 : 1;
        return new(quotient);
    }

    /// <summary>Forme française : « 1 250,00 € » (espace fine insécable par milliers, virgule, espace insécable avant €).</summary>
    public override string ToString() => Nombre() + "\u00A0€";

    /// <summary>La même forme sans le symbole : « 1 250,00 ».</summary>
    public string Nombre()
    {
        Int128 absolu = Int128.Abs(Centimes);
        string entier = (absolu / 100).ToString(CultureInfo.InvariantCulture);
        for (int i = entier.Length - 3; i > 0; i -= 3) entier = entier.Insert(i, "\u202F");
        return $"{(Centimes < 0 ? "-" : "")}{entier},{(int)(absolu % 100):00}";
    }
}
