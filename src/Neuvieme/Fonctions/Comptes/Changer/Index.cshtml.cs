using Microsoft.AspNetCore.Mvc;
using Neuvieme.Droit;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Comptes.Changer;

/// <summary>Choisir la qualité dans laquelle on agit et l'année scolaire regardée.</summary>
[AccesDesComptes]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageNeuvieme(db, contexte)
{
    [BindProperty]
    public long Qualite { get; set; }

    [BindProperty]
    public int Annee { get; set; }

    public IEnumerable<AnneeScolaire> Annees
    {
        get
        {
            var defaut = Contexte.AnneeParDefaut(horloge.Aujourdhui).Debut;
            return Enumerable.Range(0, 4).Select(i => new AnneeScolaire(defaut + 1 - i));
        }
    }

    public bool PeutDeleguer => Contexte.Habilitations.Any(h => h.Delegation is null && (h.Role == Role.Administrateur || Delegations.SeDelegue(h.Role)));

    public void OnGet() => (Qualite, Annee) = (Contexte.Active?.Id ?? 0, Contexte.Annee.Debut);

    public IActionResult OnPost()
    {
        if (Contexte.Habilitations.All(h => h.Id != Qualite))
        {
            ModelState.AddModelError(nameof(Qualite), "Cette qualité n’est pas la vôtre aujourd’hui.");
            return Page();
        }

        var cookie = new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = Request.IsHttps, IsEssential = true };
        Response.Cookies.Append(Contexte.CookieHabilitation, Qualite.ToString(), cookie);
        Response.Cookies.Append(Contexte.CookieAnnee, Annee.ToString(), cookie);
        return Redirect("/");
    }
}
