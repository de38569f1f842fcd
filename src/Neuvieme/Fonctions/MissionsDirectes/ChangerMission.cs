using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.MissionsDirectes;

/// <summary>Une mission telle qu'elle était à l'écran.</summary>
public readonly record struct MissionVue(long Id, int Version);

/// <summary>Change une mission sous le verrou de ce qui la paie : le contrôle de l'enveloppe et l'engagement ne font qu'une transaction.</summary>
public sealed record ChangerMission(MissionVue Vue, string Evenement)
{
    /// <summary>Ce qui s'oppose au geste, ou nul.</summary>
    public Func<PlanDirect, MissionDirecte, string?> Controle { get; init; } = (_, _) => null;
    public ActionAttribution? Action { get; init; }
    /// <summary>Les passages qui suivent aussitôt, quand la même personne propose et décide.</summary>
    public IReadOnlyList<ActionAttribution> Suites { get; init; } = [];
    public string Motif { get; init; } = "";
    public Autorite Autorite { get; init; }
    /// <summary>Ce que le geste écrit d'autre, dans la même transaction.</summary>
    public Func<PlanDirect, MissionDirecte, Task>? Apres { get; init; }

    /// <param name="siennes">Les missions que la personne peut toucher.</param>
    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, IQueryable<MissionDirecte> siennes, string academie, Auteur auteur, CancellationToken ct = default)
    {
        var lue = await siennes.AsNoTracking().FirstOrDefaultAsync(m => m.Id == Vue.Id, ct);
        if (lue is null)
        {
            return [new("", "Cette mission n’existe plus : rechargez la page.")];
        }

        await using var transaction = await db.Commencer(lue.Portee, ct);
        db.ChangeTracker.Clear();
        var plan = await PlanDirect.Charger(db, academie, Porteurs.De(lue), lue.AnneeScolaire, auteur.Aujourdhui, ct);
        if (plan.Missions.FirstOrDefault(m => m.Id == Vue.Id) is not { } mission || !await siennes.AnyAsync(m => m.Id == Vue.Id, ct))
        {
            return [new("", "Cette mission n’existe plus : rechargez la page.")];
        }

        if (mission.Version != Vue.Version)
        {
            return Rendre(db, new Refus("", "La mission a changé depuis que vous l’avez lue. La voici à jour : vérifiez, puis recommencez."));
        }

        // L'état d'abord : un motif du droit n'expliquerait pas pourquoi le geste n'est plus à faire.
        var avant = mission.Etat;
        if (Action is { } prevue && Transitions.Suivant(avant, prevue) is null)
        {
            return Rendre(db, mission.Passer(prevue, auteur)!);
        }

        if (Controle(plan, mission) is { } obstacle)
        {
            return Rendre(db, new Refus("", obstacle));
        }

        if (Action is { } action)
        {
            mission.Passer(action, auteur, Motif, Autorite);
            foreach (var suite in Suites)
            {
                mission.Passer(suite, auteur, Motif, Autorite);
            }
        }
        else
        {
            mission.Version++;
        }

        if (Apres is not null)
        {
            await Apres(plan, mission);
        }

        if (Action is { } faite)
        {
            await Avertir.DuChangement(db, academie, plan, mission, avant, Suites is [.., var derniere] ? derniere : faite, auteur, ct);
        }

        // Une personne sollicitée qui n'a pas donné suite n'en garde pas la marque : le journal ne la nomme qu'une fois son accord donné.
        var nommee = mission.Etat.AUnAccord() || mission.Etat == EtatAttribution.Refusee;
        var plume = new Plume(db, auteur, mission.Portee);
        plume.Noter(Evenement, mission.Objet, new { etat = avant.SansRefus().Libelle() },
            new { etat = mission.Etat.Libelle(), mission = mission.Intitule, agent = nommee ? mission.AgentId : (long?)null, centimes = mission.Centimes }, Motif);
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }

    static IReadOnlyList<Refus> Rendre(NeuviemeDb db, Refus refus)
    {
        db.ChangeTracker.Clear();
        return [refus];
    }
}
