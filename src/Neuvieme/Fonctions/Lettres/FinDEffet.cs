using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Fonctions.Suivi;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Lettres;

/// <summary>
/// Une lettre cesse d'avoir effet quand la décision qu'elle rapporte est retirée, ou quand le recteur arrête la mission. Signée, elle reste à
/// qui l'a signée, dite sans effet ; non signée, elle ne se signe plus.
/// </summary>
public static class FinDEffet
{
    /// <summary>Celles qui sont sans effet ce jour-là, et depuis quand ; nul : depuis un jour que rien ne dit.</summary>
    public static async Task<IReadOnlyDictionary<long, DateOnly?>> Lire(NeuviemeDb db, IReadOnlyCollection<long> lettres, DateOnly jour, CancellationToken ct)
    {
        if (lettres.Count == 0)
        {
            return new Dictionary<long, DateOnly?>();
        }

        var engagent = db.Lettres.QuiEngagent().Select(l => l.Id);
        var lues = await db.Lettres.IgnoreQueryFilters().AsNoTracking().Where(l => lettres.Contains(l.Id) && l.Etat != EtatLettre.Remplacee).Select(l => new
        {
            l.Id, l.Etat, Engage = engagent.Contains(l.Id), Retiree = l.Attribution!.RetireeUtc,
            Privee = db.EvenementsDeLettre.Where(e => e.LettreId == l.Id && e.Genre == GenreDEvenement.SansEffet).Max(e => (DateTime?)e.InstantUtc),
            Arret = db.Interruptions.Where(i => i.AttributionId == l.AttributionId && i.Genre == GenreDInterruption.Arret && i.Visa == EtatDuVisa.Vise && i.AnnuleeUtc == null).Min(i => (DateOnly?)i.Du),
        }).ToListAsync(ct);
        return lues.Where(l => l.Etat == EtatLettre.SansEffet || !l.Engage || l.Arret < jour)
            .ToDictionary(l => l.Id, l => l.Etat == EtatLettre.SansEffet || !l.Engage ? (l.Privee ?? l.Retiree) is { } instant ? Horloge.AParis(instant) : (DateOnly?)null : l.Arret!.Value.AddDays(1));
    }

    public static string Dire(DateOnly? depuis) => depuis is { } jour ? $"sans effet depuis le {Francais.Date(jour)}" : "sans effet";

    /// <summary>Ces lettres n'engagent plus et ne se signent plus ; ce qui attendait de partir à leur sujet ne part pas.</summary>
    public static async Task Priver(NeuviemeDb db, IQueryable<Lettre> lettres, Auteur auteur, CancellationToken ct)
    {
        foreach (var lettre in await lettres.Where(l => l.Etat != EtatLettre.Remplacee && l.Etat != EtatLettre.SansEffet).ToListAsync(ct))
        {
            lettre.PerdreEffet();
            db.EvenementsDeLettre.Add(EvenementDeLettre.De(lettre.Id, GenreDEvenement.SansEffet, auteur));
            await Courriel.Retirer(db, [AnnonceDeLettre.Sujet(lettre.Id)], ct);
        }
    }

    /// <summary>Sans les missions que le recteur a arrêtées : aucune lettre n'y est plus attendue.</summary>
    public static IQueryable<Attribution> NonArretees(this IQueryable<Attribution> attributions, NeuviemeDb db) =>
        attributions.Where(a => !db.Interruptions.Any(i => i.AttributionId == a.Id && i.Genre == GenreDInterruption.Arret && i.Visa == EtatDuVisa.Vise && i.AnnuleeUtc == null));
}
