using Microsoft.AspNetCore.Mvc;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Courriels.Abandonner;

[Acces(Role.Administrateur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    public IActionResult OnGet() => Redirect("/courriels");

    public async Task<IActionResult> OnPostAsync(long id)
    {
        if (!await Tenter(() => new AbandonnerLEnvoi(id).Executer(Db, Contexte.Auteur, Ct)))
        {
            return Page();
        }

        Message = "Courriel abandonné : il ne partira pas, sauf à le réessayer.";
        return Redirect("/courriels?etat=Abandonne");
    }
}
