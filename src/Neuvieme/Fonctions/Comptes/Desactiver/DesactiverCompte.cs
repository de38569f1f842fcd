using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Comptes.Desactiver;

/// <summary>Met fin, dès maintenant, aux qualités choisies d'un compte. Rien n'est effacé : le journal garde un nom.</summary>
public sealed record DesactiverCompte(long CompteId, IReadOnlyCollection<long> Habilitations)
{
    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, Auteur auteur, CancellationToken ct = default)
    {
        if (CompteId == auteur.CompteId)
        {
            return [new("", "On ne se retire pas ses propres qualités : demandez à un autre administrateur.")];
        }

        var jour = auteur.Aujourdhui;
        var portees = (await db.Habilitations.AsNoTracking().Where(h => h.CompteId == CompteId && Habilitations.Contains(h.Id)).ToListAsync(ct))
            .Select(h => h.PorteeDuJournal()).ToList();
        // Le verrou de l'instance d'abord : deux administrateurs qui se désactivent l'un l'autre en laissent toujours un.
        await using var transaction = await db.Commencer([PorteesDeRole.Instance, .. portees], ct);
        var compte = await db.Users.Include(c => c.Habilitations).FirstAsync(c => c.Id == CompteId, ct);
        var closes = compte.Habilitations.Where(h => Habilitations.Contains(h.Id) && (h.Fin is null || h.Fin >= jour)).ToList();
        if (closes.Count == 0)
        {
            return [new("", "Choisissez au moins une qualité encore en cours.")];
        }

        if (closes.Any(h => h.Role == Role.Administrateur)
            && !await db.Habilitations.AnyAsync(h => h.Role == Role.Administrateur && h.CompteId != CompteId && h.Debut <= jour && (h.Fin == null || h.Fin >= jour), ct))
        {
            return [new("", "C’est le dernier administrateur : créez-en un autre avant de désactiver celui-ci.")];
        }

        compte.SecurityStamp = Guid.NewGuid().ToString("N");
        foreach (var h in closes)
        {
            // La fin est incluse dans l'habilitation : « à partir d'aujourd'hui » s'écrit la veille.
            h.Fin = jour.AddDays(-1);
        }

        await db.SaveChangesAsync(ct);
        foreach (var groupe in closes.GroupBy(h => h.PorteeDuJournal()))
        {
            var plume = new Plume(db, auteur, groupe.Key);
            foreach (var h in groupe)
            {
                plume.Noter("qualité retirée", $"compte:{CompteId}", new { courriel = compte.Email, nom = compte.NomAffiche, role = Habilitation.Libelle(h.Role) });
            }

            await plume.Enregistrer(ct);
        }

        await transaction.CommitAsync(ct);
        return [];
    }
}
