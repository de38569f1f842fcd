using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Parametres;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Lettres;

/// <summary>
/// Pour une mission d'établissement, le décret n° 2015-475 (art. 6 et 7) veut l'accord de la personne, pas une lettre. L'académie peut donc la
/// laisser facultative : elle n'est alors attendue que de qui la demande.
/// </summary>
public static class LettreFacultative
{
    /// <summary>Les académies qui l'ont laissée facultative ce jour-là.</summary>
    public static async Task<string[]> Academies(NeuviemeDb db, DateOnly jour, CancellationToken ct) =>
        [.. (await db.Parametres.AsNoTracking().Where(p => p.Cle == CleParametre.LettreFacultative && p.Depuis <= jour).OrderBy(p => p.Depuis).ThenBy(p => p.Id).ToListAsync(ct))
            .GroupBy(p => p.AcademieCode, StringComparer.Ordinal).Where(g => g.Last().Valeur == 1).Select(g => g.Key)];

    public static async Task<bool> Dans(NeuviemeDb db, string academie, DateOnly jour, CancellationToken ct) => (await Academies(db, jour, ct)).Contains(academie, StringComparer.Ordinal);

    /// <summary>Celles dont la lettre est attendue : toutes, sauf dans ces académies, où ne comptent que celles qu'une personne a demandées.</summary>
    public static IQueryable<Attribution> Exigees(this IQueryable<Attribution> attributions, NeuviemeDb db, string[] facultatives) => facultatives.Length == 0 ? attributions.NonArretees(db)
        : attributions.NonArretees(db).Where(a => !db.Etablissements.Any(e => e.Uai == a.Uai && facultatives.Contains(e.AcademieCode)) || db.SouhaitsDeLettre.Any(s => s.AttributionId == a.Id && s.Veut));

    /// <summary>Ce que les personnes d'un établissement ont dit vouloir, pour une année.</summary>
    public static Task<Dictionary<long, bool>> Souhaits(NeuviemeDb db, string uai, int annee, CancellationToken ct) =>
        db.SouhaitsDeLettre.Where(s => db.Attributions.Any(a => a.Id == s.AttributionId && a.Uai == uai && a.Annee == annee)).ToDictionaryAsync(s => s.AttributionId, s => s.Veut, ct);
}
