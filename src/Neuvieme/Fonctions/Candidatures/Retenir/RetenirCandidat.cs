using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Fonctions.Repartition.Scenarios;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Candidatures.Retenir;

/// <summary>Le chef pressent une personne qui s'est déclarée, pour une part encore libre. Rien ne lui est demandé : l'accord vient après.</summary>
public sealed record RetenirCandidat(long CandidatureId, long AttributionId, int Version)
{
    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, string uai, AnneeScolaire annee, Auteur auteur, CancellationToken ct = default)
    {
        await using var transaction = await db.Commencer(uai, ct);
        if (await db.Candidatures.AsNoTracking().Include(c => c.Agent).FirstOrDefaultAsync(c => c.Id == CandidatureId && db.Missions.Any(m => m.Id == c.MissionId && m.Uai == uai && m.Annee == annee.Debut), ct) is not { } candidature)
        {
            return [new("", "Cette personne a retiré son intérêt, ou la mission n’est plus dans la répartition.")];
        }

        var mission = await db.Missions.Include(m => m.Attributions).FirstAsync(m => m.Id == candidature.MissionId, ct);
        if (mission.Attributions.FirstOrDefault(a => a.Id == AttributionId) is not { Etat: EtatAttribution.EnPreparation } part || part.Version != Version)
        {
            return [new("", $"Cette part de « {mission.Intitule} » a changé depuis que vous l’avez lue : vérifiez, puis recommencez.")];
        }

        if (mission.Attributions.Any(a => a.Id != part.Id && a.AgentId == candidature.AgentId))
        {
            return [new("", $"{candidature.Agent?.NomDeCivilite} tient déjà une part de cette mission.")];
        }

        if (mission.RedemanderLePremierJour(part, candidature.AgentId, auteur.Aujourdhui) is { } autreMission)
        {
            return [autreMission];
        }

        await Scenario.Garder(db, uai, annee, auteur, $"avant de pressentir {candidature.Agent?.NomDeCivilite} pour « {mission.Intitule} »", ct);
        mission.Confier(part, candidature.AgentId, auteur).Version++;
        mission.Version++;
        await db.SaveChangesAsync(ct);
        var plume = new Plume(db, auteur, uai);
        // La personne ne paraît au journal qu'une fois son accord donné.
        plume.Noter("personne pressentie", $"mission:{mission.Id}");
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }
}
