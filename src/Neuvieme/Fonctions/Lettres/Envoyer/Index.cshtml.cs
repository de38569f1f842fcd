using Microsoft.AspNetCore.Mvc;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Lettres.Envoyer;

[Acces(Role.ChefEtablissement, Role.Ien, Role.GestionnaireRectorat, Role.Recteur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageLettres(db, contexte, horloge)
{
    public IActionResult OnGet() => Redirect("/lettres");

    public async Task<IActionResult> OnPostAsync(List<long> lettres)
    {
        var envoi = new EnvoyerALaSignature(lettres);
        if (await Tenter(() => envoi.Executer(Db, PorteeDeLettres.Siennes(Db, Contexte), Contexte.AcademieCode, Contexte.Auteur, Ct)))
        {
            Message = Francais.Nombre(envoi.Envoyees, "lettre envoyée", "lettres envoyées") + " à la signature."
                + (envoi.SansAcces.Count == 0 ? "" : $" Sans accès ouvert, à envoyer plus tard ou à signer sur papier : {string.Join(", ", envoi.SansAcces)}.");
            return Redirect("/lettres");
        }

        await Charger();
        return Page();
    }
}
