namespace Neuvieme.Droit;

/// <summary>La date ou l'année scolaire précède le texte.</summary>
public sealed record HorsVigueur : Motif
{
    readonly string _objet;

    internal HorsVigueur(Constat c, string objet, DateOnly date, AnneeScolaire annee, DateOnly depuis)
        : base(c.Code, c.Regle, c.Gravite) => (_objet, Date, Annee, Depuis) = (objet, date, annee, depuis);

    /// <summary>Jour où le droit est lu.</summary>
    public DateOnly Date { get; }

    /// <summary>Année scolaire de la mission.</summary>
    public AnneeScolaire Annee { get; }

    /// <summary>Premier jour couvert.</summary>
    public DateOnly Depuis { get; }

    /// <inheritdoc/>
    public override string Phrase => !Annee.EstRepresentable ? $"L'année scolaire {Annee} n'est pas au calendrier."
        : Date < Depuis ? $"{_objet} n'existe qu'à compter du {Dates.Lisible(Depuis)} ; le droit est lu le {Dates.Lisible(Date)}, avant ce jour."
        : $"{_objet} n'existe qu'à compter du {Dates.Lisible(Depuis)} ; l'année scolaire {Annee} n'en relève pas.";

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Donnees =>
        [new("date", Dates.Iso(Date)), new("annee", Annee.ToString()), new("depuis", Dates.Iso(Depuis))];
}

/// <summary>Un acte est daté d'après le jour présent : il n'a pas encore eu lieu.</summary>
public sealed record ActeAVenir : Motif
{
    readonly string _acte, _fait;

    internal ActeAVenir(Constat c, string acte, string fait, DateOnly? jour, DateOnly present)
        : base(c.Code, c.Regle, c.Gravite) => (_acte, _fait, Jour, Present) = (acte, fait, jour ?? default, present);

    /// <summary>Jour porté par l'acte.</summary>
    public DateOnly Jour { get; }

    /// <summary>Jour présent.</summary>
    public DateOnly Present { get; }

    /// <inheritdoc/>
    public override string Phrase =>
        $"{_acte} {Dates.Lisible(Jour)}, après le jour présent ({Dates.Lisible(Present)}) : cela n'a pas encore eu lieu.";

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Donnees => [new("fait", _fait), new(_fait, Dates.Iso(Jour)), new("aujourdhui", Dates.Iso(Present))];
}

/// <summary>Un acte est daté d'une autre année scolaire que celle de la mission ou de sa préparation.</summary>
public sealed record ActeAutreAnnee : Motif
{
    readonly string _acte, _fait;

    internal ActeAutreAnnee(Constat c, string acte, string fait, DateOnly? jour, AnneeScolaire annee)
        : base(c.Code, c.Regle, c.Gravite) => (_acte, _fait, Jour, Annee) = (acte, fait, jour ?? default, annee);

    /// <summary>Jour porté par l'acte.</summary>
    public DateOnly Jour { get; }

    /// <summary>Année scolaire de la mission ; sa préparation commence le 1er septembre précédent.</summary>
    public AnneeScolaire Annee { get; }

    /// <inheritdoc/>
    public override string Phrase =>
        $"{_acte} {Dates.Lisible(Jour)} : cela ne peut porter sur les missions de {Annee}, préparées à partir du {Dates.Lisible(Annee.Precedente.PremierJour)} et closes le {Dates.Lisible(Annee.DernierJour)}.";

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Donnees => [new("fait", _fait), new(_fait, Dates.Iso(Jour)), new("annee", Annee.ToString())];
}

/// <summary>La validation est datée d'avant un acte qui doit la précéder.</summary>
public sealed record ValidationPrematuree : Motif
{
    readonly string _acte, _fait;

    internal ValidationPrematuree(Constat c, string acte, DateOnly? acteLe, DateOnly? valideeLe, string fait = "validee_le")
        : base(c.Code, c.Regle, c.Gravite) => (_acte, _fait, ActeLe, ValideeLe) = (acte, fait, acteLe ?? default, valideeLe ?? default);

    /// <summary>Jour de l'acte qui devait venir d'abord.</summary>
    public DateOnly ActeLe { get; }

    /// <summary>Jour de la validation.</summary>
    public DateOnly ValideeLe { get; }

    /// <inheritdoc/>
    public override string Phrase => _fait == "validee_le"
        ? $"La validation est du {Dates.Lisible(ValideeLe)}, {_acte} du {Dates.Lisible(ActeLe)} : le recteur valide après, la date est à reprendre."
        : $"La décision est du {Dates.Lisible(ValideeLe)}, {_acte} du {Dates.Lisible(ActeLe)} : elle se prend après, la date est à reprendre.";

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Donnees => [new("fait", _fait), new(_fait, Dates.Iso(ValideeLe)), new("acte_le", Dates.Iso(ActeLe))];
}

/// <summary>La mission sort de son année scolaire.</summary>
public sealed record PeriodeHorsAnnee : Motif
{
    internal PeriodeHorsAnnee(Constat c, DateOnly? debut, DateOnly? fin, AnneeScolaire annee)
        : base(c.Code, c.Regle, c.Gravite) => (Debut, Fin, Annee) = (debut, fin, annee);

    /// <summary>Premier jour.</summary>
    public DateOnly? Debut { get; }

    /// <summary>Dernier jour.</summary>
    public DateOnly? Fin { get; }

    /// <summary>Année scolaire de la mission.</summary>
    public AnneeScolaire Annee { get; }

    /// <inheritdoc/>
    public override string Phrase => $"La mission sort de l'année scolaire {Annee}, qui va du {Dates.Lisible(Annee.PremierJour)} au {Dates.Lisible(Annee.DernierJour)}.";

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Donnees =>
        [new("debut", Debut is { } d ? Dates.Iso(d) : "inconnu"), new("fin", Fin is { } f ? Dates.Iso(f) : "inconnu"), new("annee", Annee.ToString())];
}
