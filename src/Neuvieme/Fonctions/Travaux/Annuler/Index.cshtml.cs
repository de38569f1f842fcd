using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Travaux;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Travaux.Annuler;

[Acces(Role.ChefEtablissement, Role.GestionnaireRectorat, Role.Recteur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    public IActionResult OnGet() => Redirect("/");

    public async Task<IActionResult> OnPostAsync(long id)
    {
        var siennes = TravauxVisibles.Siennes(Contexte);
        if (await Db.Travaux.Where(t => t.Id == id && siennes.Contains(t.Portee)).Select(t => t.Portee).FirstOrDefaultAsync(Ct) is not { } portee)
        {
            return NotFound();
        }

        // Fini entre-temps : la page dit ce qu'il en est.
        await Travail.Annuler(Db, id, portee, Contexte.Auteur, Ct);
        return Redirect($"/travaux/suivre/{id}");
    }
}
