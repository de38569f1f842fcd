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
