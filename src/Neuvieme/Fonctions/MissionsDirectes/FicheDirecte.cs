using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.MissionsDirectes;

/// <summary>Une mission telle que la lisent ceux qui la préparent ou la décident.</summary>
/// <param name="Decision">Ce que le droit en dit dans l'état présent ; pour qui décide, comme si la décision se prenait ce jour.</param>
public sealed record FicheDirecte(MissionDirecte Mission, string Porteur, Solde Solde, Decision Decision, IReadOnlyList<EcheanceDirecte> Echeances)
{
    /// <summary>Où la personne exerce.</summary>
    public string Lieu { get; init; } = "";

    public static async Task<FicheDirecte?> Lire(NeuviemeDb db, IQueryable<MissionDirecte> siennes, long id, string academie, DateOnly jour, CancellationToken ct, Autorite autorite = Autorite.Inconnue)
    {
        db.ChangeTracker.Clear();
        var lue = await siennes.AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, ct);
        if (lue is null)
        {
            return null;
        }

        var plan = await PlanDirect.Charger(db, academie, Porteurs.De(lue), lue.AnneeScolaire, jour, ct);
        db.ChangeTracker.Clear();
        if (plan.Missions.FirstOrDefault(m => m.Id == id) is not { } mission)
        {
            return null;
        }

        var nom = lue.Dispositif switch
        {
            DispositifDirect.ImpPremierDegre => await db.Circonscriptions.Where(c => c.Code == lue.CirconscriptionCode).Select(c => c.Nom).FirstAsync(ct),
            DispositifDirect.Academique => await db.Academies.Where(a => a.Code == lue.AcademieCode).Select(a => "académie " + a.Libelle).FirstAsync(ct),
            _ => plan.Ecoles[lue.Porteur].Denomination,
        };
        var echeances = await db.EcheancesDirectes.AsNoTracking().Where(e => e.MissionId == id).OrderBy(e => e.Rang).ToListAsync(ct);
        var aDecider = mission.Etat == EtatAttribution.Proposee || (mission.Etat == EtatAttribution.AccordDonne && mission.EstAcademique);
        return new(mission, nom, plan.SoldeDe(mission), plan.Juger(mission, aDecider && !mission.EstPacte ? autorite : Autorite.Inconnue), echeances) { Lieu = plan.Ecoles.GetValueOrDefault(mission.Agent!.Uai)?.Denomination ?? "" };
    }
}
