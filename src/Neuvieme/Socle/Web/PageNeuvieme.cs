using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Socle.Web;

/// <summary>Ce que toute page a sous la main : la base, le contexte, un message à montrer après une redirection.</summary>
public abstract class PageNeuvieme(NeuviemeDb db, Contexte contexte) : PageModel
{
    public NeuviemeDb Db { get; } = db;
    public Contexte Contexte { get; } = contexte;

    protected CancellationToken Ct => HttpContext.RequestAborted;

    [TempData]
    public string? Message { get; set; }

    /// <summary>Range les refus d'une action auprès de leurs champs ; vrai s'il n'y en a aucun.</summary>
    protected bool Accepte(IReadOnlyList<Refus> erreurs)
    {
        foreach (var erreur in erreurs)
        {
            ModelState.AddModelError(erreur.Champ, erreur.Message);
        }

        return ModelState.IsValid;
    }

    /// <summary>Exécute une action ; une écriture simultanée devient un refus expliqué et ce qui a été saisi reste à l'écran.</summary>
    protected async Task<bool> Tenter(Func<Task<IReadOnlyList<Refus>>> action)
    {
        // Un formulaire mal rempli n'exécute rien : sinon l'action serait faite et l'écran dirait le contraire.
        if (!ModelState.IsValid)
        {
            return false;
        }

        try
        {
            return Accepte(await action());
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError("", "Quelqu’un a modifié cette fiche pendant votre saisie. Rien n’a été écrasé : rechargez la page pour voir son changement, puis refaites le vôtre.");
        }
        catch (DbUpdateException erreur) when (erreur.EstDoublon())
        {
            ModelState.AddModelError("", "C’est déjà enregistré : un double clic, ou quelqu’un d’autre au même moment.");
        }

        Db.ChangeTracker.Clear();
        return false;
    }
}
