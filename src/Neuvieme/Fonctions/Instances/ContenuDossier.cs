using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Personnels;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Instances;

public sealed record NotificationFigee(DateOnly Jour, int Quarts, string Motif);

/// <summary>L'avis du conseil pédagogique, redit au conseil d'administration.</summary>
public sealed record AvisFige(DateOnly RenduLe, SensAvis Sens, int? Pour, int? Contre, int? Abstentions);

/// <summary>Tout ce qu'un dossier présente, sans aucun nom de personne, tel qu'il était le jour où il a été préparé.</summary>
public sealed record ContenuDossier
{
    public IReadOnlyList<LignePresentee> Lignes { get; init; } = [];
    /// <summary>Le reste de la répartition, pas présenté cette fois.</summary>
    public IReadOnlyList<LignePresentee> Autres { get; init; } = [];
    /// <summary>Complément : ce que l'instance avait vu des mêmes missions.</summary>
    public IReadOnlyList<LignePresentee> Avant { get; init; } = [];
    /// <summary>La répartition de l'année précédente ; nul quand rien n'en est enregistré.</summary>
    public IReadOnlyList<LignePresentee>? AnneePrecedente { get; init; }
    /// <summary>Nul : l'enveloppe n'était pas notifiée, ou le dossier date d'avant qu'elle soit figée.</summary>
    public int? QuartsNotifies { get; init; }
    public int? QuartsNotifiesAvant { get; init; }
    public IReadOnlyList<NotificationFigee> Notifications { get; init; } = [];
    /// <summary>Ce que les textes demandent de dire à l'instance.</summary>
    public IReadOnlyList<string> Alertes { get; init; } = [];
    public AvisFige? AvisPedagogique { get; init; }

    [JsonIgnore]
    public IReadOnlyList<LignePresentee> Presentees => [.. Lignes.Where(l => !l.EstRetiree)];

    /// <summary>La répartition entière, présentée ou non.</summary>
    [JsonIgnore]
    public Montant Repartition => Somme(Lignes) + Somme(Autres);

    public IReadOnlyList<Ecart> Ecarts() => Ecart.Entre(Avant, Presentees);

    /// <summary>D'une répartition entière à l'autre : ce qui n'est pas présenté cette fois n'est pas abandonné pour autant.</summary>
    public IReadOnlyList<LigneComparee> Comparee() => AnneePrecedente is null ? [] : Comparaison.De(AnneePrecedente, [.. Presentees, .. Autres]);

    public bool EstAutre(LigneComparee ligne) => ligne.Apres is { } apres && Autres.Any(a => a.MissionId == apres.MissionId);

    public static Montant Somme(IEnumerable<LignePresentee> lignes) => new(lignes.Sum(l => l.Total.Centimes));

    /// <summary>Fige le plan d'aujourd'hui. Un complément porte aussi les missions retirées depuis, sans part.</summary>
    public static ContenuDossier De(Plan plan, Instance instance, bool complement, IReadOnlyCollection<long> missions, IReadOnlyList<LignePresentee>? precedente, int? notifieAvant)
    {
        var toutes = PlanPresente.De(plan);
        var vues = PlanPresente.VuesPar(plan, instance);
        var retirees = vues.Where(v => missions.Contains(v.MissionId) && toutes.All(l => l.MissionId != v.MissionId)).Select(v => v with { Centimes = [] });
        var pedagogique = instance == Instance.ConseilAdministration ? plan.Avis.LastOrDefault(a => a.Instance == Instance.ConseilPedagogique) : null;
        return new()
        {
            Lignes = [.. toutes.Where(l => missions.Contains(l.MissionId)), .. retirees],
            Autres = [.. toutes.Where(l => !missions.Contains(l.MissionId))],
            Avant = [.. vues.Where(v => missions.Contains(v.MissionId))],
            AnneePrecedente = complement ? null : precedente,
            QuartsNotifies = plan.LignesEnveloppe.Count > 0 ? plan.Notifiee.Quarts : null,
            QuartsNotifiesAvant = notifieAvant,
            Notifications = [.. plan.LignesEnveloppe.Select(l => new NotificationFigee(l.NotifieeLe, l.Quarts, l.Motif))],
            Alertes = [.. Signalees(plan, missions)],
            AvisPedagogique = pedagogique is { } a ? new(a.RenduLe, a.Sens, a.Pour, a.Contre, a.Abstentions) : null,
        };
    }

    /// <summary>Une mission de l'article 7 retenue quand une de l'article 6 manque se dit à l'instance (décret art. 6 et 7).</summary>
    static IEnumerable<string> Signalees(Plan plan, IReadOnlyCollection<long> missions) => plan.Missions.Where(m => missions.Contains(m.Id) && m.Attributions.Count > 0)
        .SelectMany(m => plan.Controler(m, m.Attributions[0]).Alertes).Where(a => a.Code == "IMP-ARTICLE6-NON-POURVUE").Take(1)
        .Select(_ => "La coordination des activités physiques, sportives et artistiques est un besoin établi (art. 6) et n’est pas prévue : elle passe avant les missions de l’article 7.");

    /// <summary>La répartition de l'an dernier, sans personne, et ce qui lui avait été notifié.</summary>
    public static async Task<(IReadOnlyList<LignePresentee>? Lignes, int? Quarts)> AnDernier(NeuviemeDb db, string uai, AnneeScolaire annee, CancellationToken ct)
    {
        var debut = annee.Precedente.Debut;
        var missions = await db.Missions.AsNoTracking().Include(m => m.Attributions).AsSingleQuery().Where(m => m.Uai == uai && m.Annee == debut).OrderBy(m => m.Code).ThenBy(m => m.Id).ToListAsync(ct);
        if (missions.Count == 0)
        {
            return (null, null);
        }

        var agents = await db.Agents.AsNoTracking().Where(a => a.Uai == uai)
            .Select(a => new Agent { Uai = a.Uai, TypeSts = "", IdSts = "", NomUsage = a.NomUsage, NomPatronymique = a.NomPatronymique, Prenom = a.Prenom }).ToListAsync(ct);
        var quarts = await db.LignesEnveloppe.Where(l => l.Uai == uai && l.Annee == debut).SumAsync(l => (int?)l.Quarts, ct);
        var sansNom = new SansNom(agents);
        return ([.. missions.Select(m => LignePresentee.De(m, sansNom)).Where(l => !l.EstRetiree)], quarts);
    }
}
