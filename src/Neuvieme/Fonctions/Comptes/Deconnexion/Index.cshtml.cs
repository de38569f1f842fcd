using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Comptes.Deconnexion;

[AccesPublic]
public sealed class IndexModel(SignInManager<Compte> connexions) : PageModel
{
    public IActionResult OnGet() => Redirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        await connexions.SignOutAsync();
        Response.Cookies.Delete(Socle.Web.Contexte.CookieHabilitation);
        return Redirect("/comptes/connexion");
    }
}
