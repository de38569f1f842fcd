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
    public override string ToString() => Ecrire("\u00A0€");

    /// <summary>La même forme sans le symbole : « 1 250,00 ».</summary>
    public string Nombre() => Ecrire("");

    /// <remarks>De droite à gauche, une place de plus tous les trois chiffres ; la valeur absolue du plus petit entier tient dans un entier non signé.</remarks>
    string Ecrire(string suffixe)
    {
        Span<char> place = stackalloc char[40];
        int debut = place.Length - suffixe.Length;
        suffixe.CopyTo(place[debut..]);
        ulong reste = Centimes < 0 ? unchecked(0UL - (ulong)Centimes) : (ulong)Centimes;
        for (int chiffres = 0; chiffres < 3 || reste > 0; chiffres++, reste /= 10)
        {
            if (chiffres == 2) place[--debut] = ',';
            else if (chiffres > 2 && chiffres % 3 == 2) place[--debut] = '\u202F';
            place[--debut] = (char)('0' + reste % 10);
        }

        if (Centimes < 0) place[--debut] = '-';
        return new(place[debut..]);
    }
}
