using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Comptes.CodeUnique;

/// <summary>Le second temps de la connexion : le mot de passe est bon, l'application du téléphone le confirme.</summary>
[AccesPublic]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, SignInManager<Compte> connexions) : PageNeuvieme(db, contexte)
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Retour { get; set; }

    public async Task<IActionResult> OnGetAsync() => await Obstacle() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Obstacle() is { } obstacle)
        {
            return obstacle;
        }

        // Sous le verrou du compte, relu : des essais simultanés se comptent un à un, et un code ne sert pas deux fois.
        var compte = (await connexions.GetTwoFactorAuthenticationUserAsync())!;
        await using var transaction = await Db.Commencer($"compte:{compte.Id}", Ct);
        await Db.Entry(compte).ReloadAsync(Ct);
        var code = Reauthentification.Chiffres(Code);
        // Six chiffres : l'application. Autre chose : un code de secours, qui ne sert qu'une fois.
        var resultat = code.Length == 6 ? await connexions.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false)
            : await connexions.TwoFactorRecoveryCodeSignInAsync((Code ?? "").Trim());
        await transaction.CommitAsync(Ct);
        if (resultat.Succeeded)
        {
            return Url.IsLocalUrl(Retour) ? Redirect(Retour) : Redirect("/");
        }

        ModelState.AddModelError(nameof(Code), "Ce code n’est pas le bon, ou il a déjà servi : attendez que l’application en montre un autre. Après cinq essais, un compte reste bloqué quinze minutes.");
        return Page();
    }

    async Task<IActionResult?> Obstacle() => Contexte.CompteId is not null ? Redirect("/") : await connexions.GetTwoFactorAuthenticationUserAsync() is null ? Redirect("/comptes/connexion") : null;
}
