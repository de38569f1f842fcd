using Microsoft.AspNetCore.Mvc;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Courrier;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Comptes.Oublier;

/// <summary>Qui a oublié son mot de passe reçoit un lien pour en choisir un autre. La réponse est la même que le compte existe ou non.</summary>
[AccesPublic]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, ReglagesCourrier courrier, DemanderUnLien lien) : PageNeuvieme(db, contexte)
{
    [BindProperty]
    public string? Adresse { get; set; }

    public bool Fait { get; private set; }
    public bool ParCourriel => courrier.Mode != ModeCourrier.Aucun;

    public void OnGet()
    {
    }

    public IActionResult OnPost()
    {
        if (!ParCourriel)
        {
            return Page();
        }

        if (string.IsNullOrWhiteSpace(Adresse) || Adresse.Length > 256)
        {
            ModelState.AddModelError(nameof(Adresse), "Écrivez l’adresse de courriel de votre compte.");
            return Page();
        }

        lien.Lancer(Adresse);
        Fait = true;
        return Page();
    }
}
