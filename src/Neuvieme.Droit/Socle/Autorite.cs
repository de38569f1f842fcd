namespace Neuvieme.Droit;

/// <summary>Qui prend la décision individuelle.</summary>
public enum Autorite : byte
{
    /// <summary>Fait inconnu : personne n'a encore décidé.</summary>
    Inconnue,

    /// <summary>Le recteur ou son représentant.</summary>
    Recteur,

    /// <summary>L'inspecteur d'académie, directeur académique des services de l'éducation nationale.</summary>
    Dasen,

    /// <summary>L'inspecteur de la circonscription.</summary>
    Ien,

    /// <summary>Le chef d'établissement.</summary>
    ChefEtablissement,

    /// <summary>Le directeur d'école.</summary>
    DirecteurEcole,
}

/// <summary>Celui qui a décidé n'en avait pas le pouvoir.</summary>
public sealed record AutoriteIncompetente : Motif
{
    readonly bool _dasenDecide;

    internal AutoriteIncompetente(Constat c, Autorite autorite, bool dasenDecide)
        : base(c.Code, c.Regle, c.Gravite) => (Autorite, _dasenDecide) = (autorite, dasenDecide);

    /// <summary>L'autorité déclarée.</summary>
    public Autorite Autorite { get; }

    /// <inheritdoc/>
    public override string Phrase => $"{Nom} ne peut pas décider ici : la décision revient au recteur{(_dasenDecide ? " ou à l'IA-DASEN" : "")}.";

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Donnees => [new("decidee_par", Autorite.ToString())];

    string Nom => Autorite switch
    {
        Autorite.ChefEtablissement => "Le chef d'établissement",
        Autorite.DirecteurEcole => "Le directeur d'école",
        Autorite.Ien => "L'inspecteur de la circonscription",
        _ => "Cette autorité",
    };
}
