namespace Neuvieme.Droit.ImpSecondDegre;

/// <summary>La fonction ou le corps de l'agent n'ouvre pas droit.</summary>
public sealed record FonctionExclue : MotifImp
{
    readonly string _droit;

    internal FonctionExclue(Constat c, Fonction fonction, Corps corps, string droit)
        : base(c.Code, c.Regle, c.Gravite) => (Fonction, Corps, _droit) = (fonction, corps, droit);

    /// <summary>La fonction.</summary>
    public Fonction Fonction { get; }

    /// <summary>Le corps.</summary>
    public Corps Corps { get; }

    /// <inheritdoc/>
    public override string Phrase => $"Seuls les enseignants, les professeurs documentalistes et les CPE peuvent {_droit}.";

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Donnees => [Donnee("fonction", Fonction.ToString()), Donnee("corps", Corps.ToString())];
}

/// <summary>Un avis a été rendu avant celui qui doit le précéder.</summary>
public sealed record AvisDansLeDesordre : MotifImp
{
    internal AvisDansLeDesordre(Constat c, DateOnly pedagogique, DateOnly administration)
        : base(c.Code, c.Regle, c.Gravite) => (ConseilPedagogique, ConseilAdministration) = (pedagogique, administration);

    /// <summary>Jour de l'avis du conseil pédagogique.</summary>
    public DateOnly ConseilPedagogique { get; }

    /// <summary>Jour de l'avis du conseil d'administration.</summary>
    public DateOnly ConseilAdministration { get; }

    /// <inheritdoc/>
    public override string Phrase =>
        $"Le conseil d'administration ({Dates.Lisible(ConseilAdministration)}) s'est prononcé avant le conseil pédagogique ({Dates.Lisible(ConseilPedagogique)}) : l'ordre est l'inverse.";

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Donnees =>
        [Donnee("avis_conseil_pedagogique", Dates.Iso(ConseilPedagogique)), Donnee("avis_conseil_administration", Dates.Iso(ConseilAdministration))];
}

/// <summary>Un avis est rendu hors de la préparation de la rentrée.</summary>
public sealed record AvisHorsFenetre : MotifImp
{
    internal AvisHorsFenetre(Constat c, DateOnly? pedagogique, DateOnly? administration, AnneeScolaire annee)
        : base(c.Code, c.Regle, c.Gravite) => (ConseilPedagogique, ConseilAdministration, Annee) = (pedagogique, administration, annee);

    /// <summary>Jour de l'avis du conseil pédagogique.</summary>
    public DateOnly? ConseilPedagogique { get; }

    /// <summary>Jour de l'avis du conseil d'administration.</summary>
    public DateOnly? ConseilAdministration { get; }

    /// <summary>Année scolaire de la mission.</summary>
    public AnneeScolaire Annee { get; }

    /// <inheritdoc/>
    public override string Phrase => $"Un avis n'a pas été rendu entre février et juin {Annee.Debut} : le traiter comme un ajustement.";

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Donnees =>
    [
        Donnee("avis_conseil_pedagogique", ConseilPedagogique is { } cp ? Dates.Iso(cp) : "inconnu"),
        Donnee("avis_conseil_administration", ConseilAdministration is { } ca ? Dates.Iso(ca) : "inconnu"),
    ];
}
