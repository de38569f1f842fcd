using Neuvieme.Droit.Versements;

namespace Neuvieme.Droit.Retrait;

/// <summary>Ce qui permet de revenir sur une décision qui accorde une somme ou un allègement.</summary>
public enum Fondement
{
    /// <summary>Non dit.</summary>
    Inconnu,

    /// <summary>La décision est illégale.</summary>
    Illegale,

    /// <summary>La personne le demande.</summary>
    DemandeDeLaPersonne,

    /// <summary>La décision a été obtenue par fraude.</summary>
    Fraude,

    /// <summary>Une condition dont dépend la décision n'est plus remplie : on y met fin pour l'avenir.</summary>
    ConditionNonRemplie,
}

/// <summary>Un retrait envisagé d'une décision favorable.</summary>
/// <param name="PriseLe">Jour de la décision.</param>
/// <param name="Aujourdhui">Jour du retrait.</param>
/// <param name="Fondement">Ce qui le permet.</param>
public sealed record RetraitEnvisage(DateOnly PriseLe, DateOnly Aujourdhui, Fondement Fondement)
{
    /// <summary>Jour où la personne l'a demandé.</summary>
    public DateOnly? DemandeLe { get; init; }

    /// <summary>À sa demande : une décision plus favorable à la personne suit, et nul autre n'y perd.</summary>
    public bool? PlusFavorableSansTiersLese { get; init; }

    /// <summary>À sa demande : la décision est illégale, et l'administration tenue d'y revenir dans les quatre mois.</summary>
    public bool Illegale { get; init; }

    /// <summary>La décision prend fin à sa date, sans rien reprendre du passé : une abrogation, non un retrait.</summary>
    public bool PourLAvenir { get; init; }

    /// <summary>Elle tient à la personne : sa manière de servir, son comportement.</summary>
    public bool TientALaPersonne { get; init; }

    /// <summary>Jour où la personne a été invitée à présenter ses observations.</summary>
    public DateOnly? ObservationsLe { get; init; }

    /// <summary>Dernier jour qui lui est laissé pour les présenter.</summary>
    public DateOnly? ObservationsJusquAu { get; init; }
}

/// <summary>Un retrait possible.</summary>
/// <param name="Limite">Dernier jour pour le prononcer ; absent quand aucun délai ne court.</param>
public sealed record RetraitPossible(DateOnly? Limite);

/// <summary>
/// Retrait d'une décision créatrice de droits ou son abrogation (code des relations entre le public et l'administration, art. L. 241-2 et L. 242-1 à L. 242-4).
/// Un refus ou un renvoi n'en crée pas : il ne relève pas d'ici.
/// </summary>
public static class RetraitDeDecision
{
    const string Code = "code des relations entre le public et l'administration";

    static readonly Regle DOffice = Une("RET-ILLEGALE", new(Code, "art. L. 242-1", null, "applicable aux agents publics : art. L. 100-1"),
        "De sa propre initiative, l'administration ne retire une décision favorable que si elle est illégale, et dans les quatre mois qui suivent le jour où elle l'a prise.", new(2016, 6, 1));

    static readonly Regle ALaDemande = Une("RET-DEMANDE", new(Code, "art. L. 242-4", null, "applicable aux agents publics : art. L. 100-1"),
        "À la demande de la personne, aucun délai ne court : la décision, même légale, peut être retirée pour une plus favorable, si nul autre n'y perd.", new(2016, 6, 1));

    static readonly Regle Tenue = Une("RET-DEMANDE-ILLEGALE", new(Code, "art. L. 242-3", null, "applicable aux agents publics : art. L. 100-1"),
        "Quand la personne demande de revenir sur une décision illégale, l'administration y est tenue dans les quatre mois qui suivent cette décision.", new(2016, 6, 1));

    static readonly Regle Condition = Une("RET-CONDITION", new(Code, "art. L. 242-2", "1°", "applicable aux agents publics : art. L. 100-1"),
        "Une décision favorable prend fin, sans délai mais pour l'avenir seulement, quand une condition dont elle dépend n'est plus remplie : exercer la mission en est une, et la personne qui demande à la quitter ne l'exerce plus.", new(2016, 6, 1));

    static readonly Regle Obtenue = Une("RET-FRAUDE", new(Code, "art. L. 241-2", null, "applicable aux agents publics : art. L. 100-1"),
        "Une décision obtenue par fraude se retire à toute époque.", new(2016, 6, 1));

