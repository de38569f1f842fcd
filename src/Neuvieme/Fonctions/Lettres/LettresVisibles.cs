using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.MissionsDirectes;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Lettres;

/// <summary>
/// Qui lit une lettre : le chef de l'établissement, l'inspecteur pour ses écoles, le rectorat de l'académie, et la personne tant que la décision
/// est en vigueur ou que la lettre porte toutes ses signatures : ce qu'elle a signé lui reste, dit sans effet. Une mission retirée, ou confiée à une
/// autre personne, n'efface pas la lettre : le chef et le rectorat la lisent encore.
/// </summary>
public static class LettresVisibles
{
    /// <summary>Celles que la personne lit ; ne se signent que celles de <see cref="SujetDeLettre.QuiEngagent"/>.</summary>
    public static IQueryable<Lettre> DeLaPersonne(NeuviemeDb db, long? compte)
    {
        var engagent = db.Lettres.DuCompte(compte).QuiEngagent().Select(l => l.Id);
        return db.Lettres.DuCompte(compte).Where(l => engagent.Contains(l.Id) || l.Signatures.Count == 2);
    }

    public static IQueryable<Lettre> De(NeuviemeDb db, Contexte contexte)
    {
        var compte = contexte.CompteId;
        var uais = contexte.Habilitations.Where(h => h.Role == Role.ChefEtablissement).Select(h => h.Etablissement?.Uai).ToArray();
        var academies = contexte.Habilitations.Where(h => h.Role is Role.GestionnaireRectorat or Role.Recteur).Select(h => h.Academie?.Code).ToArray();
        var circonscriptions = contexte.Habilitations.Where(h => h.Role == Role.Ien).Select(h => h.Circonscription?.Code).ToArray();
        var siennes = DeLaPersonne(db, compte).Select(l => l.Id);
        return db.Lettres.AsNoTracking().IgnoreQueryFilters().Where(l => siennes.Contains(l.Id) || uais.Contains(l.Attribution!.Uai) || (l.MissionDirecte!.Uai != null && uais.Contains(l.MissionDirecte.Uai))
            || (l.MissionDirecte!.AcademieCode != null && academies.Contains(l.MissionDirecte.AcademieCode))
            || db.Etablissements.Any(e => (e.Uai == l.Attribution!.Uai || e.Uai == l.MissionDirecte!.Uai) && (academies.Contains(e.AcademieCode)
                || (e.CirconscriptionCode != null && circonscriptions.Contains(e.CirconscriptionCode) && l.MissionDirecte!.Dispositif == DispositifDirect.PactePremierDegre))));
    }
}
