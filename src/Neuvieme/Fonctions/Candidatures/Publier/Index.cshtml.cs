using Microsoft.AspNetCore.Mvc;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Candidatures.Publier;

[Acces(Role.ChefEtablissement)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageCandidatures(db, contexte)
{
    public async Task<IActionResult> OnPostAsync(long[] missions, int version)
    {
        if (await Tenter(() => new PublierMissions(missions, OuvertLe, FermeLe, Annonce ?? "", version).Executer(Db, Contexte.Etablissement.Uai, Contexte.Annee, Contexte.Auteur, Ct)))
        {
            Message = missions.Length == 0 ? "Plus aucune mission n’est publiée." : "Les missions cochées sont publiées : chacun les lit dans « Mes missions » et peut dire son intérêt.";
            return Redirect("/candidatures");
        }

        await Charger(missions);
        return Page();
    }
}
