using System.Globalization;

namespace Neuvieme.Droit.Fiscalite;

/// <summary>Un taux, en cent-millièmes entiers : 9,2 % vaut 9 200, le coefficient 0,93319 vaut 93 319.</summary>
/// <param name="CentMilliemes">De 0 à 100 000 pour un taux qui ne dépasse pas le tout.</param>
public readonly record struct Proportion(int CentMilliemes)
{
    /// <summary>Cent-millièmes dans le tout.</summary>
    public const int Tout = 100_000;

    /// <summary>Cette part du montant, au centime, la moitié arrondie en s'éloignant de zéro.</summary>
    /// <exception cref="OverflowException">Résultat hors des bornes d'un entier de 64 bits.</exception>
    public Montant De(Montant montant) => Arrondir((Int128)montant.Centimes * CentMilliemes, Tout);

    /// <summary>La part d'une part, arrondie une seule fois : CSG sur 98,25 % du brut.</summary>
    /// <exception cref="OverflowException">Résultat hors des bornes d'un entier de 64 bits.</exception>
    public Montant De(Montant montant, Proportion assiette) =>
        Arrondir((Int128)montant.Centimes * CentMilliemes * assiette.CentMilliemes, (long)Tout * Tout);

    /// <summary>Le montant dont celui-ci est la part, au centime le plus proche : 7 500 € nets au coefficient 0,93319 font 8 036,95 € bruts.</summary>
    /// <exception cref="DivideByZeroException">Taux nul.</exception>
    /// <exception cref="OverflowException">Résultat hors des bornes d'un entier de 64 bits.</exception>
    public Montant Inverse(Montant part) => Arrondir((Int128)part.Centimes * Tout, CentMilliemes);

    /// <summary>« 9,2 % », « 98,25 % ».</summary>
    public override string ToString()
    {
        (int entier, int reste) = int.DivRem(CentMilliemes, 1000);
        string decimales = reste.ToString("000", CultureInfo.InvariantCulture).TrimEnd('0');
        return $"{entier}{(decimales.Length == 0 ? "" : "," + decimales)}\u00A0%";
    }

    static Montant Arrondir(Int128 numerateur, long denominateur)
    {
        Int128 demi = denominateur / 2;
        return new((long)((numerateur + (numerateur < 0 ? -demi : demi)) / denominateur));
    }
}
