using Microsoft.AspNetCore.Mvc;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Lettres.Rappeler;

[Acces(Role.ChefEtablissement, Role.Recteur, Role.Ien)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageLettres(db, contexte, horloge)
{
    public IActionResult OnGet() => Redirect("/lettres");

    public async Task<IActionResult> OnPostAsync(long id)
    {
        var rappel = new RappelerLaSignature(id);
        if (await Tenter(() => rappel.Executer(Db, PorteeDeLettres.Siennes(Db, Contexte), Contexte.Auteur, Ct)))
        {
            Message = $"Rappel déposé pour {rappel.Nom}. Pas d’autre avant demain.";
            return Redirect("/lettres");
        }

        await Charger();
        return Page();
    }
}
