using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Travaux;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Travaux.Suivre;

/// <summary>Où en est un travail de fond ; la page se relit seule tant qu'il n'est pas fini.</summary>
[Acces(Role.ChefEtablissement, Role.GestionnaireRectorat, Role.Recteur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    public Travail Travail { get; private set; } = null!;
    public bool Arrete => TravauxVisibles.Siennes(Contexte).Contains(Travail.Portee);

    /// <summary>Ce qu'un lecteur d'écran annonce : par quarts, sans quoi il ne parlerait que de cela.</summary>
    public string Annonce => !Travail.EstVivant ? Travail.Message : Travail.Total == 0 || Travail.Faits * 4 / Travail.Total == 0 ? "Commencé." : $"{Travail.Faits * 4 / Travail.Total * 25} % fait.";

    public async Task<IActionResult> OnGetAsync(long id)
    {
        if (await TravauxVisibles.De(Db, Contexte).AsNoTracking().FirstOrDefaultAsync(t => t.Id == id, Ct) is not { } travail)
        {
            return NotFound();
        }

        Travail = travail;
        return Page();
    }
}
