using Microsoft.AspNetCore.Mvc;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Seances.Confirmer;

[Acces(Role.ChefEtablissement, Role.DirecteurEcole)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    public IActionResult OnGet() => Redirect("/seances");

    public async Task<IActionResult> OnPostAsync(List<string> vues)
    {
        List<SeanceVue> lues = [.. vues.Select(SeanceVue.Lire).OfType<SeanceVue>().Distinct()];
        if (await Tenter(() => new DeciderSeances(lues, "").Executer(Db, PorteeSeances.Dirigees(Db, Contexte), Contexte.Auteur, Ct)))
        {
            Message = Francais.Nombre(lues.Count, "séance confirmée", "séances confirmées") + ".";
            return Redirect("/seances");
        }

        return Page();
    }
}
