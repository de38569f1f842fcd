using Neuvieme.Fonctions.MissionsDirectes;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Academiques;

/// <summary>Les missions académiques de l'académie active, et elles seules.</summary>
public static class PorteeAcademiques
{
    public static IQueryable<MissionDirecte> Siennes(NeuviemeDb db, Contexte contexte)
    {
        var (academie, annee) = (contexte.AcademieCode, contexte.Annee.Debut);
        return db.MissionsDirectes.Where(m => m.Dispositif == DispositifDirect.Academique && m.AcademieCode == academie && m.Annee == annee);
    }

    public static async Task<PlanDirect> Plan(NeuviemeDb db, Contexte contexte, DateOnly jour, CancellationToken ct)
    {
        var plan = await PlanDirect.Charger(db, contexte.AcademieCode, Porteurs.De(DispositifDirect.Academique, contexte.AcademieCode), contexte.Annee, jour, ct);
        db.ChangeTracker.Clear();
        return plan;
    }
}
