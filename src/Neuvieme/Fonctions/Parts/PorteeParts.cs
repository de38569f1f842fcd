using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.MissionsDirectes;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Parts;

/// <summary>Les parts de l'établissement, et elles seules : le reste n'existe pas pour qui l'ouvre.</summary>
public static class PorteeParts
{
    public static IQueryable<MissionDirecte> Siennes(NeuviemeDb db, Contexte contexte)
    {
        var (uai, annee) = (contexte.Etablissement.Uai, contexte.Annee.Debut);
        return db.MissionsDirectes.Where(m => m.Uai == uai && m.Annee == annee && (m.Dispositif == DispositifDirect.PacteSecondDegre || m.Dispositif == DispositifDirect.PacteLyceePro));
    }

    public static async Task<PlanDirect> Plan(NeuviemeDb db, Contexte contexte, DateOnly jour, CancellationToken ct)
    {
        var plan = await PlanDirect.Charger(db, contexte.AcademieCode, new([], [contexte.Etablissement.Uai]), contexte.Annee, jour, ct);
        db.ChangeTracker.Clear();
        return plan;
    }

    /// <summary>Pour qui prépare sans décider, un refus se lit comme une réponse attendue.</summary>
    public static EtatAttribution EtatVu(this Contexte contexte, MissionDirecte m) => contexte.Decide ? m.Etat : m.Etat.SansRefus();
}
