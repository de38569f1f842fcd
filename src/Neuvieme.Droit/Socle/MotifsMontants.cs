namespace Neuvieme.Droit;

/// <summary>Le montant n'est pas de ceux que le texte admet.</summary>
public sealed record MontantHorsTaux : Motif
{
    readonly string _admis;

    internal MontantHorsTaux(Constat c, Montant montant, string admis = "Les seuls montants sont 312,50 €, 625 €, 1 250 €, 2 500 € et 3 750 €")
        : base(c.Code, c.Regle, c.Gravite) => (Montant, _admis) = (montant, admis);

    /// <summary>Le montant proposé.</summary>
    public Montant Montant { get; }

    /// <inheritdoc/>
    public override string Phrase => $"{_admis} ; {Montant} n'en est pas.";

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Donnees => [new("montant", Montant.ToString())];
}

/// <summary>L'attribution ne tient pas dans l'enveloppe.</summary>
public sealed record EnveloppeDepassee : Motif
{
    internal EnveloppeDepassee(Constat c, Montant reste, Montant montant)
        : base(c.Code, c.Regle, c.Gravite) => (Reste, Montant) = (reste, montant);

    /// <summary>Ce qui reste avant l'attribution ; négatif si l'enveloppe est déjà dépassée.</summary>
    public Montant Reste { get; }

    /// <summary>Le montant proposé.</summary>
    public Montant Montant { get; }

    /// <summary>Ce qui manque.</summary>
    public Montant Manque => Montant - Reste;

    /// <inheritdoc/>
    public override string Phrase => $"Il reste {Reste} de l'enveloppe une fois retiré ce qui est engagé : il manque {Manque} pour une attribution de {Montant}.";

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Donnees =>
        [new("reste", Reste.ToString()), new("montant", Montant.ToString()), new("manque", Manque.ToString())];
}
