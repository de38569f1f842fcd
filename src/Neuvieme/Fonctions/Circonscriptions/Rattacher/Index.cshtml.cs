using Microsoft.AspNetCore.Mvc;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Circonscriptions.Rattacher;

[Acces(Role.Administrateur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageCirconscriptions(db, contexte, horloge)
{
    [BindProperty]
    public string? Uai { get; set; }

    [BindProperty]
    public string? Circonscription { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Tenter(() => new RattacherEcole(Uai ?? "", Circonscription ?? "").Executer(Db, Contexte.Auteur, Ct)))
        {
            Message = $"{Uai!.Trim().ToUpperInvariant()} est rattachée à {Circonscription}.";
            return Redirect("/circonscriptions");
        }

        await Charger();
        return Page();
    }
}
