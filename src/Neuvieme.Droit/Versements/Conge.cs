namespace Neuvieme.Droit.Versements;

/// <summary>Nature d'un congé du titulaire.</summary>
public enum NatureConge : byte
{
    /// <summary>Nature non dite : le calcul attend de la connaître.</summary>
    Inconnu,

    /// <summary>Congés annuels.</summary>
    Annuel,

    /// <summary>Congé de maladie ordinaire.</summary>
    MaladieOrdinaire,

    /// <summary>Congé de maternité.</summary>
    Maternite,

    /// <summary>Congé d'adoption.</summary>
    Adoption,

    /// <summary>Congé de paternité et d'accueil de l'enfant.</summary>
    Paternite,

    /// <summary>Congé de longue maladie.</summary>
    LongueMaladie,

    /// <summary>Congé de longue durée.</summary>
    LongueDuree,

    /// <summary>Congé de grave maladie d'un contractuel.</summary>
    GraveMaladie,

    /// <summary>Congé pour invalidité temporaire imputable au service.</summary>
    InvaliditeImputable,

    /// <summary>Congé parental.</summary>
    Parental,

    /// <summary>Disponibilité.</summary>
    Disponibilite,

    /// <summary>Tout autre congé.</summary>
    Autre,
}

/// <summary>Un congé du titulaire, qui peut avoir commencé avant l'année scolaire et finir après elle.</summary>
/// <param name="Nature">Sa nature.</param>
/// <param name="Periode">Du premier au dernier jour.</param>
public sealed record Conge(NatureConge Nature, Periode Periode)
{
    /// <summary>Jour où le congé est accordé, qui choisit le régime de maladie ; son premier jour par défaut.</summary>
    public DateOnly? AccordeLe { get; init; }

    /// <summary>Maladie ordinaire : jours déjà pris dans les douze mois qui précèdent, en plus des congés donnés avec celui-ci, de 0 à 360.</summary>
    public int JoursDejaPris { get; init; }

    /// <summary>Maladie ordinaire : le jour de carence ne s'applique pas, par exemple à une prolongation.</summary>
    public bool SansCarence { get; init; }

    /// <summary>Le jour qui choisit le régime.</summary>
    internal DateOnly Accorde => AccordeLe ?? Periode.Debut;
}
