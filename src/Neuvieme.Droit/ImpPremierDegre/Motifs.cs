namespace Neuvieme.Droit.ImpPremierDegre;

/// <summary>Le corps de l'agent n'ouvre pas droit.</summary>
public sealed record CorpsExclu : Motif
{
    internal CorpsExclu(Constat c, Corps corps)
        : base(c.Code, c.Regle, c.Gravite) => Corps = corps;

    /// <summary>Le corps.</summary>
    public Corps Corps { get; }

    /// <inheritdoc/>
    public override string Phrase => "L'IMP du premier degré va aux professeurs des écoles : le corps de l'agent n'en est pas.";

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Donnees => [new("corps", Corps.ToString())];
}
