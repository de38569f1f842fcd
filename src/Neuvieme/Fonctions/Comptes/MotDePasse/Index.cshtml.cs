using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Comptes.MotDePasse;

/// <summary>Changer soi-même son mot de passe ; le seul écran ouvert tant qu'il est provisoire.</summary>
[AccesDesComptes]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, UserManager<Compte> comptes, SignInManager<Compte> connexions) : PageNeuvieme(db, contexte)
{
    [BindProperty]
    public string? Actuel { get; set; }

    [BindProperty]
    public string? Nouveau { get; set; }

    [BindProperty]
    public string? Confirmation { get; set; }

    public bool EstProvisoire => User.HasClaim(c => c.Type == MotsDePasse.Provisoire);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrEmpty(Actuel) || string.IsNullOrEmpty(Nouveau))
        {
            ModelState.AddModelError(string.IsNullOrEmpty(Actuel) ? nameof(Actuel) : nameof(Nouveau), "Écrivez votre mot de passe actuel, puis le nouveau deux fois.");
        }
        else if (Nouveau != Confirmation)
        {
            ModelState.AddModelError(nameof(Confirmation), "Les deux saisies du nouveau mot de passe diffèrent.");
        }
        else if (Nouveau == Actuel)
        {
            ModelState.AddModelError(nameof(Nouveau), "Le nouveau mot de passe est le même que l’actuel.");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await using var transaction = await Db.Commencer(PorteesDeRole.Instance, Ct);
        var compte = (await comptes.GetUserAsync(User))!;
        if (await comptes.IsLockedOutAsync(compte))
        {
            return await Sortir();
        }

        var resultat = await comptes.ChangePasswordAsync(compte, Actuel!, Nouveau!);
        if (!resultat.Succeeded)
        {
            if (resultat.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.PasswordMismatch)))
            {
                // Une session volée ne doit pas servir à deviner le mot de passe.
                await comptes.AccessFailedAsync(compte);
                await transaction.CommitAsync(Ct);
            }

            foreach (var erreur in resultat.Errors)
            {
                ModelState.AddModelError(erreur.Code == nameof(IdentityErrorDescriber.PasswordMismatch) ? nameof(Actuel) : nameof(Nouveau), erreur.Description);
            }

            return Page();
        }

        await comptes.RemoveClaimsAsync(compte, User.FindAll(MotsDePasse.Provisoire));
        await comptes.ResetAccessFailedCountAsync(compte);
        var plume = new Plume(Db, Contexte.Auteur, PorteesDeRole.Instance);
        plume.Noter("mot de passe changé", $"compte:{compte.Id}");
        await Fonctions.Courriels.Courriel.Deposer(Db, compte.Id, Fonctions.Courriels.GenreCourriel.Compte, "Votre mot de passe a changé",
            "Le mot de passe de votre compte vient d’être changé. Si ce n’est pas vous, prévenez aussitôt l’administrateur : il peut le réinitialiser.\n/comptes/connexion", $"mot-de-passe:{Contexte.Auteur.InstantUtc.Ticks}", Contexte.Auteur.InstantUtc, Ct);
        await plume.Enregistrer(Ct);
        await transaction.CommitAsync(Ct);
        await connexions.RefreshSignInAsync(compte);
        Message = "Votre mot de passe est changé.";
        return Redirect("/");
    }

    async Task<IActionResult> Sortir()
    {
        await connexions.SignOutAsync();
        return Redirect("/comptes/connexion");
    }
}
