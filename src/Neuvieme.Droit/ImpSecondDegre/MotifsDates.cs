namespace Neuvieme.Droit.ImpSecondDegre;

/// <summary>Un acte est daté d'après le jour présent : il n'a pas encore eu lieu.</summary>
public sealed record ActeAVenir : MotifImp
{
    readonly string _acte, _fait;

    internal ActeAVenir(Constat c, string acte, string fait, DateOnly? jour, in Situation s)
        : base(c.Code, c.Regle, c.Gravite) => (_acte, _fait, Jour, Present) = (acte, fait, jour ?? default, s.JourPresent);

    /// <summary>Jour porté par l'acte.</summary>
    public DateOnly Jour { get; }

    /// <summary>Jour présent.</summary>
    public DateOnly Present { get; }

    /// <inheritdoc/>
    public override string Phrase =>
        $"{_acte} {Dates.Lisible(Jour)}, après le jour présent ({Dates.Lisible(Present)}) : cela n'a pas encore eu lieu.";

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Donnees => [Donnee("fait", _fait), Donnee(_fait, Dates.Iso(Jour)), Donnee("aujourdhui", Dates.Iso(Present))];
}

/// <summary>Un acte est daté d'une autre année scolaire que celle de la mission ou de sa préparation.</summary>
public sealed record ActeAutreAnnee : MotifImp
{
    readonly string _acte, _fait;

    internal ActeAutreAnnee(Constat c, string acte, string fait, DateOnly? jour, in Situation s)
        : base(c.Code, c.Regle, c.Gravite) => (_acte, _fait, Jour, Annee) = (acte, fait, jour ?? default, s.Annee);

    /// <summary>Jour porté par l'acte.</summary>
    public DateOnly Jour { get; }

    /// <summary>Année scolaire de la mission ; sa préparation commence le 1er septembre précédent.</summary>
    public AnneeScolaire Annee { get; }

    /// <inheritdoc/>
    public override string Phrase =>
        $"{_acte} {Dates.Lisible(Jour)} : cela ne peut porter sur les missions de {Annee}, préparées à partir du {Dates.Lisible(Annee.Precedente.PremierJour)} et closes le {Dates.Lisible(Annee.DernierJour)}.";

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Donnees => [Donnee("fait", _fait), Donnee(_fait, Dates.Iso(Jour)), Donnee("annee", Annee.ToString())];
}

/// <summary>La validation est datée d'avant un acte qui doit la précéder.</summary>
public sealed record ValidationPrematuree : MotifImp
{
    readonly string _acte;

    internal ValidationPrematuree(Constat c, string acte, DateOnly? acteLe, DateOnly? valideeLe)
        : base(c.Code, c.Regle, c.Gravite) => (_acte, ActeLe, ValideeLe) = (acte, acteLe ?? default, valideeLe ?? default);

    /// <summary>Jour de l'acte qui devait venir d'abord.</summary>
    public DateOnly ActeLe { get; }

    /// <summary>Jour de la validation.</summary>
    public DateOnly ValideeLe { get; }

    /// <inheritdoc/>
    public override string Phrase => $"La validation est du {Dates.Lisible(ValideeLe)}, {_acte} du {Dates.Lisible(ActeLe)} : le recteur valide après, la date est à reprendre.";

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Donnees => [Donnee("fait", "validee_le"), Donnee("validee_le", Dates.Iso(ValideeLe)), Donnee("acte_le", Dates.Iso(ActeLe))];
}
