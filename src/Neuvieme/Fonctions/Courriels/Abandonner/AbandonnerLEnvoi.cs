using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Courriels.Envoyer;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Courriels.Abandonner;

/// <summary>Cesse d'essayer. Le texte reste : « réessayer » le remet en file.</summary>
public sealed record AbandonnerLEnvoi(long Id)
{
    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, Auteur auteur, CancellationToken ct = default)
    {
        await using var transaction = await db.Commencer(PorteesDeRole.Instance, ct);
        var (instant, perdu, raison) = (auteur.InstantUtc, auteur.InstantUtc - ViderLaFile.Bail, $"Abandonné par {auteur.Nom}.");
        if (await db.Courriels.Where(c => c.Id == Id && c.EnvoyeUtc == null && c.AbandonneUtc == null && c.ResumeId == null && (c.PrisUtc == null || c.PrisUtc < perdu))
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.AbandonneUtc, instant).SetProperty(c => c.DerniereErreur, raison), ct) == 0)
        {
            return [new("", "Ce courriel n’attend plus : déjà parti, en cours d’envoi, ou déjà abandonné.")];
        }

        var plume = new Plume(db, auteur, PorteesDeRole.Instance);
        plume.Noter("courriel abandonné", $"courriel:{Id}");
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }
}
