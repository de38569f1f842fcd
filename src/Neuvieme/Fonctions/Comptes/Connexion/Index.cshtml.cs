using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Comptes.Connexion;

[AccesPublic]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, SignInManager<Compte> connexions, CleDAcces cles) : PageNeuvieme(db, contexte)
{
    [BindProperty]
    [Required(ErrorMessage = "Écrivez votre adresse de courriel.")]
    public string Courriel { get; set; } = "";

    [BindProperty]
    [Required(ErrorMessage = "Écrivez votre mot de passe.")]
    public string MotDePasse { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? Retour { get; set; }

    /// <summary>La réponse d'une clé d'accès, à la place de l'adresse et du mot de passe.</summary>
    [BindProperty]
    public string? Cle { get; set; }

    public async Task<IActionResult> OnPostDefierAsync() => Content(await cles.DefierUnInconnu(), "application/json");

    public async Task<IActionResult> OnPostCleAsync()
    {
        ModelState.Clear();
        if (await cles.Reconnaitre(Cle ?? "") is not { } compte || await connexions.UserManager.IsLockedOutAsync(compte) || !await connexions.CanSignInAsync(compte))
        {
            ModelState.AddModelError("", CleDAcces.Echec.Message);
            return Page();
        }

        // L'appareil et ce qui le déverrouille font déjà deux facteurs : aucun code n'est demandé en plus.
        await connexions.SignInAsync(compte, isPersistent: false);
        return Url.IsLocalUrl(Retour) ? Redirect(Retour) : Redirect("/");
    }

    public IActionResult OnGet() => Contexte.CompteId is null ? Page() : Redirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (await connexions.UserManager.FindByNameAsync(Courriel.Trim()) is not { } compte || await connexions.UserManager.IsLockedOutAsync(compte))
        {
            // Le même travail que pour un compte ouvert : la durée de la réponse ne dit ni s'il existe, ni s'il est bloqué.
            MotsDePasse.FaireSemblant(MotDePasse);
        }

        var resultat = await connexions.PasswordSignInAsync(Courriel.Trim(), MotDePasse, isPersistent: false, lockoutOnFailure: true);
        if (resultat.Succeeded)
        {
            return Url.IsLocalUrl(Retour) ? Redirect(Retour) : Redirect("/");
        }

        if (resultat.RequiresTwoFactor)
        {
            return Redirect("/comptes/code-unique" + (Url.IsLocalUrl(Retour) ? "?retour=" + Uri.EscapeDataString(Retour) : ""));
        }

        // Un seul message : ni l'existence d'un compte ni le nombre d'essais restants ne se devinent.
        ModelState.AddModelError("", "Adresse ou mot de passe inconnu. Après cinq essais, un compte reste bloqué quinze minutes.");
        MotDePasse = "";
        return Page();
    }
}
