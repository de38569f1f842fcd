namespace Neuvieme.Droit.Comparateur;

/// <summary>Une activité ramenée à l'heure.</summary>
public sealed record LigneComparee
{
    /// <summary>Code stable, « hsa-premiere ».</summary>
    public required string Code { get; init; }

    /// <summary>L'activité.</summary>
    public required Activite Activite { get; init; }

    /// <summary>Son nom.</summary>
    public required string Libelle { get; init; }

    /// <summary>Montant brut de l'unité (l'année, ou l'heure pour une HSE) et ce que l'on sait de sa date.</summary>
    public required ValeurRelevee Valeur { get; init; }

    /// <summary>Heures que paie l'unité ; absent pour un engagement sans heures.</summary>
    public int? Heures { get; init; }

    /// <summary>D'où viennent ces heures.</summary>
    public required string Volume { get; init; }

    /// <summary>Brut pour le nombre d'heures demandé ; absent quand l'activité ne se découpe pas ainsi.</summary>
    public Montant? PourHeures { get; init; }

    /// <summary>Vrai quand l'unité se paie en neuvièmes ; faux quand aucun calendrier n'est relevé.</summary>
    public bool EnNeuviemes => Versements.Count > 0;

    /// <summary>Les neuf versements ; vide si le calendrier ou la valeur manque.</summary>
    public IReadOnlyList<Echeance> Versements { get; init; } = [];

    /// <summary>Traitement fiscal.</summary>
    public required RegimeFiscal Regime { get; init; }

    /// <summary>Le papier à signer.</summary>
    public required string Papier { get; init; }

    /// <summary>Ce qui se cumule.</summary>
    public required string Cumul { get; init; }

    /// <summary>La règle d'où vient la ligne.</summary>
    public required Regle Regle { get; init; }

    /// <summary>Net estimé de l'unité : somme des versements arrondis, ou l'unité en une fois.</summary>
    public Montant? Net => Valeur.Brut is not { } brut ? null
        : EnNeuviemes ? Versements.Aggregate(Montant.Zero, (s, e) => s + e.NetEstime) : NetEstime.De(brut);

    /// <summary>Brut par heure, au centime, la moitié arrondie vers le haut (la source tronque parfois).</summary>
    public Montant? BrutParHeure => Heures is { } h ? Valeur.Brut?.DiviseParArrondi(h) : null;

    /// <summary>Net estimé par heure.</summary>
    public Montant? NetParHeure => Heures is { } h ? Net?.DiviseParArrondi(h) : null;

    /// <summary>RAFP de l'agent que rien ne compense, sur l'unité ; zéro pour une somme exonérée.</summary>
    public Montant? RafpNonCompensee => Regime == RegimeFiscal.Exonere || Valeur.Brut is not { } brut ? Montant.Zero
        : Fiscalite.Baremes.Rafp.Versions[^1].Valeur.Agent.De(brut);
}

/// <summary>Une activité que ce corps n'a pas.</summary>
/// <param name="Activite">L'activité.</param>
/// <param name="Raison">Pourquoi.</param>
public sealed record ActiviteSansObjet(Activite Activite, string Raison);
