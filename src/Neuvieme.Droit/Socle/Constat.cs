namespace Neuvieme.Droit;

/// <summary>Construit le motif d'un constat à partir des faits.</summary>
delegate Motif Fabrique<TSituation>(Constat<TSituation> constat, in TSituation s, Parametres p)
    where TSituation : struct;

/// <summary>Une conclusion possible d'une règle : son code et sa gravité.</summary>
abstract class Constat(string code, Regle regle, Gravite gravite)
{
    internal string Code { get; } = code;

    internal Regle Regle { get; } = regle;

    internal Gravite Gravite { get; } = gravite;

    /// <summary>Place dans l'ordre de lecture des règles ; donnée par <see cref="Registre{TSituation}"/>.</summary>
    internal int Rang { get; set; }
}

/// <summary>Une conclusion possible, et la façon d'en faire un motif à partir des faits de son dispositif.</summary>
sealed class Constat<TSituation>(string code, Regle regle, Gravite gravite, Fabrique<TSituation> fabrique) : Constat(code, regle, gravite)
    where TSituation : struct
{
    internal Motif Motif(in TSituation s, Parametres p) => fabrique(this, in s, p);

    /// <summary>Un fait nécessaire absent.</summary>
    internal static Constat<TSituation> Manque(string code, Regle regle, string fait, string phrase) =>
        new(code, regle, Gravite.Manque, (c, in _, _) => new FaitManquant(c, fait, phrase));

    /// <summary>Un refus dont le code dit tout.</summary>
    internal static Constat<TSituation> Refus(string code, Regle regle, string phrase) =>
        new(code, regle, Gravite.Refus, (c, in _, _) => new Constatation(c, phrase));

    /// <summary>Une alerte dont le code dit tout.</summary>
    internal static Constat<TSituation> Alerte(string code, Regle regle, string phrase) =>
        new(code, regle, Gravite.Alerte, (c, in _, _) => new Constatation(c, phrase));
}

/// <summary>Un fait nécessaire n'est pas connu.</summary>
public sealed record FaitManquant : Motif
{
    internal FaitManquant(Constat c, string fait, string phrase)
        : base(c.Code, c.Regle, c.Gravite) => (Fait, Phrase) = (fait, phrase);

    /// <summary>Nom du fait, celui de l'entrée JSON.</summary>
    public string Fait { get; }

    /// <inheritdoc/>
    public override string Phrase { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Donnees => [new("fait", Fait)];
}

/// <summary>Un motif sans autre donnée que son code.</summary>
public sealed record Constatation : Motif
{
    internal Constatation(Constat c, string phrase)
        : base(c.Code, c.Regle, c.Gravite) => Phrase = phrase;

    /// <inheritdoc/>
    public override string Phrase { get; }
}
