using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Campagnes;
using Neuvieme.Fonctions.Enveloppes;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Fonctions.Repartition.Scenarios;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Repartition.Appliquer;

/// <summary>
/// Remet une répartition gardée à la place de la présente. Ce qui est engagé ne bouge pas : l'accord d'une personne porte sur ce
/// qu'elle a lu, et seul le fait de le reprendre le défait.
/// </summary>
/// <param name="Empreinte">La répartition présente telle que la personne l'avait sous les yeux : changée depuis, rien ne s'applique.</param>
public sealed record AppliquerScenario(long Id, string Empreinte)
{
    public static string EmpreinteDe(IEnumerable<Mission> missions) => string.Join(',', missions.OrderBy(m => m.Id).Select(m => $"{m.Id}.{m.Version}"));

    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, string uai, AnneeScolaire annee, Auteur auteur, CancellationToken ct = default)
    {
        await using var transaction = await db.Commencer(uai, ct);
        if (await Fenetres.Fermee(db, uai, annee.Debut, GenreCampagne.Preparer, auteur, ct) is { } ferme)
        {
            return [ferme];
        }

        if (await db.Scenarios.AsNoTracking().FirstOrDefaultAsync(s => s.Id == Id && s.Uai == uai && s.Annee == annee.Debut, ct) is not { } scenario)
        {
            return [new("", "Cette répartition gardée n’existe plus.")];
        }

        var missions = await db.Missions.Include(m => m.Attributions).Where(m => m.Uai == uai && m.Annee == annee.Debut).ToListAsync(ct);
        if (EmpreinteDe(missions) != Empreinte)
        {
            return [new("", "La répartition a changé depuis que vous l’avez lue : relisez les différences ci-dessous, puis recommencez.")];
        }

        // Annuler consomme la répartition gardée ; appliquer un scénario s'annule à son tour.
        if (scenario.AvantChangement)
        {
            db.Scenarios.Remove(scenario);
        }
        else
        {
            await Scenario.Garder(db, uai, annee, auteur, $"avant d’appliquer « {scenario.Nom} »", ct);
        }

        var conversions = await Conversion.Lire(db, [uai], annee.Debut, ct);
        var plume = new Plume(db, auteur, uai);
        plume.Noter(scenario.AvantChangement ? "changement annulé" : "scénario appliqué", $"repartition:{annee.Debut}", new { missions = Dire(missions) }, null, scenario.AvantChangement ? "" : scenario.Nom);
        foreach (var enlevee in missions.Where(m => EstLibre(m, conversions) && scenario.Missions.All(g => g.Id != m.Id)))
        {
            enlevee.Retirer(db, auteur.InstantUtc);
        }

        var absentes = scenario.Missions.Select(g => g.Id).Except(missions.Select(m => m.Id)).ToArray();
        var enlevees = await db.Missions.IgnoreQueryFilters().Include(m => m.Attributions).Where(m => m.Uai == uai && m.Annee == annee.Debut && absentes.Contains(m.Id)).ToListAsync(ct);

        foreach (var gardee in scenario.Missions)
        {
            var mission = missions.FirstOrDefault(m => m.Id == gardee.Id);
            if (mission is not null && !EstLibre(mission, conversions))
            {
                continue;
            }

            if (mission is null && enlevees.FirstOrDefault(m => m.Id == gardee.Id) is { } revenue)
            {
                // Elle revient elle-même : l'intérêt que des personnes ont dit pour elle n'est pas perdu.
                (mission, revenue.RetireeUtc) = (revenue, null);
            }

            if (mission is null)
            {
                db.Missions.Add(mission = new Mission { Id = gardee.Id, Uai = uai, Annee = annee.Debut, Code = gardee.Saisie.Code, Intitule = gardee.Saisie.Intitule });
            }

            gardee.Saisie.Remplir(mission);
            mission.Version++;
            RemettreLesParts(db, mission, gardee.Saisie.Parts);
        }

        await db.SaveChangesAsync(ct);
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }

    /// <summary>Personne n'a été sollicité pour elle, le rectorat n'en a rien lu, et aucune décharge ne la reconnaît.</summary>
    public static bool EstLibre(Mission mission, IEnumerable<Conversion> conversions) =>
        mission.Attributions.All(a => a is { Etat: EtatAttribution.EnPreparation, DejaProposee: false }) && !conversions.Any(c => c.EstVivante && c.MissionId == mission.Id);

    static void RemettreLesParts(NeuviemeDb db, Mission mission, List<SaisiePart> parts)
    {
        foreach (var enTrop in mission.Presentes.Where(a => parts.All(p => p.AttributionId != a.Id)).ToList())
        {
            mission.Attributions.Remove(enTrop);
            db.Attributions.Remove(enTrop);
        }

        foreach (var part in parts)
        {
            var attribution = mission.Presentes.FirstOrDefault(a => a.Id != 0 && a.Id == part.AttributionId);
            if (attribution is null)
            {
                mission.Attributions.Add(attribution = new Attribution { Uai = mission.Uai, Annee = mission.Annee });
            }

            attribution.Presser(part.AgentId);
            (attribution.Centimes, attribution.Justification) = (part.Centimes, part.Justification ?? "");
            attribution.Version++;
        }
    }

    static List<string> Dire(IEnumerable<Mission> missions) => [.. missions.Select(m => $"{m.Intitule} ({Colonne.Taux(m)})")];
}
