using Neuvieme.Droit.ImpSecondDegre;

namespace Neuvieme.Droit.Versements;

/// <summary>Motif d'une question de versement.</summary>
public abstract record MotifVersement : Motif
{
    readonly string _phrase;
    readonly KeyValuePair<string, string>[] _donnees;

    private protected MotifVersement(Signal signal, string phrase, params IReadOnlyList<(string Nom, string Valeur)> donnees)
        : base(signal.Code, signal.Regle, signal.Gravite) =>
        (_phrase, _donnees) = (phrase, [.. donnees.Select(d => KeyValuePair.Create(d.Nom, d.Valeur))]);

    /// <inheritdoc/>
    public override string Phrase => _phrase;

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Donnees => _donnees;

    private protected static string Lisible(Periode p) => $"du {Dates.Lisible(p.Debut)} au {Dates.Lisible(p.Fin)}";

    private protected static string Iso(Periode p) => $"{Dates.Iso(p.Debut)}..{Dates.Iso(p.Fin)}";
}

/// <summary>Aucun texte ne couvre cette date.</summary>
public sealed record VersementHorsVigueur : MotifVersement
{
    /// <param name="s">Le signal.</param>
    /// <param name="quoi">Ce qui n'est pas couvert, en tête de phrase.</param>
    /// <param name="depuis">Premier jour couvert.</param>
    internal VersementHorsVigueur(Signal s, string quoi, DateOnly depuis)
        : base(s, $"{quoi} : aucun texte avant le {Dates.Lisible(depuis)}.", ("depuis", Dates.Iso(depuis))) => Depuis = depuis;

    /// <summary>Premier jour couvert.</summary>
    public DateOnly Depuis { get; }
}

/// <summary>Une période de remplacement ou de congé, à l'envers, hors de l'année ou sans effet.</summary>
public sealed record PeriodeEnCause : MotifVersement
{
    internal PeriodeEnCause(Signal s, string nom, int rang, Periode periode, string pourquoi)
        : base(s, $"{nom} {rang}, {Lisible(periode)} : {pourquoi}", ("rang", $"{rang}"), ("periode", Iso(periode))) => (Rang, Periode) = (rang, periode);

    /// <summary>Place de la période dans la liste donnée, à partir de 1.</summary>
    public int Rang { get; }

    /// <summary>La période, telle que donnée.</summary>
    public Periode Periode { get; }
}

/// <summary>Deux périodes ont un jour en commun.</summary>
public sealed record PeriodesEnConflit : MotifVersement
{
    internal PeriodesEnConflit(Signal s, string nom, (int Rang, Periode Periode) a, (int Rang, Periode Periode) b)
        : base(s, $"{nom}s {a.Rang}, {Lisible(a.Periode)}, et {b.Rang}, {Lisible(b.Periode)} : ces périodes se chevauchent ; faire finir la première avant que l'autre commence.",
            ("rang", $"{a.Rang}"), ("periode", Iso(a.Periode)), ("autre_rang", $"{b.Rang}"), ("autre_periode", Iso(b.Periode))) =>
        (Premiere, Seconde) = (a.Periode, b.Periode);

    /// <summary>La période qui commence la première.</summary>
    public Periode Premiere { get; }

    /// <summary>Celle qui commence avant la fin de la première.</summary>
    public Periode Seconde { get; }
}

/// <summary>Un montant n'est pas admis.</summary>
public sealed record MontantEnCause : MotifVersement
{
    internal MontantEnCause(Signal s, Montant montant, string phrase)
        : base(s, phrase, ("montant", montant.ToString())) => Montant = montant;

    /// <summary>Le montant.</summary>
    public Montant Montant { get; }
}

/// <summary>Des heures ne tiennent pas avec la part.</summary>
public sealed record HeuresEnCause : MotifVersement
{
    internal HeuresEnCause(Signal s, long centiemes, string phrase)
        : base(s, phrase, ("heures", new Montant(centiemes).Nombre())) => Centiemes = centiemes;

    /// <summary>Les heures, en centièmes.</summary>
    public long Centiemes { get; }
}
