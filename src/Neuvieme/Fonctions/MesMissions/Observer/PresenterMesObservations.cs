using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Fonctions.Suivi;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.MesMissions.Observer;

/// <summary>
/// La personne à qui tient un arrêt demandé s'explique avant la décision (code des relations entre le public et l'administration, art. L. 122-1).
/// Le rectorat les lit, et lui seul : elles se complètent jusqu'à la décision, même le délai passé.
/// </summary>
public sealed record PresenterMesObservations(long AttributionId, string Observations)
{
    const int Longueur = 4000;

    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, long compteId, Auteur auteur, CancellationToken ct = default)
    {
        if (string.IsNullOrWhiteSpace(Observations) || Observations.Length > Longueur)
        {
            return [new("", "Écrivez vos observations, en 4 000 caractères au plus.")];
        }

        if (await db.Attributions.Where(a => a.Id == AttributionId && a.Agent!.CompteId == compteId).Select(a => a.Uai).FirstOrDefaultAsync(ct) is not { } uai)
        {
            return [new("", "Cette mission ne vous est plus attribuée.")];
        }

        await using var transaction = await db.Commencer(uai, ct);
        if (await db.Interruptions.FirstOrDefaultAsync(i => i.AttributionId == AttributionId && i.Genre == GenreDInterruption.Arret && i.AnnuleeUtc == null && i.Visa == EtatDuVisa.AViser && i.TientALaPersonne, ct) is not { } arret)
        {
            return [new("", "Aucun arrêt n’attend vos observations : la demande a été retirée, ou le rectorat a décidé.")];
        }

        (arret.Observations, arret.ObservationsUtc) = (Observations.Trim(), auteur.InstantUtc);
        // Ce qu'elle dit ne va pas au journal : il dit qu'elle s'est expliquée, et quand.
        var plume = new Plume(db, auteur, uai);
        plume.Noter("observations présentées", $"attribution:{AttributionId}", null, new { quoi = arret.Phrase });
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }
}
