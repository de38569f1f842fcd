using Microsoft.AspNetCore.Mvc;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.MesMissions.Rattacher;

[Acces(Role.Agent)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    public IReadOnlyList<FicheProposee> Fiches { get; private set; } = [];

    public async Task OnGetAsync() => Fiches = await FicheProposee.Chercher(Db, Contexte.CompteId!.Value, Ct);

    public async Task<IActionResult> OnPostAsync(long fiche, int version, bool accepte)
    {
        if (await Tenter(() => new RepondreRattachement(fiche, version, accepte).Executer(Db, Contexte.CompteId!.Value, Contexte.Auteur, Ct)))
        {
            Message = accepte ? "C’est fait : les missions de cet établissement paraissent ici. Ni l’un ni l’autre de vos chefs d’établissement ne voit les missions de l’autre." : "C’est noté : cette fiche ne vous sera plus proposée.";
            return Redirect("/mes-missions");
        }

        await OnGetAsync();
        return Page();
    }
}
