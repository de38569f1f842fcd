using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Clotures.Clore;

/// <summary>Ce qu'une clôture porte en paie, par nature.</summary>
public sealed record TotalPorte(NatureDeMouvement Nature, int Lignes, long Centimes);

/// <param name="DejaClos">Le mois l'était : rien n'a été ajouté.</param>
public sealed record MoisClos(long ClotureId, IReadOnlyList<TotalPorte> Totaux, bool DejaClos);

/// <summary>
/// Clore un mois de paie : ce que doivent les échéanciers en vigueur jusqu'à cette paie, moins ce que les clôtures précédentes ont porté.
/// Une transaction, une instruction par ensembles : interrompue, rien n'est écrit ; relancée, rien n'est doublé.
/// </summary>
public static class CloreLeMois
{
    /// <param name="simuler">Tout se calcule, rien ne s'écrit.</param>
    /// <exception cref="MoisHorsOrdreException">Un mois antérieur au dernier clos : son écart est déjà porté par la suite.</exception>
    public static async Task<MoisClos> Clore(NeuviemeDb db, string academie, Mois paie, Auteur auteur, CancellationToken ct, bool simuler = false)
    {
        var mois = paie.Annee * 100 + paie.Numero;
        var portee = Academie.PorteeDe(academie);
        await using var transaction = await db.Commencer(portee, ct);
        var clotures = await db.Clotures.Where(c => c.AcademieCode == academie && c.Paie >= mois).OrderBy(c => c.Paie).ToListAsync(ct);
        if (clotures.FirstOrDefault(c => c.Paie == mois) is { } close)
        {
            return new(close.Id, await Totaux(db, close.Id, ct), DejaClos: true);
        }

        if (clotures.Count > 0)
        {
            var dernier = clotures[^1].Paie;
            throw new MoisHorsOrdreException(paie, new(dernier / 100, dernier % 100));
        }

        var cloture = new Cloture { AcademieCode = academie, Paie = mois, Auteur = auteur.Signature, InstantUtc = auteur.InstantUtc };
        db.Clotures.Add(cloture);
        await db.SaveChangesAsync(ct);
        var lignes = await Porter(db, cloture, ct);
        var totaux = await Totaux(db, cloture.Id, ct);
        if (simuler)
        {
            return new(0, totaux, DejaClos: false);
        }

        var plume = new Plume(db, auteur, portee);
        plume.Noter("Clôturer la paie", paie.Libelle, apres: new { lignes });
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return new(cloture.Id, totaux, DejaClos: false);
    }

    static async Task<IReadOnlyList<TotalPorte>> Totaux(NeuviemeDb db, long cloture, CancellationToken ct) =>
        [.. (await db.Mouvements.Where(m => m.ClotureId == cloture).GroupBy(m => m.Nature).Select(g => new { g.Key, Lignes = g.Count(), Centimes = g.Sum(m => m.Centimes) }).ToListAsync(ct)).OrderBy(t => t.Key).Select(t => new TotalPorte(t.Key, t.Lignes, t.Centimes))];

    // Rien de dû n'est négatif, échéancier retiré compris : nul ne rend plus qu'il n'a reçu.
    static Task<int> Porter(NeuviemeDb db, Cloture c, CancellationToken ct) => db.Database.ExecuteSqlAsync($"""
        INSERT INTO "Mouvements" ("BeneficiaireId", "Mois", "ClotureId", "Paie", "Centimes", "Nature")
        SELECT x."BeneficiaireId", x."Mois", {c.Id}, {c.Paie}, x."Reste",
               CASE WHEN x."Reste" < 0 THEN 'TropPercu' WHEN x."Mois" < {c.Paie} THEN 'Rappel' ELSE 'Du' END
        FROM (
            SELECT l."BeneficiaireId", l."Mois", CASE WHEN SUM(l."Du") < 0 THEN 0 ELSE SUM(l."Du") END - SUM(l."Porte") AS "Reste"
            FROM (
                SELECT e."BeneficiaireId", e."Mois", e."BrutCentimes" AS "Du", 0 AS "Porte"
                FROM "Echeances" AS e
                JOIN "Attributions" AS a ON a."Id" = e."AttributionId"
                JOIN "Etablissements" AS s ON s."Uai" = a."Uai"
                WHERE e."Courante" AND e."Paie" <= {c.Paie} AND s."AcademieCode" = {c.AcademieCode}
                UNION ALL
                SELECT m."BeneficiaireId", m."Mois", 0, m."Centimes"
                FROM "Mouvements" AS m
                JOIN "Clotures" AS k ON k."Id" = m."ClotureId"
                WHERE k."AcademieCode" = {c.AcademieCode}
            ) AS l
            GROUP BY l."BeneficiaireId", l."Mois"
        ) AS x
        WHERE x."Reste" <> 0
        """, ct);
}

public sealed class MoisHorsOrdreException(Mois demande, Mois dernier)
    : Exception($"La paie de {demande.Libelle} ne peut plus être close : celle de {dernier.Libelle} l’est déjà et en porte les écarts. Clore le mois suivant.");
