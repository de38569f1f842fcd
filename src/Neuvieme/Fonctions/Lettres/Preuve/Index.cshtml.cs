using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Lettres.Preuve;

[Acces(Role.ChefEtablissement, Role.Agent, Role.GestionnaireRectorat, Role.Recteur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    public async Task<IActionResult> OnGetAsync(long id, int? numero)
    {
        var lettre = await LettresVisibles.De(Db, Contexte).Where(l => l.EffaceeUtc == null && l.AttributionId == id && (numero == null || l.Numero == numero) && l.Signatures.Any())
            .OrderByDescending(l => l.Numero).Select(l => new { l.Id, l.Numero, l.Attribution!.Uai, l.Attribution.Annee }).FirstOrDefaultAsync(Ct);
        return lettre is null ? NotFound() : File(await PreuveDeLettre.Composer(Db, lettre.Id, Ct), "application/zip", $"preuve_{lettre.Uai}_{lettre.Annee}_{id}_v{lettre.Numero}.zip");
    }
}
