using Microsoft.AspNetCore.Mvc;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Attributions.Rappeler;

[Acces(Role.ChefEtablissement)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    public IActionResult OnGet() => Redirect("/");

    public async Task<IActionResult> OnPostAsync(LigneLue ligne)
    {
        var rappel = new RappelerLaPersonne(ligne);
        if (!await Tenter(() => rappel.Executer(Db, Contexte.Etablissement, Contexte.Annee, Contexte.Auteur, Ct)))
        {
            return Page();
        }

        Message = $"Rappel déposé pour {rappel.Nom}. Pas d’autre avant demain.";
        return Redirect("/");
    }
}
