using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Courrier;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Comptes.Oublier;

/// <summary>Qui a oublié son mot de passe reçoit un lien pour en choisir un autre. La réponse est la même que le compte existe ou non.</summary>
[AccesPublic]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, ReglagesCourrier courrier, Horloge horloge) : PageNeuvieme(db, contexte)
{
    [BindProperty]
    public string? Adresse { get; set; }

    public bool Fait { get; private set; }
    public bool ParCourriel => courrier.Mode != ModeCourrier.Aucun;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
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

        var cle = Adresse.Trim().ToUpperInvariant();
        // Sous le même verrou pour une adresse inconnue : la durée de la réponse ne dit pas si le compte existe.
        await using var transaction = await Db.Commencer("courriels", Ct);
        if (await Db.Users.Where(u => u.NormalizedEmail == cle).Select(u => (long?)u.Id).FirstOrDefaultAsync(Ct) is { } compte)
        {
            await LienDAcces.Deposer(Db, compte, "Choisir un autre mot de passe",
                $"Quelqu’un, sans doute vous, a demandé à choisir un autre mot de passe pour votre compte. Si ce n’est pas vous, ne faites rien : l’ancien reste bon. Ce lien sert une fois, pendant {LienDAcces.Jours} jours :", horloge.MaintenantUtc, Ct);
            await Courriel.Enregistrer(Db, Ct);
        }

        await transaction.CommitAsync(Ct);
        Fait = true;
        return Page();
    }
}
