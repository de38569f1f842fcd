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

    /// <summary>Ce que la personne garde, de 0 à 100 pour cent, quand nul texte retenu ne le fixe : une décision ; absente, elle est attendue.</summary>
    public int? Proportion { get; init; }

    /// <summary>Longue maladie ou longue durée demandée pendant une maladie ordinaire : le premier jour où elle change ce qui se verse.</summary>
    public DateOnly? RequalifieLe { get; init; }

    /// <summary>Requalifié, un congé se juge en deux temps : maladie ordinaire d'abord, dont ce qui fut versé reste acquis, puis lui-même.</summary>
    internal IEnumerable<Conge> Deplier()
    {
        if (RequalifieLe is not { } jour || jour <= Periode.Debut || !MaintienEnConge.SeRequalifie(Nature)) return [this];
        Conge avant = this with { Nature = NatureConge.MaladieOrdinaire, Proportion = null, RequalifieLe = null };
        return jour > Periode.Fin ? [avant]
            : [avant with { Periode = new(Periode.Debut, jour.AddDays(-1)) }, this with { Periode = new(jour, Periode.Fin), RequalifieLe = null, SansCarence = false, JoursDejaPris = 0 }];
    }

    /// <summary>Le jour qui choisit le régime.</summary>
    internal DateOnly Accorde => AccordeLe ?? Periode.Debut;
}
