using System.Runtime.InteropServices;

namespace Neuvieme.Droit;

/// <summary>Année scolaire, du 1er septembre au 31 août.</summary>
/// <param name="Debut">Année civile de la rentrée.</param>
public readonly record struct AnneeScolaire(int Debut) : IComparable<AnneeScolaire>
{
    /// <summary>Vrai quand ses deux bornes tiennent dans le calendrier (rentrées de l'an 1 à l'an 9998).</summary>
    public bool EstRepresentable => Debut is >= 1 and <= 9998;

    /// <summary>Le 1er septembre.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Année non représentable.</exception>
    public DateOnly PremierJour => new(Debut, 9, 1);

    /// <summary>Le 31 août suivant.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Année non représentable.</exception>
    public DateOnly DernierJour => new(Debut + 1, 8, 31);

    /// <summary>L'année scolaire qui contient ce jour.</summary>
    public static AnneeScolaire De(DateOnly jour) => new(jour.Month >= 9 ? jour.Year : jour.Year - 1);

    /// <summary>Vrai si le jour tombe dans l'année scolaire.</summary>
    public bool Contient(DateOnly jour) => De(jour) == this;

    /// <summary>L'année scolaire d'avant.</summary>
    public AnneeScolaire Precedente => new(Debut - 1);

    /// <summary>Antérieure.</summary>
    public static bool operator <(AnneeScolaire a, AnneeScolaire b) => a.Debut < b.Debut;

    /// <summary>Postérieure.</summary>
    public static bool operator >(AnneeScolaire a, AnneeScolaire b) => a.Debut > b.Debut;

    /// <summary>Antérieure ou la même.</summary>
    public static bool operator <=(AnneeScolaire a, AnneeScolaire b) => a.Debut <= b.Debut;

    /// <summary>Postérieure ou la même.</summary>
    public static bool operator >=(AnneeScolaire a, AnneeScolaire b) => a.Debut >= b.Debut;

    /// <inheritdoc/>
    public int CompareTo(AnneeScolaire other) => Debut.CompareTo(other.Debut);

    /// <summary>« 2026-2027 ».</summary>
    public override string ToString() => $"{Debut}-{Debut + 1L}";

    /// <summary>Lit « 2026-2027 » ou « 2026 ».</summary>
    public static bool TryParse(string? texte, out AnneeScolaire annee)
    {
        annee = default;
        if (texte is not ({ Length: 4 } or { Length: 9 }) || !Chiffres.Lire(texte.AsSpan(0, 4), out int debut)) return false;
        if (texte.Length == 9 && (texte[4] != '-' || !Chiffres.Lire(texte.AsSpan(5), out int fin) || fin != debut + 1)) return false;
        annee = new(debut);
        return annee.EstRepresentable;
    }
}

/// <summary>Période dont les deux bornes sont incluses.</summary>
/// <param name="Debut">Premier jour.</param>
/// <param name="Fin">Dernier jour.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Periode(DateOnly Debut, DateOnly Fin)
{
    /// <summary>Vrai quand la fin ne précède pas le début.</summary>
    public bool EstOrdonnee => Fin >= Debut;

    /// <summary>Nombre de jours, bornes incluses ; 0 si la période est à l'envers.</summary>
    public int Jours => EstOrdonnee ? Fin.DayNumber - Debut.DayNumber + 1 : 0;

    /// <summary>Vrai si les deux périodes ont un jour en commun.</summary>
    public bool Chevauche(Periode autre) => EstOrdonnee && autre.EstOrdonnee && Debut <= autre.Fin && autre.Debut <= Fin;
}
