using Microsoft.AspNetCore.Mvc;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Lettres.Envoyer;

[Acces(Role.ChefEtablissement)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageLettres(db, contexte)
{
    public IActionResult OnGet() => Redirect("/lettres");

    public async Task<IActionResult> OnPostAsync(List<long> lettres)
    {
        if (await Tenter(() => new EnvoyerALaSignature(lettres).Executer(Db, Contexte.Etablissement.Uai, Contexte.AcademieCode, Contexte.Annee, Contexte.Auteur, Ct)))
        {
            Message = Francais.Nombre(lettres.Count, "lettre envoyée", "lettres envoyées") + " à la signature.";
            return Redirect("/lettres");
        }

        await Charger();
        return Page();
    }
}
