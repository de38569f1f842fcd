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
    public DateOnly? ObservationsLe { get; set; }

    /// <summary>Un refus par motif du droit, source comprise.</summary>
    public IReadOnlyList<Refus> Juger(DateOnly priseLe, DateOnly aujourdhui)
    {
        var reponse = RetraitDeDecision.Juger(new(priseLe, aujourdhui, Fondement)
        {
            DemandeLe = DemandeLe, ObservationsLe = ObservationsLe, PlusFavorableSansTiersLese = PlusFavorable,
        });
        return [.. reponse.Motifs.Select(m => new Refus("", $"{m.Phrase} ({m.Source})"))];
    }

    /// <summary>Ce que le motif écrit dit d'abord : le retrait d'une décision favorable se motive en droit et en fait.</summary>
    public string Ecrit => Fondement switch
    {
        Fondement.Illegale => "Décision illégale, retirée dans les quatre mois (CRPA, art. L. 242-1)" + Observations,
        Fondement.DemandeDeLaPersonne => $"Retrait à la demande de la personne{(DemandeLe is { } d ? $" du {Francais.Date(d)}" : "")}, pour une décision plus favorable (CRPA, art. L. 242-4)" + Observations,
        Fondement.Fraude => "Décision obtenue par fraude (CRPA, art. L. 241-2)" + Observations,
        _ => "",
    };

    string Observations => ObservationsLe is { } o ? $" ; observations demandées le {Francais.Date(o)}. " : ". ";
}
