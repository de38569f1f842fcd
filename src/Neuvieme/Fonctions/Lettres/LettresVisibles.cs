using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Lettres;

/// <summary>
/// Qui lit une lettre : le chef de l'établissement, le rectorat de l'académie, et la personne tant que l'attribution est validée — quand le
/// rectorat est revenu sur sa décision, la lettre n'engage plus et ne lui est plus montrée.
/// </summary>
public static class LettresVisibles
{
    public static IQueryable<Lettre> De(NeuviemeDb db, Contexte contexte)
    {
        var compte = contexte.CompteId;
        var uais = contexte.Habilitations.Where(h => h.Role == Role.ChefEtablissement).Select(h => h.Etablissement?.Uai).ToArray();
        var academies = contexte.Habilitations.Where(h => h.Role is Role.GestionnaireRectorat or Role.Recteur).Select(h => h.Academie?.Code).ToArray();
        return db.Lettres.AsNoTracking().Where(l => (l.Attribution!.Agent!.CompteId == compte && l.Attribution.Etat == EtatAttribution.Validee) || uais.Contains(l.Attribution.Uai)
            || db.Etablissements.Any(e => e.Uai == l.Attribution.Uai && academies.Contains(e.AcademieCode)));
    }
}
