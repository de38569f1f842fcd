using Microsoft.AspNetCore.Mvc;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Lettres.Rappeler;

[Acces(Role.ChefEtablissement)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageLettres(db, contexte)
{
    public IActionResult OnGet() => Redirect("/lettres");

    public async Task<IActionResult> OnPostAsync(long id)
    {
        var rappel = new RappelerLaSignature(id);
        if (await Tenter(() => rappel.Executer(Db, Contexte.Etablissement.Uai, Contexte.Auteur, Ct)))
        {
            Message = $"Rappel déposé pour {rappel.Nom}. Pas d’autre avant demain.";
            return Redirect("/lettres");
        }

        await Charger();
        return Page();
    }
}
