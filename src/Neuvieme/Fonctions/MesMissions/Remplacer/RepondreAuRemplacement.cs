using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Fonctions.Suivi;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.MesMissions.Remplacer;

/// <summary>Qui est pressenti pour remplacer accepte, ou ne donne pas suite (décret n° 2015-475, art. 1er) ; le rectorat ne vise pas sans cela.</summary>
/// <param name="Version">Celle de l'attribution quand la demande a été lue.</param>
public sealed record RepondreAuRemplacement(long Id, int Version, bool Accepte)
{
    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, long compteId, Auteur auteur, CancellationToken ct = default)
    {
        if (await db.Interruptions.Where(i => i.Id == Id && i.Remplacant!.CompteId == compteId).Join(db.Attributions, i => i.AttributionId, a => a.Id, (i, a) => a.Uai).FirstOrDefaultAsync(ct) is not { } uai)
        {
            return [new("", "Cette demande ne vous est plus adressée.")];
        }

        await using var transaction = await db.Commencer(uai, ct);
        var interruption = await db.Interruptions.Include(i => i.Remplacant).FirstAsync(i => i.Id == Id, ct);
        var attribution = await db.Attributions.FirstAsync(a => a.Id == interruption.AttributionId, ct);
        if (attribution.Version != Version)
        {
            return [new("", "La demande a changé depuis que vous l’avez lue : la voici à jour, relisez-la avant de répondre.")];
        }

        if (interruption.Repondre(Accepte, auteur) is { } refus)
        {
            return [refus];
        }

        attribution.Version++;
        var plume = new Plume(db, Accepte ? auteur : auteur with { CompteId = null, Nom = "La personne pressentie" }, uai);
        plume.Noter(Accepte ? "accord au remplacement donné" : "demande de remplacement close", $"attribution:{attribution.Id}", null, Accepte ? new { quoi = interruption.Phrase } : null);
        await Courriel.Deposer(db, [.. (await Destinataires.Chefs(db, uai, auteur.Aujourdhui, null, ct)).Select(chef => new Depot(chef, GenreCourriel.Reponse, "Une réponse est arrivée",
            $"Une réponse est arrivée à un remplacement que vous avez proposé :\n/suivi/interrompre/{attribution.Id}", $"reponse-remplacement:{Id}"))], auteur.InstantUtc, ct);
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }
}
