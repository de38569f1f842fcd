using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.MesMissions.Souhaiter;

[Acces(Role.Agent)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    public IActionResult OnGet() => Redirect("/mes-missions");

    public async Task<IActionResult> OnPostAsync(long id, bool veut)
    {
        var compte = Contexte.CompteId!.Value;
        if (!await Db.Attributions.AnyAsync(a => a.Id == id && a.Agent!.CompteId == compte, Ct))
        {
            return NotFound();
        }

        if (await Tenter(() => new SouhaiterUneLettre(id, veut).Executer(Db, compte, Contexte.Auteur, Ct)))
        {
            Message = veut ? "C’est noté : votre chef d’établissement voit que vous demandez une lettre." : "C’est noté : aucune lettre ne vous sera demandée. Votre accord ne change pas.";
            return Redirect($"/mes-missions/consulter/{id}");
        }

        return Page();
    }
}
