using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.PremierDegre;

/// <summary>Ce que chaque qualité prépare, ce qu'elle décide ; le reste n'existe pas pour elle.</summary>
public static class PorteePremierDegre
{
    /// <summary>L'inspecteur prépare les IMP de sa circonscription, le directeur les parts de son école.</summary>
    public static IQueryable<MissionPremierDegre> Preparees(NeuviemeDb db, Contexte contexte)
    {
        var (uai, code) = (contexte.Active?.Etablissement?.Uai, contexte.CirconscriptionCode);
        return contexte.Role switch
        {
            Role.Ien => db.MissionsPremierDegre.Where(m => m.Dispositif == DispositifPremierDegre.Imp && m.CirconscriptionCode == code),
            Role.DirecteurEcole => db.MissionsPremierDegre.Where(m => m.Dispositif == DispositifPremierDegre.Pacte && m.Uai == uai),
            _ => db.MissionsPremierDegre.Where(_ => false),
        };
    }

    /// <summary>L'inspecteur décide des parts de ses écoles, le rectorat des IMP de l'académie, et seulement une fois proposées : avant, l'accord ne les regarde pas.</summary>
    public static IQueryable<MissionPremierDegre> ADecider(NeuviemeDb db, Contexte contexte)
    {
        var (academie, code) = (contexte.AcademieCode, contexte.CirconscriptionCode);
        var proposees = db.MissionsPremierDegre.Where(m => m.Etat == EtatAttribution.Proposee || m.Etat == EtatAttribution.ARectifier || m.Etat == EtatAttribution.Validee || m.Etat == EtatAttribution.Refusee);
        return contexte.Role switch
        {
            Role.Ien => proposees.Where(m => m.Dispositif == DispositifPremierDegre.Pacte && db.Etablissements.Any(e => e.Uai == m.Uai && e.CirconscriptionCode == code)),
            Role.GestionnaireRectorat or Role.Recteur => proposees.Where(m => m.Dispositif == DispositifPremierDegre.Imp && db.Circonscriptions.Any(c => c.Code == m.CirconscriptionCode && c.AcademieCode == academie)),
            _ => proposees.Where(_ => false),
        };
    }

    /// <summary>Le plan de ce que la personne prépare et décide.</summary>
    public static async Task<PlanPremierDegre> Plan(NeuviemeDb db, Contexte contexte, DateOnly jour, CancellationToken ct)
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
        var plan = await PlanPremierDegre.Charger(db, academie, circonscriptions, ecoles, contexte.Annee, jour, ct);
        db.ChangeTracker.Clear();
        return plan;
    }
}
