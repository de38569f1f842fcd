using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Lettres.Telecharger;

/// <summary>Le PDF exact qui a été établi : au chef de l'établissement, à l'agent concerné, au rectorat de l'académie. Quand le rectorat est revenu sur sa décision, la lettre n'engage plus et l'agent ne la reçoit plus.</summary>
[Acces(Role.ChefEtablissement, Role.Agent, Role.GestionnaireRectorat, Role.Recteur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    public async Task<IActionResult> OnGetAsync(long id, int? numero)
    {
        var compte = Contexte.CompteId;
        var uais = Contexte.Habilitations.Where(h => h.Role == Role.ChefEtablissement).Select(h => h.Etablissement?.Uai).ToArray();
        var academies = Contexte.Habilitations.Where(h => h.Role is Role.GestionnaireRectorat or Role.Recteur).Select(h => h.Academie?.Code).ToArray();
        var lettre = await Db.Lettres.AsNoTracking()
            .Where(l => l.AttributionId == id && (numero == null || l.Numero == numero))
            .Where(l => (l.Attribution!.Agent!.CompteId == compte && l.Attribution.Etat == EtatAttribution.Validee) || uais.Contains(l.Attribution.Uai)
                || Db.Etablissements.Any(e => e.Uai == l.Attribution.Uai && academies.Contains(e.AcademieCode)))
            .OrderByDescending(l => l.Numero).Select(l => new { l.Pdf, l.Numero, l.Attribution!.Uai, l.Attribution.Annee }).FirstOrDefaultAsync(Ct);
        return lettre is null ? NotFound() : File(lettre.Pdf, "application/pdf", $"lettre-de-mission_{lettre.Uai}_{lettre.Annee}_{id}_v{lettre.Numero}.pdf");
    }
}
