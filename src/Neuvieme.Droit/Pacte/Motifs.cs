namespace Neuvieme.Droit.Pacte;

/// <summary>Les parts demandées ne tiennent pas dans ce qui reste au niveau.</summary>
public sealed record DotationDepassee : Motif
{
    internal DotationDepassee(Constat c, int dotation, int engage, int demande)
        : base(c.Code, c.Regle, c.Gravite) => (Dotation, Engage, Demande) = (dotation, engage, demande);

    /// <summary>Demi-parts notifiées au niveau.</summary>
    public int Dotation { get; }

    /// <summary>Demi-parts déjà engagées.</summary>
    public int Engage { get; }

    /// <summary>Demi-parts demandées.</summary>
    public int Demande { get; }

    /// <inheritdoc/>
    public override string Phrase => $"Le niveau compte {Lectures.Parts(Dotation)}, dont {Lectures.Parts(Engage)} engagées : {Lectures.Parts(Demande)} de plus n'y tiennent pas.";

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Donnees =>
        [new("dotation", Lectures.Parts(Dotation)), new("engage", Lectures.Parts(Engage)), new("demande", Lectures.Parts(Demande))];
}

/// <summary>Un niveau plus prioritaire reste à pourvoir.</summary>
public sealed record NiveauPrioritaireRestant : Motif
{
    internal NiveauPrioritaireRestant(Constat c, int reste)
        : base(c.Code, c.Regle, c.Gravite) => Reste = reste;

    /// <summary>Demi-parts encore à pourvoir.</summary>
    public int Reste { get; }

    /// <inheritdoc/>
    public override string Phrase => $"Il reste {Lectures.Parts(Reste)} à pourvoir à un niveau plus prioritaire.";

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Donnees => [new("reste", Lectures.Parts(Reste))];
}
