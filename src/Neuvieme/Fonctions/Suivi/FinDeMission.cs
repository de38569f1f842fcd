using Neuvieme.Droit.Retrait;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Socle;

namespace Neuvieme.Fonctions.Suivi;

/// <summary>Arrêter une mission abroge la décision qui l'a accordée : ce qui le permet se dit, et se juge à la demande puis au visa.</summary>
public static class FinDeMission
{
    public static RetraitEnvisage Envisagee(Interruption arret, DateOnly priseLe, DateOnly jour) => new(priseLe, jour, arret.Fondement)
    {
        PourLAvenir = true, DemandeLe = arret.DemandeLe, TientALaPersonne = arret.TientALaPersonne, ObservationsLe = arret.InviteeLe, ObservationsJusquAu = arret.ObserverJusquAu,
    };

    /// <summary>Pourquoi la décision ne peut pas encore, ou plus, être prise.</summary>
    public static IReadOnlyList<string> Obstacles(Interruption arret, Attribution a, DateOnly jour) => arret.Genre != GenreDInterruption.Arret || arret.Visa != EtatDuVisa.AViser ? []
        : [.. RetraitDeDecision.Juger(Envisagee(arret, a.InstruiteLe is { } prise ? Horloge.AParis(prise) : jour, jour)).Motifs.Select(m => $"{m.Phrase} ({m.Source})")];

    /// <summary>À la demande : le premier jour où le rectorat pourrait décider, le délai d'observations couru.</summary>
    public static IReadOnlyList<string> ObstaclesALaDemande(Interruption arret, Attribution a, DateOnly jour) => Obstacles(arret, a, arret.ObserverJusquAu is { } fin && fin >= jour ? fin.AddDays(1) : jour);

    /// <summary>Ce qu'en garde le journal ; nul hors d'un arrêt.</summary>
    public static string? AuJournal(IEnumerable<Interruption> lignes) => string.Join(" ; ", lignes.Select(Ecrit).Where(f => f.Length > 0)) is { Length: > 0 } ecrit ? ecrit : null;

    public static string Ecrit(Interruption arret) => arret.Genre != GenreDInterruption.Arret ? "" : FondementDuRetrait.Dire(arret.Fondement, arret.DemandeLe, pourLAvenir: true);
}
