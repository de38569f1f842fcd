using Microsoft.AspNetCore.Mvc;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Candidatures.Retenir;

[Acces(Role.ChefEtablissement)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageCandidatures(db, contexte)
{
    public async Task<IActionResult> OnPostAsync(long candidature, Attributions.LigneLue part)
    {
        ModelState.Clear();
        if (await Tenter(() => new RetenirCandidat(candidature, part.Id, part.Version).Executer(Db, Contexte.Etablissement.Uai, Contexte.Annee, Contexte.Auteur, Ct)))
        {
            Message = "La personne est pressentie. Demandez-lui son accord depuis Attributions : rien ne lui a encore été envoyé.";
            return Redirect("/candidatures");
        }

        await Charger(null);
        return Page();
    }
}
