namespace Neuvieme.Droit.Decharge;

/// <summary>Une décharge porte une somme.</summary>
public sealed record DechargeAvecMontant : Motif
{
    internal DechargeAvecMontant(Constat c, Montant montant)
        : base(c.Code, c.Regle, c.Gravite) => Montant = montant;

    /// <summary>La somme proposée.</summary>
    public Montant Montant { get; }

    /// <inheritdoc/>
    public override string Phrase => $"Une décharge se compte en heures : la somme de {Montant} ne peut s'y ajouter pour la même mission.";

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Donnees => [new("montant", Montant.ToString())];
}

/// <summary>Les heures ne font pas un nombre entier d'IMP.</summary>
public sealed record FractionDHeure : Motif
{
    readonly bool _parDemiHeures;

    internal FractionDHeure(Constat c, int heuresCentiemes, bool parDemiHeures)
        : base(c.Code, c.Regle, c.Gravite) => (HeuresCentiemes, _parDemiHeures) = (heuresCentiemes, parDemiHeures);

    /// <summary>Heures hebdomadaires, en centièmes.</summary>
    public int HeuresCentiemes { get; }

    /// <inheritdoc/>
    public override string Phrase => $"{Heures} heures ne se convertissent pas : une IMP entière fait une heure{(_parDemiHeures ? ", une demi-IMP une demi-heure" : "")}.";

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Donnees => [new("heures", Heures)];

    string Heures => new Montant(HeuresCentiemes).Nombre();
}
