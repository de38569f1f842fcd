using System.Globalization;

namespace Neuvieme.Droit;

/// <summary>Quantité d'IMP comptée en quarts : une IMP entière vaut 1 250 €, son quart 312,50 €.</summary>
/// <param name="Quarts">Nombre de quarts d'IMP.</param>
public readonly record struct Quotite(int Quarts)
{
    /// <summary>Centimes que représente un quart d'IMP.</summary>
    public const long CentimesParQuart = 31_250;

    /// <summary>Aucune IMP.</summary>
    public static Quotite Zero => default;

    /// <summary>La quotité d'un montant qui est un multiple entier de 312,50 € ; sinon <see langword="null"/>.</summary>
    public static Quotite? DeMontant(Montant montant)
    {
        (long quarts, long reste) = long.DivRem(montant.Centimes, CentimesParQuart);
        return reste == 0 && quarts is >= int.MinValue and <= int.MaxValue ? new((int)quarts) : null;
    }

    /// <summary>Montant annuel brut.</summary>
    public Montant EnMontant() => new(Quarts * CentimesParQuart);

    /// <summary>Somme.</summary>
    public static Quotite operator +(Quotite a, Quotite b) => new(a.Quarts + b.Quarts);

    /// <summary>Différence.</summary>
    public static Quotite operator -(Quotite a, Quotite b) => new(a.Quarts - b.Quarts);

    /// <summary>Strictement inférieure.</summary>
    public static bool operator <(Quotite a, Quotite b) => a.Quarts < b.Quarts;

    /// <summary>Strictement supérieure.</summary>
    public static bool operator >(Quotite a, Quotite b) => a.Quarts > b.Quarts;

    /// <summary>« 0 », « ¼ », « ½ », « ¾ », « 1 », « 1,25 », « 2,5 ».</summary>
    public override string ToString()
    {
        long absolu = Quarts < 0 ? -(long)Quarts : Quarts;
        (long entier, long quart) = long.DivRem(absolu, 4);
        string texte = (entier, quart) switch
        {
            (0, 1) => "¼",
            (0, 2) => "½",
            (0, 3) => "¾",
            _ => entier.ToString(CultureInfo.InvariantCulture) + quart switch { 1 => ",25", 2 => ",5", 3 => ",75", _ => "" },
        };
        return Quarts < 0 ? "-" + texte : texte;
    }
}
