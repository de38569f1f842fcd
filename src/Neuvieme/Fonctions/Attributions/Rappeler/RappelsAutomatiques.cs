using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Attributions.Rappeler;

/// <summary>
/// Trois jours avant la date souhaitée, puis le jour même, à partir de 7 h à Paris. Un jour d'arrêt du site se rattrape le lendemain ;
/// une demande toute fraîche, ou que le chef vient de rappeler, ne l'est pas de nouveau.
/// </summary>
public static class RappelsAutomatiques
{
    public const int Heure = 7;

    public static async Task<int> Deposer(NeuviemeDb db, Horloge horloge, CancellationToken ct)
    {
        var (instant, jour) = (horloge.MaintenantUtc, horloge.Aujourdhui);
        if (Horloge.HeureDeParis(instant).Hour < Heure)
        {
            return 0;
        }

        var uais = await Dues(db, jour).Select(a => a.Uai).Distinct().OrderBy(u => u).ToListAsync(ct);
        var deposes = 0;
        foreach (var uai in uais)
        {
            // Sous le verrou de l'établissement : qui vient de répondre ne reçoit pas de rappel.
            await using var transaction = await db.Commencer(uai, ct);
            var dues = await Dues(db, jour).Where(a => a.Uai == uai).Include(a => a.Mission).Include(a => a.Agent).AsNoTracking().ToListAsync(ct);
            var nom = await db.Etablissements.Where(e => e.Uai == uai).Select(e => e.Denomination).FirstAsync(ct);
            var recents = await Courriel.RappelsDe(db, [.. dues.Select(a => Avertir.Sujet(a.Id))], Horloge.DebutDuJour(jour.AddDays(-2)), ct);
            var depots = dues.Where(a => !recents.TryGetValue(Avertir.Sujet(a.Id), out var r) || (a.RepondreAvant == jour && Horloge.AParis(r.DernierUtc) < jour))
                .Select(a => Avertir.Rappel(a, nom, a.Agent!.CompteId!.Value, jour)).ToList();
            if (await Courriel.Deposer(db, depots, instant, ct) is > 0 and var n)
            {
                await Courriel.Enregistrer(db, ct);
                deposes += n;
            }

            await transaction.CommitAsync(ct);
            db.ChangeTracker.Clear();
        }

        return deposes;
    }

    /// <summary>Demandées avant hier au plus tard, à répondre dans deux ou trois jours, ou aujourd'hui.</summary>
    static IQueryable<Attribution> Dues(NeuviemeDb db, DateOnly jour)
    {
        var hier = Horloge.DebutDuJour(jour.AddDays(-1));
        var (deux, trois) = (jour.AddDays(2), jour.AddDays(3));
        return db.Attributions.Where(a => a.Etat == EtatAttribution.AccordDemande && a.Agent!.CompteId != null && a.AccordDemandeLe < hier
            && (a.RepondreAvant == jour || a.RepondreAvant == deux || a.RepondreAvant == trois));
    }
}
