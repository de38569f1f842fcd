namespace Neuvieme.Droit;

/// <summary>Choix laissés à l'académie ; les valeurs par défaut sont celles du droit ou de sa lecture la plus commune.</summary>
public sealed record Parametres
{
    readonly int _premierMois = 10;
    readonly int _jourLimitePaie = 10;
    readonly int _forfait = 300;
    readonly int? _rcdMinimal;

    /// <summary>Les valeurs par défaut.</summary>
    public static Parametres Defaut { get; } = new();

    /// <summary>Mois du premier neuvième, de 9 à 12 ; octobre par défaut, novembre selon la circulaire.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Hors de 9 à 12.</exception>
    public int PremierMois
    {
        get => _premierMois;
        init => _premierMois = Entre(value, 9, 12);
    }

    /// <summary>Dernier jour du mois pris dans la paie du mois.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Hors de 1 à 31.</exception>
    public int JourLimitePaie
    {
        get => _jourLimitePaie;
        init => _jourLimitePaie = Entre(value, 1, 31);
    }

    /// <summary>Compter les heures supplémentaires dans le seuil et les ETP d'EPS (CAA Bordeaux, 7 décembre 2023, n° 21BX02452) ; non par défaut.</summary>
    public bool InclureHsaEps { get; init; }

    /// <summary>Forfait hebdomadaire d'association sportive par enseignant d'EPS, en centièmes d'heure.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Hors de 0 à 1000.</exception>
    public int ForfaitAssociationSportiveCentiemes
    {
        get => _forfait;
        init => _forfait = Entre(value, 0, 1000);
    }

    /// <summary>Convertir des IMP en décharge par demi-heures (625 €) et non par heures entières ; non par défaut (contradiction C21).</summary>
    public bool AreParDemiHeures { get; init; }

    /// <summary>Que faire d'une part d'un niveau tant qu'un niveau plus prioritaire reste à pourvoir ; bloquer par défaut (contradiction C25).</summary>
    public PrioritePacte PrioritePacte { get; init; }

    /// <summary>Part minimale du remplacement de courte durée dans la dotation, en pour cent ; absent par défaut (contradiction C26).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Hors de 1 à 100.</exception>
    public int? PourcentageRcdMinimal
    {
        get => _rcdMinimal;
        init => _rcdMinimal = value is { } v ? Entre(v, 1, 100) : null;
    }

    static int Entre(int valeur, int bas, int haut) => valeur >= bas && valeur <= haut
        ? valeur
        : throw new ArgumentOutOfRangeException(nameof(valeur), valeur, $"Valeur attendue de {bas} à {haut}.");
}

/// <summary>La force de l'ordre des niveaux du Pacte : aucun texte ne la fixe, chaque académie choisit.</summary>
public enum PrioritePacte
{
    /// <summary>Une part d'un niveau est refusée tant qu'un niveau plus prioritaire reste à pourvoir.</summary>
    Bloquante,

    /// <summary>Elle est signalée.</summary>
    Alerte,

    /// <summary>L'ordre n'est pas regardé.</summary>
    Libre,
}