    static readonly Regle Contradictoire = Une("RET-OBSERVATIONS", new(Code, "art. L. 121-1, L. 121-2 et L. 122-1", null, "motivation : art. L. 211-2 (4°)"),
        "Un retrait est motivé par écrit. Quand il tient à la personne, comme une fraude, elle est d'abord invitée à présenter ses observations ; hors de ce cas, entre l'administration et ses agents, ce n'est pas exigé.", new(2016, 1, 1));

    static readonly Signal FondementInconnu = new("RET-FONDEMENT-INCONNU", DOffice, Gravite.Manque);
    static readonly Signal HorsDelai = new("RET-HORS-DELAI", DOffice, Gravite.Refus);
    static readonly Signal DemandeInconnue = new("RET-DEMANDE-INCONNUE", ALaDemande, Gravite.Manque);
    static readonly Signal DemandeFuture = new("RET-DEMANDE-FUTURE", ALaDemande, Gravite.Refus);
    static readonly Signal PasPlusFavorable = new("RET-PAS-PLUS-FAVORABLE", ALaDemande, Gravite.Refus);
    static readonly Signal FaveurInconnue = new("RET-FAVEUR-INCONNUE", ALaDemande, Gravite.Manque);
    static readonly Signal ObservationsInconnues = new("RET-OBSERVATIONS-INCONNUES", Obtenue, Gravite.Manque);
    static readonly Signal PersonneNonInvitee = new("RET-PERSONNE-NON-INVITEE", Contradictoire, Gravite.Manque);
    static readonly Signal ObservationsAvant = new("RET-OBSERVATIONS-AVANT", Contradictoire, Gravite.Refus);
    static readonly Signal DemandeAvant = new("RET-DEMANDE-AVANT", ALaDemande, Gravite.Refus);
    static readonly Signal ConditionPourLePasse = new("RET-CONDITION-PASSE", Condition, Gravite.Refus);
    static readonly Signal DemandeTropTard = new("RET-DEMANDE-HORS-DELAI", Tenue, Gravite.Refus);
    static readonly Signal DelaiInconnu = new("RET-OBSERVATIONS-DELAI-INCONNU", Contradictoire, Gravite.Manque);
    static readonly Signal ObservationsEnCours = new("RET-OBSERVATIONS-EN-COURS", Contradictoire, Gravite.Refus);
    static readonly Signal ObservationsFutures = new("RET-OBSERVATIONS-FUTURES", Contradictoire, Gravite.Refus);

    internal static readonly Regle[] Regles = [DOffice, ALaDemande, Tenue, Condition, Obtenue, Contradictoire];

    internal static readonly Signal[] Signaux =
    [
        FondementInconnu, HorsDelai, DemandeInconnue, DemandeFuture, PasPlusFavorable, FaveurInconnue, ObservationsInconnues, ObservationsFutures, ObservationsAvant, DemandeAvant,
        PersonneNonInvitee, ConditionPourLePasse, DemandeTropTard, DelaiInconnu, ObservationsEnCours,
    ];

    /// <summary>Dernier jour d'un retrait d'office : quatre mois de quantième à quantième.</summary>
    /// <param name="priseLe">Jour de la décision.</param>
    public static DateOnly LimiteDOffice(DateOnly priseLe) => priseLe.AddMonths(4);

