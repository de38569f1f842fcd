using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.PremierDegre;

/// <summary>Une mission telle que la lisent ceux qui la préparent ou la décident.</summary>
/// <param name="Decision">Ce que le droit en dit dans l'état présent ; pour qui décide, comme si la décision se prenait ce jour.</param>
public sealed record FichePremierDegreVue(MissionPremierDegre Mission, string Porteur, Solde Solde, Decision Decision, IReadOnlyList<EcheancePremierDegre> Echeances)
{
    public static async Task<FichePremierDegreVue?> Lire(NeuviemeDb db, IQueryable<MissionPremierDegre> siennes, long id, string academie, DateOnly jour, CancellationToken ct, Autorite autorite = Autorite.Inconnue)
    {
        db.ChangeTracker.Clear();
        var lue = await siennes.AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, ct);
        if (lue is null)
        {
            return null;
        }

        var plan = await PlanPremierDegre.Charger(db, academie, lue.EstImp ? [lue.Porteur] : [], lue.EstImp ? [] : [lue.Porteur], lue.AnneeScolaire, jour, ct);
        db.ChangeTracker.Clear();
        if (plan.Missions.FirstOrDefault(m => m.Id == id) is not { } mission)
        {
            return null;
        }

        var nom = lue.EstImp ? await db.Circonscriptions.Where(c => c.Code == lue.CirconscriptionCode).Select(c => c.Nom).FirstAsync(ct) : plan.Ecoles[lue.Porteur].Denomination;
        var echeances = await db.EcheancesPremierDegre.AsNoTracking().Where(e => e.MissionId == id).OrderBy(e => e.Rang).ToListAsync(ct);
        return new(mission, nom, plan.SoldeDe(mission.Dispositif, mission.Porteur), plan.Juger(mission, mission.Etat == Attributions.EtatAttribution.Proposee && mission.EstImp ? autorite : Autorite.Inconnue), echeances);
    }
}
