using Microsoft.AspNetCore.Mvc;
using Neuvieme.Fonctions.Attributions.Examiner;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Attributions.PrendreEnCharge;

/// <summary>Des propositions cochées dans la file deviennent « mes dossiers », ou y retournent.</summary>
[Acces(Role.Recteur, Role.GestionnaireRectorat)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    public IActionResult OnGet() => Redirect("/attributions/instruire");

    public async Task<IActionResult> OnPostAsync(LigneLue[] ids, bool rendre, string? retour)
    {
        if (await Tenter(() => new SuivreDossier(Contexte.AcademieCode, ids).Confier(Db, Contexte.Auteur, rendre ? null : Contexte.CompteId, Ct)))
        {
            Message = Francais.Nombre(ids.Distinct().Count(), "dossier", "dossiers") + (rendre ? ids.Length > 1 ? " rendus à la file." : " rendu à la file." : " dans « Mes dossiers ».");
            return LocalRedirect(Url.IsLocalUrl(retour) ? retour : "/attributions/instruire");
        }

        return Page();
    }
}
