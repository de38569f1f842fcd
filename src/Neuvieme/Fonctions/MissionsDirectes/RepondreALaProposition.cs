using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.MissionsDirectes;

/// <summary>La personne donne son accord, décline ou demande un changement ; elle seule le peut, et seulement sur ce qu'elle a lu.</summary>
public sealed record RepondreALaProposition(MissionVue Vue, bool Accepte)
{
    /// <summary>Ce qu'elle voudrait changer ; vide pour un oui ou un non.</summary>
    public string Modification { get; init; } = "";

    ActionAttribution Action => Modification.Length > 0 ? ActionAttribution.DemanderModification : Accepte ? ActionAttribution.Accorder : ActionAttribution.Decliner;

    /// <summary>Ce qu'un compte voit de ses missions : rien tant que son accord n'est pas demandé.</summary>
    public static IQueryable<MissionDirecte> Siennes(NeuviemeDb db, long compteId) =>
        db.MissionsDirectes.Where(m => m.Agent!.CompteId == compteId && m.Etat != EtatAttribution.EnPreparation);

    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, long compteId, Auteur auteur, CancellationToken ct = default)
    {
        if (Modification.Length > 1000)
        {
            return [new("", "Votre demande a au plus 1 000 caractères.")];
        }

        if (await Siennes(db, compteId).AsNoTracking().FirstOrDefaultAsync(m => m.Id == Vue.Id, ct) is not { } lue)
        {
            return [new("", "Cette demande ne vous est plus adressée.")];
        }

        await using var transaction = await db.Commencer(lue.Portee, ct);
        var mission = await Siennes(db, compteId).FirstOrDefaultAsync(m => m.Id == Vue.Id, ct);
        if (mission is null || mission.Version != Vue.Version)
        {
            return [new("", "La demande a changé depuis que vous l’avez lue : relisez-la avant de répondre.")];
        }

        if (mission.Passer(Action, auteur, Modification) is { } refus)
        {
            return [refus];
        }

        var accord = Action == ActionAttribution.Accorder;
        var plume = new Plume(db, accord ? auteur : auteur with { CompteId = null, Nom = "La personne pressentie" }, mission.Portee);
        // Ne pas donner suite ne laisse pas de trace négative : le journal dit que la demande est close, rien de plus.
        plume.Noter(accord ? "accord donné" : Reserve.DemandeClose, mission.Objet, null, accord ? new { agent = mission.AgentId, centimes = mission.Centimes } : null);
        await Avertir.DUneReponse(db, mission, auteur, ct);
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }
}
