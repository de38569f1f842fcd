using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Attributions.Rappeler;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.MissionsDirectes;

/// <summary>Trois jours avant la date souhaitée, puis le jour même : la même règle que pour une IMP d'établissement.</summary>
public static class RappelsDirects
{
    public static async Task<int> Deposer(NeuviemeDb db, Horloge horloge, CancellationToken ct)
    {
        var (instant, jour) = (horloge.MaintenantUtc, horloge.Aujourdhui);
        if (Horloge.HeureDeParis(instant).Hour < RappelsAutomatiques.Heure)
        {
            return 0;
        }

        var dues = await Dues(db, jour).AsNoTracking().ToListAsync(ct);
        var uais = dues.Where(m => m.Uai != null).Select(m => m.Uai!).Distinct().ToArray();
        var noms = await db.Etablissements.Where(e => uais.Contains(e.Uai)).ToDictionaryAsync(e => e.Uai, e => e.Denomination, ct);
        var deposes = 0;
        foreach (var groupe in dues.GroupBy(m => m.Portee, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            // Sous le verrou de qui paie, et relues : qui vient de répondre ne reçoit pas de rappel.
            await using var transaction = await db.Commencer(groupe.Key, ct);
            var ids = groupe.Select(m => m.Id).ToArray();
            var encore = await Dues(db, jour).Where(m => ids.Contains(m.Id)).Include(m => m.Agent).AsNoTracking().ToListAsync(ct);
            var recents = await Courriel.RappelsDe(db, [.. encore.Select(m => Avertir.Sujet(m.Id))], Horloge.DebutDuJour(jour.AddDays(-2)), ct);
            var depots = encore.Where(m => !recents.TryGetValue(Avertir.Sujet(m.Id), out var r) || (m.RepondreAvant == jour && Horloge.AParis(r.DernierUtc) < jour))
                .Select(m => Avertir.Rappel(m, m.Lieu(uai => noms[uai]), m.Agent!.CompteId!.Value, jour)).ToList();
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

    static IQueryable<MissionDirecte> Dues(NeuviemeDb db, DateOnly jour)
    {
        var hier = Horloge.DebutDuJour(jour.AddDays(-1));
        var (deux, trois) = (jour.AddDays(2), jour.AddDays(3));
        return db.MissionsDirectes.Where(m => m.Etat == EtatAttribution.AccordDemande && m.Agent!.CompteId != null && m.AccordDemandeLe < hier
            && (m.RepondreAvant == jour || m.RepondreAvant == deux || m.RepondreAvant == trois));
    }
}
