using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.MissionsDirectes;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.PremierDegre;

/// <summary>Ce que chaque qualité prépare, ce qu'elle décide ; le reste n'existe pas pour elle.</summary>
public static class PorteePremierDegre
{
    /// <summary>L'inspecteur prépare les IMP de sa circonscription, le directeur les parts de son école.</summary>
    public static IQueryable<MissionDirecte> Preparees(NeuviemeDb db, Contexte contexte)
    {
        var (uai, code) = (contexte.Active?.Etablissement?.Uai, contexte.CirconscriptionCode);
        return contexte.Role switch
        {
            Role.Ien => db.MissionsDirectes.Where(m => m.Dispositif == DispositifDirect.ImpPremierDegre && m.CirconscriptionCode == code),
            Role.DirecteurEcole => db.MissionsDirectes.Where(m => m.Dispositif == DispositifDirect.PactePremierDegre && m.Uai == uai),
            _ => db.MissionsDirectes.Where(_ => false),
        };
    }

    /// <summary>L'inspecteur décide des parts de ses écoles, le rectorat des IMP de l'académie, et seulement une fois proposées : avant, l'accord ne les regarde pas.</summary>
    public static IQueryable<MissionDirecte> ADecider(NeuviemeDb db, Contexte contexte)
    {
        var (academie, code) = (contexte.AcademieCode, contexte.CirconscriptionCode);
        var proposees = db.MissionsDirectes.Where(m => m.Etat == EtatAttribution.Proposee || m.Etat == EtatAttribution.ARectifier || m.Etat == EtatAttribution.Validee || m.Etat == EtatAttribution.Refusee);
        return contexte.Role switch
        {
            Role.Ien => proposees.Where(m => m.Dispositif == DispositifDirect.PactePremierDegre && db.Etablissements.Any(e => e.Uai == m.Uai && e.CirconscriptionCode == code)),
            Role.GestionnaireRectorat or Role.Recteur => proposees.Where(m => m.Dispositif == DispositifDirect.ImpPremierDegre && db.Circonscriptions.Any(c => c.Code == m.CirconscriptionCode && c.AcademieCode == academie)),
            _ => proposees.Where(_ => false),
        };
    }

    /// <summary>Le plan de ce que la personne prépare et décide.</summary>
    public static async Task<PlanDirect> Plan(NeuviemeDb db, Contexte contexte, DateOnly jour, CancellationToken ct)
    {
        var (academie, code) = (contexte.AcademieCode, contexte.CirconscriptionCode);
        string[] circonscriptions = contexte.Role switch
        {
            Role.Ien => [code],
            Role.GestionnaireRectorat or Role.Recteur => await db.Circonscriptions.Where(c => c.AcademieCode == academie).Select(c => c.Code).ToArrayAsync(ct),
            _ => [],
        };
        var ecoles = contexte.Role == Role.DirecteurEcole ? [contexte.Etablissement.Uai]
            : await db.Etablissements.Where(e => e.AcademieCode == academie && e.CirconscriptionCode != null && circonscriptions.Contains(e.CirconscriptionCode)).Select(e => e.Uai).ToArrayAsync(ct);
        var plan = await PlanDirect.Charger(db, academie, new(circonscriptions, ecoles), contexte.Annee, jour, ct);
        db.ChangeTracker.Clear();
        return plan;
    }
}
