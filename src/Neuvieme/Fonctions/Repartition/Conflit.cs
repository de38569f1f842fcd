using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

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
        var (avant, apres) = (Champs(SaisieMission.De(enregistree), plan), Champs(saisie, plan));
        return new(enregistree.Id, derniere?.Auteur ?? "Quelqu’un", derniere?.InstantUtc,
            [.. avant.Keys.Union(apres.Keys).Select(c => new Changement(c, avant.GetValueOrDefault(c, ""), apres.GetValueOrDefault(c, ""))).Where(c => c.Avant != c.Apres)]);
    }

    static Dictionary<string, string> Champs(SaisieMission s, Plan plan)
    {
        var champs = new Dictionary<string, string>(s.Besoin.Ecrits(s.Code))
        {
            ["Intitulé"] = (s.Intitule ?? "").Trim(),
            ["Ce qui est attendu"] = (s.Contenu ?? "").Replace("\r", "", StringComparison.Ordinal).Trim(),
            ["Durée"] = Mission.EcrireDuree(s.Duree, s.Debut, s.Fin),
            ["Heures estimées"] = s.HeuresEstimees?.ToString() ?? "",
            ["Niveaux suivis"] = string.Join(", ", s.Niveaux),
        };
        foreach (var (part, i) in s.Parts.Select((p, i) => (p, i)))
        {
            var qui = plan.Affectations.FirstOrDefault(a => a.AgentId == part.AgentId)?.Agent?.NomComplet ?? "personne encore";
            champs[s.Parts.Count == 1 && i == 0 ? "Qui et à quel taux" : $"Part {i + 1}"] = $"{qui}, {Rendu.Euros(new Montant(part.Centimes))}{(string.IsNullOrWhiteSpace(part.Justification) ? "" : $" — {part.Justification.Trim()}")}";
        }

        return champs;
    }
}
