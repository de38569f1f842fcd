using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Fonctions.Lettres;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.MesMissions.Souhaiter;

/// <summary>Là où la lettre est facultative, la personne en demande une ou s'en passe, et peut changer d'avis. Son accord et son paiement n'en dépendent pas.</summary>
public sealed record SouhaiterUneLettre(long AttributionId, bool Veut)
{
    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, long compteId, Auteur auteur, CancellationToken ct = default)
    {
        if (await db.Attributions.Where(a => a.Id == AttributionId && a.Agent!.CompteId == compteId)
            .Join(db.Etablissements, a => a.Uai, e => e.Uai, (a, e) => new { a.Uai, e.AcademieCode }).FirstOrDefaultAsync(ct) is not { } lieu)
        {
            return [new("", "Cette mission ne vous est plus attribuée.")];
        }

        await using var transaction = await db.Commencer(lieu.Uai, ct);
        var etat = await db.Attributions.Where(a => a.Id == AttributionId).Select(a => a.Etat).SingleAsync(ct);
        if (!etat.AUnAccord() || !await LettreFacultative.Dans(db, lieu.AcademieCode, auteur.Aujourdhui, ct))
        {
            return [new("", etat.AUnAccord() ? "Dans votre académie, la lettre est établie pour tous : rien n’est à demander." : "Donnez d’abord votre accord : la lettre vient après.")];
        }

        var souhait = await db.SouhaitsDeLettre.FirstOrDefaultAsync(s => s.AttributionId == AttributionId, ct);
        if (souhait is null)
        {
            db.SouhaitsDeLettre.Add(souhait = new() { AttributionId = AttributionId });
        }

        (souhait.Veut, souhait.InstantUtc) = (Veut, auteur.InstantUtc);
        // S'en passer ne laisse pas de trace négative : le journal dit qu'un souhait est noté, non lequel.
        var plume = new Plume(db, auteur with { CompteId = null, Nom = "La personne" }, lieu.Uai);
        plume.Noter("souhait de lettre noté", $"attribution:{AttributionId}");
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }
}
