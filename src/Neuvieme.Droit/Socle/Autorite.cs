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

/// <summary>Lit qui a décidé. Le recteur le peut toujours ; l'IA-DASEN de plein droit ou, ailleurs, par une délégation à vérifier.</summary>
sealed class LectureDecision<TSituation>
    where TSituation : struct
{
    readonly Regle _regle;
    readonly bool _dasenDecide;
    readonly Constat<TSituation> _inconnue, _incompetente, _delegation;

    internal LectureDecision(string prefixe, Regle regle, AutoriteDe<TSituation> autorite, bool dasenDecide)
    {
        (_regle, _dasenDecide) = (regle, dasenDecide);
        _inconnue = Constat<TSituation>.Manque(prefixe + "-DECISION-ATTENDUE", regle, "decidee_par", "Attendre la décision, et dire qui l'a prise.");
        _incompetente = new(prefixe + "-DECISION-INCOMPETENTE", regle, Gravite.Refus, (c, in s, _) => new AutoriteIncompetente(c, autorite(in s), dasenDecide));
        _delegation = Constat<TSituation>.Alerte(prefixe + "-DECISION-DELEGATION", regle, "L'IA-DASEN a décidé : vérifier la délégation qu'il tient du recteur.");
    }

    internal Constat<TSituation>[] Constats => _dasenDecide ? [_inconnue, _incompetente] : [_inconnue, _incompetente, _delegation];

    internal void Lire<T>(Autorite autorite, ref T t)
        where T : struct, ITemoin
    {
        t.Examine(_regle);
        t.Note("decidee_par", autorite);
        if (autorite == Autorite.Inconnue) t.Constate(_inconnue);
        else if (autorite is not (Autorite.Recteur or Autorite.Dasen)) t.Constate(_incompetente);
        else if (autorite == Autorite.Dasen && !_dasenDecide) t.Constate(_delegation);
    }
}

/// <summary>L'autorité déclarée par une situation.</summary>
delegate Autorite AutoriteDe<TSituation>(in TSituation s)
    where TSituation : struct;
