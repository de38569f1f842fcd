using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.MesMissions.Repondre;

/// <summary>L'agent donne son accord ou ne donne pas suite ; lui seul le peut, et seulement sur ce qui lui a été montré.</summary>
public sealed record RepondreALaDemande(long Id, int Version, bool Accepte)
{
    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, long compteId, Auteur auteur, CancellationToken ct = default)
    {
        var uai = await db.Attributions.Where(a => a.Id == Id && a.Agent!.CompteId == compteId).Select(a => a.Uai).FirstOrDefaultAsync(ct);
        if (uai is null)
        {
            return [new("", "Cette demande ne vous est plus adressée.")];
        }

        await using var transaction = await db.Commencer(uai, ct);
        var attribution = await db.Attributions.FirstAsync(a => a.Id == Id, ct);
        if (attribution.Version != Version)
        {
            return [new("", "La demande a changé depuis que vous l’avez lue : relisez-la avant de répondre.")];
        }

        if (attribution.Passer(Accepte ? ActionAttribution.Accorder : ActionAttribution.Decliner, auteur) is { } refus)
        {
            return [refus];
        }

        var plume = new Plume(db, Accepte ? auteur : auteur with { CompteId = null, Nom = "La personne pressentie" }, uai);
        // Ne pas donner suite ne laisse pas de trace négative : le journal dit que la demande est close, rien de plus.
        plume.Noter(Accepte ? "accord donné" : "demande d’accord close", $"attribution:{Id}", null, Accepte ? new { agent = attribution.AgentId, centimes = attribution.Centimes } : null);
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }
}

[Acces(Role.Agent)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    public IActionResult OnGet(long id) => Redirect($"/mes-missions/consulter/{id}");

    public async Task<IActionResult> OnPostAsync(long id, int version, [Required(ErrorMessage = "Choisissez votre réponse.")] bool? accepte)
    {
        if (await Tenter(() => new RepondreALaDemande(id, version, accepte == true).Executer(Db, Contexte.CompteId!.Value, Contexte.Auteur, Ct)))
        {
            Message = accepte == true ? "Votre accord est enregistré. Votre chef d’établissement peut proposer la mission au rectorat." : "C’est noté : vous ne donnez pas suite.";
            return Redirect(accepte == true ? $"/mes-missions/consulter/{id}" : "/mes-missions");
        }

        return Page();
    }
}
