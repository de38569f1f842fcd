using Neuvieme.Droit;
using Neuvieme.Droit.Retrait;
using Neuvieme.Socle;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Attributions;

/// <summary>Ce qui permet de revenir sur une décision favorable, tel que la personne qui décide l'écrit.</summary>
public sealed class FondementDuRetrait
{
    public Fondement Fondement { get; set; }
    public DateOnly? DemandeLe { get; set; }
    public bool PlusFavorable { get; set; }
    public bool Illegale { get; set; }
    public DateOnly? ObservationsLe { get; set; }

    /// <summary>Un refus par motif du droit, source comprise.</summary>
    public IReadOnlyList<Refus> Juger(DateOnly priseLe, DateOnly aujourdhui)
    {
        var reponse = RetraitDeDecision.Juger(new(priseLe, aujourdhui, Fondement)
        {
            DemandeLe = DemandeLe, ObservationsLe = ObservationsLe, PlusFavorableSansTiersLese = PlusFavorable, Illegale = Illegale,
        });
        return [.. reponse.Motifs.Select(m => new Refus("", $"{m.Phrase} ({m.Source})"))];
    }

    /// <summary>Ce que le motif écrit dit d'abord : le retrait d'une décision favorable se motive en droit et en fait.</summary>
    public string Ecrit => Dire(Fondement, DemandeLe, pourLAvenir: false, Illegale) is { Length: > 0 } dit ? dit + Observations : "";

    public static string Dire(Fondement fondement, DateOnly? demandeLe, bool pourLAvenir, bool illegale = false)
    {
        var demande = $"à la demande écrite de la personne{(demandeLe is { } d ? $" du {Francais.Date(d)}" : "")}";
        return fondement switch
        {
            Fondement.Illegale => $"Décision illégale, {(pourLAvenir ? "abrogée" : "retirée")} dans les quatre mois (CRPA, art. L. 242-1)",
            Fondement.DemandeDeLaPersonne when pourLAvenir => $"Fin {demande} (CRPA, art. L. 242-2, 1°)",
            Fondement.DemandeDeLaPersonne => $"Retrait {demande}, {(illegale ? "la décision étant illégale (CRPA, art. L. 242-3)" : "pour une décision plus favorable (CRPA, art. L. 242-4)")}",
            Fondement.ConditionNonRemplie => "Une condition dont dépend la décision n’est plus remplie (CRPA, art. L. 242-2, 1°)",
            Fondement.Fraude => "Décision obtenue par fraude (CRPA, art. L. 241-2)",
            _ => "",
        };
    }

    string Observations => ObservationsLe is { } o ? $" ; observations demandées le {Francais.Date(o)}. " : ". ";
}