    /// <summary>Le retrait est-il possible, et jusqu'à quand. Ne lève jamais d'exception sur une demande.</summary>
    /// <param name="r">Le retrait envisagé.</param>
    public static Reponse<RetraitPossible> Juger(RetraitEnvisage r)
    {
        ArgumentNullException.ThrowIfNull(r);
        var examen = new Examen();
        DateOnly? limite = null;
        switch (r.Fondement)
        {
            case Fondement.Illegale:
                limite = LimiteDOffice(r.PriseLe);
                examen.Lire(DOffice, ("prise_le", Dates.Iso(r.PriseLe)), ("limite", Dates.Iso(limite.Value)));
                if (r.Aujourdhui > limite)
                    examen.Constate(new Constatation(HorsDelai, $"La décision, même illégale, est du {Dates.Lisible(r.PriseLe)} : elle ne se retire plus d'office depuis le {Dates.Lisible(limite.Value)}."));
                break;
            case Fondement.DemandeDeLaPersonne:
                examen.Lire(r.PourLAvenir ? Condition : r.Illegale ? Tenue : ALaDemande, ("demande_le", r.DemandeLe is { } d ? Dates.Iso(d) : "inconnu"));
                if (r.DemandeLe is null) examen.Constate(new FaitManquant(DemandeInconnue, "demande_le", "Dire le jour où la personne a demandé le retrait."));
                else if (r.DemandeLe > r.Aujourdhui) examen.Constate(new Constatation(DemandeFuture, "La demande de la personne est datée du futur."));
                else if (r.DemandeLe < r.PriseLe) examen.Constate(new Constatation(DemandeAvant, $"La demande de la personne précède la décision, du {Dates.Lisible(r.PriseLe)}."));
                if (r.PourLAvenir) break;
                if (r.Illegale)
                {
                    limite = LimiteDOffice(r.PriseLe);
                    if (r.Aujourdhui > limite)
                        examen.Constate(new Constatation(DemandeTropTard, $"La décision, même illégale, est du {Dates.Lisible(r.PriseLe)} : à la demande de la personne, elle ne se retire pour ce motif que jusqu'au {Dates.Lisible(limite.Value)}."));
                }
                else if (r.PlusFavorableSansTiersLese is null)
                    examen.Constate(new FaitManquant(FaveurInconnue, "plus_favorable_sans_tiers_lese", "Dire si une décision plus favorable à la personne suit, sans que nul autre y perde."));
                else if (r.PlusFavorableSansTiersLese == false)
                    examen.Constate(new Constatation(PasPlusFavorable, "À la demande de la personne, une décision ne se retire que pour une plus favorable, et si nul autre n'y perd."));
                break;
            case Fondement.Fraude:
                examen.Lire(Obtenue);
                break;
            case Fondement.ConditionNonRemplie:
                examen.Lire(Condition, ("pour_l_avenir", r.PourLAvenir ? "oui" : "non"));
                if (!r.PourLAvenir)
                    examen.Constate(new Constatation(ConditionPourLePasse, "Une condition qui n'est plus remplie met fin à la décision pour l'avenir, sans l'effacer : arrêter la mission à sa date."));
                break;
            default:
                examen.Lire(DOffice, ("prise_le", Dates.Iso(r.PriseLe)));
                examen.Constate(new FaitManquant(FondementInconnu, "fondement", "Dire ce qui permet de revenir sur la décision : son illégalité, la demande de la personne, une fraude, ou, pour l'avenir, une condition qui n'est plus remplie."));
                break;
        }

        if (r.Fondement == Fondement.Fraude || r.TientALaPersonne)
        {
            examen.Lire(Contradictoire, ("observations_le", r.ObservationsLe is { } o ? Dates.Iso(o) : "inconnu"), ("observations_jusqu_au", r.ObservationsJusquAu is { } j ? Dates.Iso(j) : "inconnu"));
            if (r.ObservationsLe is null)
                examen.Constate(new FaitManquant(r.Fondement == Fondement.Fraude ? ObservationsInconnues : PersonneNonInvitee, "observations_le", "Dire le jour où la personne a été invitée à présenter ses observations."));
            else if (r.TientALaPersonne && r.ObservationsJusquAu is null)
                examen.Constate(new FaitManquant(DelaiInconnu, "observations_jusqu_au", "Dire jusqu'à quand la personne peut présenter ses observations."));
            else if (r.ObservationsJusquAu >= r.Aujourdhui)
                examen.Constate(new Constatation(ObservationsEnCours, $"La personne peut présenter ses observations jusqu'au {Dates.Lisible(r.ObservationsJusquAu.Value)} : décider après."));
        }

        if (r.ObservationsLe > r.Aujourdhui) examen.Constate(new Constatation(ObservationsFutures, "L'invitation à présenter des observations est datée du futur."));
        else if (r.ObservationsLe < r.PriseLe) examen.Constate(new Constatation(ObservationsAvant, $"L'invitation à présenter des observations précède la décision, du {Dates.Lisible(r.PriseLe)}."));
        return examen.Conclure(() => new RetraitPossible(limite));
    }

    static Regle Une(string code, Source source, string enonce, DateOnly depuis) =>
        new(code, source, enonce, depuis, null, new(2026, 11, 22), [], Rubrique.Procedure);
}
