using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Lettres.Preuve;

[Acces(Role.ChefEtablissement, Role.Agent, Role.GestionnaireRectorat, Role.Recteur, Role.Ien)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    public async Task<IActionResult> OnGetAsync(long id, int? numero, bool directe)
    {
        var lettre = await LettresVisibles.De(Db, Contexte).Du(id, directe).Where(l => l.EffaceeUtc == null && (numero == null || l.Numero == numero) && l.Signatures.Any())
            .OrderByDescending(l => l.Numero).Select(l => new { l.Id, l.Numero, Lieu = l.Attribution!.Uai ?? l.MissionDirecte!.Uai ?? "academie", Annee = l.MissionDirecteId == null ? l.Attribution!.Annee : l.MissionDirecte!.Annee }).FirstOrDefaultAsync(Ct);
        return lettre is null ? NotFound() : File(await PreuveDeLettre.Composer(Db, lettre.Id, Ct), "application/zip", $"preuve_{lettre.Lieu}_{lettre.Annee}_{(directe ? "p" : "")}{id}_v{lettre.Numero}.zip");
    }
}
