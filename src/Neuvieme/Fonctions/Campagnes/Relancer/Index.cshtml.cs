using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Campagnes.Relancer;

[Acces(Role.GestionnaireRectorat, Role.Recteur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    [FromRoute(Name = "id")]
    public long CampagneId { get; set; }

    public async Task<IActionResult> OnGetAsync() => await Existe() ? Redirect($"/campagnes/consulter/{CampagneId}?voir=Restent") : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await Existe())
        {
            return NotFound();
        }

        var action = new RelancerRetardataires(CampagneId);
        if (await Tenter(() => action.Executer(Db, Contexte.AcademieCode, Contexte.Annee, Contexte.Auteur, Ct)))
        {
            Message = $"{Francais.Nombre(action.Courriels, "courriel déposé", "courriels déposés")} : chacun dit ce qui reste et jusqu’à quand.";
            return Redirect($"/campagnes/consulter/{CampagneId}?voir=Restent");
        }

        return Page();
    }

    Task<bool> Existe() => Db.Campagnes.AnyAsync(c => c.Id == CampagneId && c.AcademieCode == Contexte.AcademieCode && c.Annee == Contexte.Annee.Debut, Ct);
}
