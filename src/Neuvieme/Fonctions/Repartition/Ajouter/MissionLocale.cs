using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Repartition.Ajouter;

/// <summary>Une mission que l'établissement a définie lui-même (décret art. 7), à reprendre d'une année sur l'autre.</summary>
/// <param name="Annee">La dernière où elle a été prévue.</param>
public sealed record MissionLocale(long Id, string Intitule, string Type, int Annee, long Centimes)
{
    public string Quand => new AnneeScolaire(Annee).ToString();

    public static async Task<IReadOnlyList<MissionLocale>> Lire(NeuviemeDb db, Plan plan, CancellationToken ct)
    {
        var (uai, annee) = (plan.Etablissement.Uai, plan.Annee.Debut);
        var codes = Nomenclature.Fiches.Where(f => !f.EstArticle6).Select(f => f.Code).ToArray();
        var passees = await db.Missions.AsNoTracking().Where(m => m.Uai == uai && m.Annee < annee && codes.Contains(m.Code)).OrderByDescending(m => m.Annee).ThenBy(m => m.Id)
            .Select(m => new { m.Id, m.Code, m.Intitule, m.Annee, Centimes = m.Attributions.Max(a => (long?)a.Centimes) }).ToListAsync(ct);
        var prevues = plan.Missions.Select(m => (m.Code, m.Intitule)).ToHashSet();
        return [.. passees.DistinctBy(m => (m.Code, m.Intitule)).Where(m => !prevues.Contains((m.Code, m.Intitule)) && m.Intitule != Nomenclature.DeCode(m.Code)!.Libelle)
            .Select(m => new MissionLocale(m.Id, m.Intitule, Nomenclature.DeCode(m.Code)!.Libelle, m.Annee, m.Centimes ?? 0)).OrderBy(m => m.Intitule, StringComparer.Ordinal)];
    }
}
