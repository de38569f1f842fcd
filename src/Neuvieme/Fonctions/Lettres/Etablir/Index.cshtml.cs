using Microsoft.AspNetCore.Mvc;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Courrier;
using Neuvieme.Socle.Documents;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Lettres.Etablir;

[Acces(Role.ChefEtablissement)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, MoteurTypst moteur, ReglagesCourrier site) : PageLettres(db, contexte)
{
    public IActionResult OnGet() => Redirect("/lettres");

    public async Task<IActionResult> OnPostAsync()
    {
        await Charger();
        var nombre = Lettres.Count(l => l.AEtablir);
        if (await Tenter(() => EtablirLettres.Executer(Db, moteur, site, Plan, Contexte.Auteur, Ct)))
        {
            Message = Francais.Nombre(nombre, "lettre établie", "lettres établies") + ".";
            return Redirect("/lettres");
        }

        return Page();
    }
}
