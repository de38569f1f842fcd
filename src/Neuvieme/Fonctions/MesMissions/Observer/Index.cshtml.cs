using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.MesMissions.Observer;

[Acces(Role.Agent)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    [BindProperty]
    public string? Observations { get; set; }

    public IActionResult OnGet() => Redirect("/mes-missions");

    /// <param name="id">L'attribution.</param>
    public async Task<IActionResult> OnPostAsync(long id)
    {
        var compte = Contexte.CompteId!.Value;
        if (!await Db.Attributions.AnyAsync(a => a.Id == id && a.Agent!.CompteId == compte, Ct))
        {
            return NotFound();
        }

        if (await Tenter(() => new PresenterMesObservations(id, Observations ?? "").Executer(Db, compte, Contexte.Auteur, Ct)))
        {
            Message = "Vos observations sont enregistrées : le rectorat les lira avant de décider.";
            return Redirect($"/mes-missions/consulter/{id}");
        }

        return Page();
    }
}
