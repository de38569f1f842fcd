using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Comptes.Revoquer;

/// <summary>Met fin, dès maintenant, à une délégation ; ce qui a été fait sous elle reste, avec sa mention.</summary>
public sealed record RevoquerDelegation(long Id)
{
    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, Auteur auteur, CancellationToken ct = default)
    {
        if (await db.Habilitations.AsNoTracking().FirstOrDefaultAsync(h => h.Id == Id && h.Delegation != null, ct) is not { } lue)
        {
            return [new("", "Cette délégation n’existe pas.")];
        }

        await using var transaction = await db.Commencer(lue.PorteeDuJournal(), ct);
        if (!await Delegations.PeutGerer(db, auteur, await Delegations.Titulaires(db, lue, auteur.Aujourdhui, ct), ct))
        {
            return [new("", "Il faut tenir soi-même cette qualité pour en révoquer la délégation.")];
        }

        var habilitation = await db.Habilitations.Include(h => h.Delegation).FirstAsync(h => h.Id == Id, ct);
        if (habilitation.Delegation!.RevoqueeLe is { } instant)
        {
            return [new("", $"Elle est déjà révoquée, le {Francais.Date(Horloge.AParis(instant))} par {habilitation.Delegation.RevoqueePar}.")];
        }

        if (habilitation.Fin < auteur.Aujourdhui)
        {
            return [new("", $"Elle a pris fin le {Francais.Date(habilitation.Fin!.Value)} : il n’y a rien à révoquer.")];
        }

        var compte = await db.Users.AsNoTracking().FirstAsync(c => c.Id == habilitation.CompteId, ct);
        // La fin est incluse dans l'habilitation : « à partir d'aujourd'hui » s'écrit la veille.
        habilitation.Fin = auteur.Aujourdhui.AddDays(-1);
        (habilitation.Delegation.RevoqueeLe, habilitation.Delegation.RevoqueePar) = (auteur.InstantUtc, auteur.Nom);
        var plume = new Plume(db, auteur, habilitation.PorteeDuJournal());
        plume.Noter("délégation révoquée", $"compte:{compte.Id}", new { courriel = compte.Email, nom = compte.NomAffiche, role = Habilitation.Libelle(habilitation.Role), mention = Delegation.Mention(habilitation.Delegation.Forme, habilitation.Delegation.DelegantNom) });
        await Fonctions.Courriels.Courriel.Deposer(db, compte.Id, Fonctions.Courriels.GenreCourriel.Compte, "Une délégation a pris fin",
            $"Vous n’agissez plus {Delegation.Mention(habilitation.Delegation.Forme, habilitation.Delegation.DelegantNom)}. Ce que vous avez fait sous cette délégation reste, avec sa mention.\n/", $"revocation:{Id}", auteur.InstantUtc, ct);
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }
}
