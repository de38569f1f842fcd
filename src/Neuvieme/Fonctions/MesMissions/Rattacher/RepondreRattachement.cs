using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Fonctions.Personnels;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.MesMissions.Rattacher;

/// <summary>La personne dit si une fiche d'un autre établissement est la sienne. Elle seule relie les deux : aucun des deux chefs n'en voit l'autre.</summary>
public sealed record RepondreRattachement(long AgentId, int Version, bool Accepte)
{
    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, long compteId, Auteur auteur, CancellationToken ct = default)
    {
        if (await db.Agents.Where(a => a.Id == AgentId).Select(a => a.Uai).FirstOrDefaultAsync(ct) is not { } uai)
        {
            return [new("", "Cette fiche ne vous est plus proposée.")];
        }

        await using var transaction = await db.Commencer(uai, ct);
        var proposee = (await FicheProposee.Chercher(db, compteId, ct)).FirstOrDefault(f => f.AgentId == AgentId);
        if (proposee is null)
        {
            return [new("", "Cette fiche ne vous est plus proposée.")];
        }

        if (proposee.Version != Version)
        {
            return [new("", "Cette fiche a changé depuis que vous l’avez lue : relisez-la avant de répondre.")];
        }

        db.ReponsesRattachement.Add(new() { CompteId = compteId, AgentId = AgentId, Accepte = Accepte, InstantUtc = auteur.InstantUtc });
        // Un refus ne dit pas au chef d'établissement qui a été sollicité.
        var plume = new Plume(db, Accepte ? auteur : auteur with { CompteId = null, Nom = "Une personne sollicitée" }, uai);
        if (Accepte)
        {
            var agent = await db.Agents.FirstAsync(a => a.Id == AgentId, ct);
            (agent.CompteId, agent.Version) = (compteId, agent.Version + 1);
            var jour = auteur.Aujourdhui;
            if (!await db.Habilitations.AnyAsync(h => h.CompteId == compteId && h.Role == Role.Agent && h.Uai == uai && h.Debut <= jour && (h.Fin == null || h.Fin >= jour), ct))
            {
                db.Habilitations.Add(new Habilitation { CompteId = compteId, Role = Role.Agent, Uai = uai, Debut = jour });
            }

            plume.Noter("fiche reliée au compte", $"agent:{AgentId}", null, null, "reconnue par la personne elle-même");
        }
        else
        {
            plume.Noter("fiche non reconnue", $"agent:{AgentId}", null, null, proposee.ParCourriel ? "l’adresse inscrite sur cette fiche est celle de quelqu’un d’autre : vérifiez-la" : "");
        }

        await db.SaveChangesAsync(ct);
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }
}
