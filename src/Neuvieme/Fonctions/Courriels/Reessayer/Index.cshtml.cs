using Microsoft.AspNetCore.Mvc;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Courriels.Reessayer;

[Acces(Role.Administrateur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    public IActionResult OnGet() => Redirect("/courriels");

    public async Task<IActionResult> OnPostAsync(long id, bool tous)
    {
        var action = new ReessayerLEnvoi(tous ? null : id);
        if (!await Tenter(() => action.Executer(Db, Contexte.Auteur, Ct)))
        {
            return Page();
        }

        Message = action.Remis == 1 ? "Courriel remis en file : il part au prochain passage." : $"{action.Remis} courriels remis en file : ils partent au prochain passage.";
        return Redirect("/courriels?etat=EnAttente");
    }
}
