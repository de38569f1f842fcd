using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Repartition;

/// <summary>
/// Quelqu'un a enregistré la même mission pendant la saisie : qui, quand, et ce que les deux disent différemment. Rien n'est écrasé ; la
/// personne garde sa saisie, en connaissance de cause, ou reprend celle de l'autre.
/// </summary>
public sealed record Conflit(long MissionId, string Qui, DateTime? Quand, IReadOnlyList<Changement> Differences)
{
    public static async Task<Conflit> De(NeuviemeDb db, Plan plan, Mission enregistree, SaisieMission saisie, CancellationToken ct)
    {
        var (uai, objet) = (enregistree.Uai, $"mission:{enregistree.Id}");
        var derniere = await db.Journal.AsNoTracking().Where(e => e.Portee == uai && e.Objet == objet).OrderByDescending(e => e.Rang).Select(e => new { e.Auteur, e.InstantUtc }).FirstOrDefaultAsync(ct);
        return new(enregistree.Id, derniere?.Auteur ?? "Quelqu’un", derniere?.InstantUtc, ChampsDeMission.Entre(SaisieMission.De(enregistree), saisie, plan));
    }
}
