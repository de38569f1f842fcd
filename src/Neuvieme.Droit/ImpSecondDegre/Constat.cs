namespace Neuvieme.Droit.ImpSecondDegre;

/// <summary>Construit le motif d'un constat à partir des faits.</summary>
delegate Motif Fabrique(Constat constat, in Situation s, Parametres p);

/// <summary>Une conclusion possible d'une règle : son code, sa gravité, et la façon d'en faire un motif.</summary>
sealed class Constat(string code, Regle regle, Gravite gravite, Fabrique fabrique)
{
    internal string Code { get; } = code;

    internal Regle Regle { get; } = regle;

    internal Gravite Gravite { get; } = gravite;

    /// <summary>Place dans l'ordre de lecture des règles ; donnée par <see cref="Constats"/>.</summary>
    internal int Rang { get; set; }

    internal Motif Motif(in Situation s, Parametres p) => fabrique(this, in s, p);

    /// <summary>Un fait nécessaire absent.</summary>
    internal static Constat Manque(string code, Regle regle, string fait, string phrase) =>
        new(code, regle, Gravite.Manque, (c, in _, _) => new FaitManquant(c, fait, phrase));

    /// <summary>Un refus dont le code dit tout.</summary>
    internal static Constat Refus(string code, Regle regle, string phrase) =>
        new(code, regle, Gravite.Refus, (c, in _, _) => new Constatation(c, phrase));

    /// <summary>Une alerte dont le code dit tout.</summary>
    internal static Constat Alerte(string code, Regle regle, string phrase) =>
        new(code, regle, Gravite.Alerte, (c, in _, _) => new Constatation(c, phrase));
}

/// <summary>Motif de l'IMP du second degré.</summary>
public abstract record MotifImp : Motif
{
    private protected MotifImp(string code, Regle regle, Gravite gravite)
        : base(code, regle, gravite)
    {
    }

    private protected static KeyValuePair<string, string> Donnee(string nom, string valeur) => new(nom, valeur);
}

/// <summary>Un fait nécessaire n'est pas connu.</summary>
public sealed record FaitManquant : MotifImp
{
    internal FaitManquant(Constat c, string fait, string phrase)
        : base(c.Code, c.Regle, c.Gravite) => (Fait, Phrase) = (fait, phrase);

    /// <summary>Nom du fait, celui de l'entrée JSON.</summary>
    public string Fait { get; }

    /// <inheritdoc/>
    public override string Phrase { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Donnees => [Donnee("fait", Fait)];
}

/// <summary>Un motif sans autre donnée que son code.</summary>
public sealed record Constatation : MotifImp
{
    internal Constatation(Constat c, string phrase)
        : base(c.Code, c.Regle, c.Gravite) => Phrase = phrase;

    /// <inheritdoc/>
    public override string Phrase { get; }
}
