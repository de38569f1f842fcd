using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;
using Mission = Neuvieme.Fonctions.Repartition.Mission;

namespace Neuvieme.Fonctions.Suivi.Interrompre;

/// <summary>Ce qui est dû à une personne, mois par mois, au titre de la mission.</summary>
public sealed record PartDUne(string Nom, IReadOnlyDictionary<Mois, Montant> ParMois)
{
    public Montant Total => ParMois.Values.Aggregate(Montant.Zero, (s, m) => s + m);
}

/// <summary>La mission, ce qui lui est arrivé, ce qu'elle doit maintenant ; les trois actions y reviennent.</summary>
public abstract class PageInterruption(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    public Plan Plan { get; private set; } = null!;
    public Mission Mission { get; private set; } = null!;
    public Attribution Attribution { get; private set; } = null!;
    public IReadOnlyList<Interruption> EnVigueur { get; private set; } = [];
    /// <summary>Ce que le rectorat n'a pas visé ; une ligne visée dont l'annulation est demandée vaut encore, et n'y est pas.</summary>
    public IReadOnlyList<Interruption> EnAttente { get; private set; } = [];
    public IReadOnlyList<Interruption> Refusees { get; private set; } = [];
    public IReadOnlyList<Interruption> Annulees { get; private set; } = [];
    public IReadOnlyList<VersionEcheancier> Versions { get; private set; } = [];
    public IReadOnlyList<PartDUne> Parts { get; private set; } = [];
    public IReadOnlyList<PartDUne> Prevues { get; protected set; } = [];
    public IReadOnlyList<Motif> Alertes { get; protected set; } = [];
    public IReadOnlyList<Mois> Mois => [.. Parts.Concat(Prevues).SelectMany(p => p.ParMois.Keys).Distinct().Order()];
    protected Droit.Parametres Parametres { get; private set; } = Droit.Parametres.Defaut;
    public string? Empechement => InterrompreMission.Empechement(Mission, Attribution);

    protected async Task<bool> Charger(long id)
    {
        Plan = await Contexte.Plan(Ct);
        if (Plan.Missions.SelectMany(m => m.Attributions, (m, a) => (m, a)).FirstOrDefault(x => x.a.Id == id) is not ({ } mission, { } attribution) || attribution.AgentId is null)
        {
            return false;
        }

        (Mission, Attribution) = (mission, attribution);
        var toutes = await Db.Interruptions.AsNoTracking().Include(i => i.Remplacant).Where(i => i.AttributionId == id).OrderBy(i => i.Du).ThenBy(i => i.Id).ToListAsync(Ct);
        (EnVigueur, EnAttente) = (Visas.QuiValent(toutes), [.. toutes.Where(i => i is { AnnuleeUtc: null, Visa: EtatDuVisa.AViser })]);
        (Refusees, Annulees) = ([.. toutes.Where(i => i is { AnnuleeUtc: null, Visa: EtatDuVisa.Refuse })], [.. toutes.Where(i => i.AnnuleeUtc is not null)]);
        Versions = await Db.VersionsEcheancier.AsNoTracking().Where(v => v.AttributionId == id).OrderByDescending(v => v.Numero).ToListAsync(Ct);
        var dues = await Db.Echeances.AsNoTracking().Where(e => e.AttributionId == id).Select(e => new { e.Beneficiaire!.AgentId, e.Mois, e.Rang, e.BrutCentimes, e.NetEstimeCentimes }).ToListAsync(Ct);
        Parts = Ranger(dues.Select(d => new LigneDue(d.AgentId, new(d.Rang, new(d.Mois / 100, d.Mois % 100), new(d.BrutCentimes), new(d.NetEstimeCentimes)))));
        Parametres = Echeanciers.Parametres(Plan, dues.FirstOrDefault(d => d.Rang == 1) is { } premiere ? new Mois(premiere.Mois / 100, premiere.Mois % 100) : null);
        return true;
    }

    protected IReadOnlyList<PartDUne> Ranger(IEnumerable<LigneDue> lignes) =>
    [
        .. lignes.GroupBy(l => l.AgentId).OrderByDescending(g => g.Key == Attribution.AgentId).ThenBy(g => g.Key)
            .Select(g => new PartDUne(NomDe(g.Key), g.GroupBy(l => l.Echeance.Mois).ToDictionary(m => m.Key, m => m.Aggregate(Montant.Zero, (s, l) => s + l.Echeance.Brut)))),
    ];

    string NomDe(long agent) => agent == Attribution.AgentId ? Plan.NomDistinct(Attribution.Agent)
        : Plan.Affectations.FirstOrDefault(x => x.AgentId == agent)?.Agent is { } actuel ? Plan.NomDistinct(actuel)
        : EnVigueur.Concat(EnAttente).Concat(Annulees).FirstOrDefault(i => i.RemplacantId == agent)?.Remplacant?.NomComplet ?? "une personne partie";
}
