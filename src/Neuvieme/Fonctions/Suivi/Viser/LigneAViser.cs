using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Suivi.Viser;

/// <summary>Ce qu'une personne recevrait de la mission sur l'année, avant et après le visa.</summary>
public sealed record PartAvantApres(string Nom, Montant Avant, Montant Apres);

/// <param name="Obstacle">Ce qui empêche de la viser : l'accord de qui remplace, ou une autre ligne.</param>
public sealed record LigneAViser(Interruption Interruption, Attribution Attribution, string Uai, string Etablissement, IReadOnlyList<PartAvantApres> Parts, IReadOnlyList<string> Alertes, string Obstacle)
{
    public LigneLue Lue => new(Interruption.Id, Attribution.Version);
    public bool EstAnnulation => Interruption.AnnulationDemandeeUtc is not null;
    public DateTime DepuisUtc => Interruption.AnnulationDemandeeUtc ?? Interruption.InstantUtc;

    /// <summary>Ce que le visa retire de dû, tous bénéficiaires réunis ; zéro quand le versement change seulement de main.</summary>
    public Montant Ecart => Parts.Aggregate(Montant.Zero, (s, p) => s + p.Apres - p.Avant);

    /// <summary>Ce qui attend le recteur dans son académie, la plus ancienne d'abord.</summary>
    public static async Task<IReadOnlyList<LigneAViser>> Lire(NeuviemeDb db, string academie, int annee, DateOnly jour, CancellationToken ct)
    {
        var lues = await db.Interruptions.AsNoTracking().Include(i => i.Remplacant).Where(i => i.AnnuleeUtc == null && (i.Visa == EtatDuVisa.AViser || i.AnnulationDemandeeUtc != null))
            .Join(db.Attributions.Include(a => a.Agent).Include(a => a.Mission).Where(a => a.Annee == annee && a.Etat == EtatAttribution.Validee), i => i.AttributionId, a => a.Id, (i, a) => new { i, a })
            .Join(db.Etablissements.Where(e => e.AcademieCode == academie), x => x.a.Uai, e => e.Uai, (x, e) => new { x.i, x.a, e.Uai, e.Denomination }).AsSingleQuery().ToListAsync(ct);
        var previsions = await Previsions.Charger(db, academie, [.. lues.Select(x => x.a.Id).Distinct()], jour, ct);
        return [.. lues.Select(x => De(previsions, x.i, x.a, x.Uai, x.Denomination, jour)).OrderBy(l => l.DepuisUtc).ThenBy(l => l.Interruption.Id)];
    }

    static LigneAViser De(Previsions previsions, Interruption i, Attribution a, string uai, string etablissement, DateOnly jour)
    {
        var vivantes = previsions.Vivantes(a.Id).ToList();
        var (avant, apres) = (previsions.Si(a, Visas.QuiValent(vivantes)), previsions.Si(a, Visas.SiEstVisee(vivantes, i)));
        var (etait, serait) = (Previsions.Totaux(a, avant), Previsions.Totaux(a, apres));
        string Nom(long agent) => agent == a.AgentId ? a.Agent!.NomDeCivilite : vivantes.FirstOrDefault(v => v.RemplacantId == agent)?.Remplacant?.NomDeCivilite ?? "";
        var obstacle = i is { Visa: EtatDuVisa.AViser, Accord: AccordDuRemplacant.Demande } ? $"L’accord de {i.Remplacant?.NomDeCivilite} est attendu."
            : apres.Issue != Issue.Accordee ? ChangerEtat.Phrases(apres.Motifs) : string.Join(" ", FinDeMission.Obstacles(i, a, jour));
        return new(i, a, uai, etablissement,
            apres.Issue != Issue.Accordee ? [] : [.. etait.Keys.Union(serait.Keys).OrderByDescending(k => k == a.AgentId).ThenBy(k => k).Select(k => new PartAvantApres(Nom(k), etait.GetValueOrDefault(k), serait.GetValueOrDefault(k))).Where(p => p.Avant != p.Apres)],
            [.. apres.Alertes.Where(m => !avant.Alertes.Any(v => v.Phrase == m.Phrase)).Select(m => m.Phrase)], obstacle);
    }
}
