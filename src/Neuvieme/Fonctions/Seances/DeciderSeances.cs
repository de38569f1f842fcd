using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Fonctions.MissionsDirectes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Seances;

/// <summary>Une séance telle qu'elle était à l'écran : « 12.0 ».</summary>
public readonly record struct SeanceVue(long Id, int Version)
{
    public static SeanceVue? Lire(string? texte) => texte?.Split('.') is [var id, var version] && long.TryParse(id, out var n) && int.TryParse(version, out var v) ? new(n, v) : null;

    public override string ToString() => $"{Id}.{Version}";
}

/// <summary>Qui dirige le lieu confirme des séances, toutes ou aucune ; ou en écarte une, avec ce que la personne lira.</summary>
/// <param name="Motif">Vide pour confirmer.</param>
public sealed record DeciderSeances(IReadOnlyList<SeanceVue> Vues, string Motif)
{
    bool Ecarte => Motif.Length > 0;

    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, IQueryable<MissionDirecte> dirigees, Auteur auteur, CancellationToken ct = default)
    {
        if (Vues.Count == 0)
        {
            return [new("", "Cochez au moins une séance.")];
        }

        var (ids, missions) = (Vues.Select(v => v.Id).ToArray(), dirigees.Select(m => m.Id));
        var portees = (await db.Seances.AsNoTracking().Where(s => ids.Contains(s.Id) && missions.Contains(s.MissionId)).Select(s => s.Mission!).ToListAsync(ct)).Select(m => m.Portee).Distinct().ToList();
        if (portees.Count == 0)
        {
            return [new("", "Ces séances ne sont plus là : rechargez la page.")];
        }

        await using var transaction = await db.Commencer(portees, ct);
        var seances = await db.Seances.Include(s => s.Mission!.Agent).Where(s => ids.Contains(s.Id) && missions.Contains(s.MissionId)).ToDictionaryAsync(s => s.Id, ct);
        if (Vues.Any(v => !seances.TryGetValue(v.Id, out var s) || s.Version != v.Version || (Ecarte ? s.Etat == EtatSeance.Ecartee : s.Etat != EtatSeance.Declaree)))
        {
            db.ChangeTracker.Clear();
            return [new("", "Une de ces séances a changé, ou vient d’être retirée ou décidée : rien n’est fait. La voici à jour.")];
        }

        foreach (var (_, seance) in seances)
        {
            if (Ecarte)
            {
                seance.Ecarter(auteur, Motif);
            }
            else
            {
                seance.Confirmer(auteur);
            }
        }

        if (Ecarte)
        {
            await Courriel.Deposer(db, [.. seances.Values.Where(s => s.Mission!.Agent!.CompteId is not null).Select(s => new Depot(s.Mission!.Agent!.CompteId!.Value, GenreCourriel.Decision, "Une heure déclarée n’est pas retenue",
                $"Une séance que vous avez déclarée pour « {s.Mission.Intitule} » n’est pas retenue. Pourquoi se lit dans « Mes heures » :\n/mes-seances", $"seance:{s.Id}:{s.Version}"))], auteur.InstantUtc, ct);
        }

        foreach (var groupe in seances.Values.GroupBy(s => s.Mission!.Portee, StringComparer.Ordinal))
        {
            var plume = new Plume(db, auteur, groupe.Key);
            foreach (var mission in groupe.GroupBy(s => s.Mission!.Objet, StringComparer.Ordinal))
            {
                plume.Noter(Ecarte ? "séance écartée" : "séances confirmées", mission.Key, null, new { seances = mission.Select(s => $"{s.Le:yyyy-MM-dd} {s.Heure}").Order(StringComparer.Ordinal).ToList(), demi_heures = mission.Sum(s => s.DemiHeures) }, Motif);
            }

            await plume.Enregistrer(ct);
        }

        await transaction.CommitAsync(ct);
        return [];
    }
}
