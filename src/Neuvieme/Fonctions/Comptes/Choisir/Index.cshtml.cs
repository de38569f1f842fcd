using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Comptes.Choisir;

/// <summary>Ouverte à qui tient le lien reçu par courriel : la personne choisit son mot de passe, que nul autre n'a vu.</summary>
[AccesPublic]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, UserManager<Compte> comptes, Horloge horloge) : PageNeuvieme(db, contexte)
{
    [BindProperty(SupportsGet = true)]
    public string? Jeton { get; set; }

    [BindProperty]
    public string? Nouveau { get; set; }

    [BindProperty]
    public string? Confirmation { get; set; }

    /// <summary>Nul quand le lien ne vaut plus rien.</summary>
    public Compte? Compte { get; private set; }

    public async Task OnGetAsync() => Compte = await Lire();

    public async Task<IActionResult> OnPostAsync()
    {
        await using var transaction = await Db.Commencer(PorteesDeRole.Instance, Ct);
        if ((Compte = await Lire()) is null)
        {
            return Page();
        }

        if (string.IsNullOrEmpty(Nouveau))
        {
            ModelState.AddModelError(nameof(Nouveau), "Écrivez deux fois le mot de passe que vous choisissez.");
        }
        else if (Nouveau != Confirmation)
        {
            ModelState.AddModelError(nameof(Confirmation), "Les deux saisies diffèrent.");
        }
        else
        {
            foreach (var validateur in comptes.PasswordValidators)
            {
                foreach (var erreur in (await validateur.ValidateAsync(comptes, Compte, Nouveau)).Errors)
                {
                    ModelState.AddModelError(nameof(Nouveau), erreur.Description);
                }
            }
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        MotsDePasse.Donner(Compte, Nouveau!);
        await Db.UserClaims.Where(c => c.UserId == Compte.Id && c.ClaimType == MotsDePasse.Provisoire).ExecuteDeleteAsync(Ct);
        var plume = new Plume(Db, new(Compte.Id, Compte.NomAffiche, "par le lien reçu par courriel", horloge.MaintenantUtc, horloge.Aujourdhui), PorteesDeRole.Instance);
        plume.Noter("mot de passe choisi", $"compte:{Compte.Id}");
        await Fonctions.Courriels.Courriel.Deposer(Db, Compte.Id, Fonctions.Courriels.GenreCourriel.Compte, "Votre mot de passe a changé",
            "Un mot de passe vient d’être choisi pour votre compte, par le lien reçu à cette adresse. Si ce n’est pas vous, prévenez aussitôt l’administrateur : il peut le réinitialiser.\n/comptes/connexion", $"mot-de-passe:{horloge.MaintenantUtc.Ticks}", horloge.MaintenantUtc, Ct);
        await plume.Enregistrer(Ct);
        await transaction.CommitAsync(Ct);
        Message = "Votre mot de passe est choisi : connectez-vous.";
        return Redirect("/comptes/connexion");
    }

    async Task<Compte?> Lire() => await LienDAcces.Lire(Db, await CleEmpreinte.Obtenir(Db, Ct), Jeton, horloge.Aujourdhui, Ct);
}
