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
    /// <summary>Ce que la personne voudrait changer avant de répondre ; vide pour un oui ou un non.</summary>
    public string Modification { get; init; } = "";

    /// <summary>La personne revient sur l'accord donné, tant qu'il n'a pas été proposé : la demande l'attend de nouveau.</summary>
    public bool Reconsidere { get; init; }

    ActionAttribution Action => Reconsidere ? ActionAttribution.Reconsiderer : Modification.Length > 0 ? ActionAttribution.DemanderModification : Accepte ? ActionAttribution.Accorder : ActionAttribution.Decliner;

    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, long compteId, Auteur auteur, CancellationToken ct = default)
    {
        if (Modification.Length > 1000)
        {
            return [new("modification", "Votre demande a au plus 1 000 caractères.")];
        }

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

        if (attribution.Passer(Action, auteur, Modification) is { } refus)
        {
            return [refus];
        }

        var accord = Action == ActionAttribution.Accorder;
        var plume = new Plume(db, accord || Reconsidere ? auteur : auteur with { CompteId = null, Nom = "La personne pressentie" }, uai);
        // Ne pas donner suite ne laisse pas de trace négative : le journal dit que la demande est close, rien de plus.
        plume.Noter(accord ? "accord donné" : Reconsidere ? "accord repris par la personne" : Reserve.DemandeClose, $"attribution:{Id}", null, accord ? new { agent = attribution.AgentId, centimes = attribution.Centimes } : null);
        await Avertir.DUneReponse(db, uai, Id, auteur, ct);
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }
}

[Acces(Role.Agent)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    public long Id { get; private set; }
    public int Version { get; private set; }
    public string Modification { get; private set; } = "";

    /// <summary>La mission dont le changement est à réécrire ; nul si rien n'est à corriger, ou si cette personne n'a plus à répondre.</summary>
    public string? Intitule { get; private set; }

    public IActionResult OnGet(long id) => Redirect($"/mes-missions/consulter/{id}");

    public async Task<IActionResult> OnPostReconsidererAsync(long id, int version)
    {
        if (await Tenter(() => new RepondreALaDemande(id, version, false) { Reconsidere = true }.Executer(Db, Contexte.CompteId!.Value, Contexte.Auteur, Ct)))
        {
            Message = "Votre accord est repris : la demande attend de nouveau votre réponse.";
            return Redirect($"/mes-missions/consulter/{id}");
        }

        return Page();
    }

    public async Task<IActionResult> OnPostModificationAsync(long id, int version, string? modification)
    {
        (Id, Version, Modification) = (id, version, (modification ?? "").Trim());
        if (Modification.Length == 0)
        {
            ModelState.AddModelError(nameof(modification), "Écrivez ce que vous voudriez changer.");
        }
        else if (await Tenter(() => new RepondreALaDemande(id, version, false) { Modification = Modification }.Executer(Db, Contexte.CompteId!.Value, Contexte.Auteur, Ct)))
        {
            Message = "Votre demande est transmise à votre chef d’établissement, et à lui seul. S’il vous propose de nouveau la mission, elle reparaîtra ici.";
            return Redirect("/mes-missions");
        }

        if (ModelState[nameof(modification)] is { Errors.Count: > 0 })
        {
            var compte = Contexte.CompteId!.Value;
            Intitule = await Db.Attributions.Where(a => a.Id == id && a.Agent!.CompteId == compte && a.Etat == EtatAttribution.AccordDemande).Select(a => a.Mission!.Intitule).FirstOrDefaultAsync(Ct);
        }

        return Page();
    }

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
