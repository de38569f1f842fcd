using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Courriels.Envoyer;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Courriels.Reessayer;

/// <summary>Remet en tête de file un courriel qui attend ou a échoué, ou tous ceux qui ont échoué ; jamais un qu'un envoi tient.</summary>
public sealed record ReessayerLEnvoi(long? Id)
{
    public int Remis { get; private set; }

    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, Auteur auteur, CancellationToken ct = default)
    {
        await using var transaction = await db.Commencer(PorteesDeRole.Instance, ct);
        var (instant, perdu) = (auteur.InstantUtc, auteur.InstantUtc - ViderLaFile.Bail);
        Remis = await db.Courriels.Where(c => c.EnvoyeUtc == null && c.ResumeId == null && (Id == null ? c.AbandonneUtc != null : c.Id == Id) && (c.PrisUtc == null || c.PrisUtc < perdu))
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.AbandonneUtc, (DateTime?)null).SetProperty(c => c.ProchainEssaiUtc, instant).SetProperty(c => c.Essais, 0), ct);
        if (Remis == 0)
        {
            return [new("", "Rien à réessayer : déjà parti, en cours d’envoi, ou n’a plus d’objet.")];
        }

        var plume = new Plume(db, auteur, PorteesDeRole.Instance);
        plume.Noter("courriel remis en file", Id is { } id ? $"courriel:{id}" : "courriel:tous", null, new { nombre = Remis });
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }
}
