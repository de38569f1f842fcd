using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Personnels;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Suivi;

/// <summary>Ce qui est dû à une personne au titre d'une attribution validée, dans l'ordre des mois : son titulaire, ou qui l'y remplace.</summary>
public sealed record LigneDeSuivi(Attribution Attribution, Agent Agent, bool EstRemplacant, IReadOnlyList<EcheanceStockee> Echeances)
{
    /// <summary>Ce que porte la paie de ce mois, rappels compris.</summary>
    public Montant Paye(int mois) => new(Echeances.Where(e => e.Paie == mois).Sum(e => e.BrutCentimes));

    public IReadOnlyList<EcheanceStockee> Rappels => [.. Echeances.Where(e => e is { EstRappel: true, EstEcart: false })];
    public bool EstAnnuelle => Echeances.Count(e => !e.EstEcart) == Echeancier.Nombre;

    public const string NonCommunique = "non communiqué";

    /// <summary>Le titulaire a été en congé : ses montants en dépendent.</summary>
    public bool SuitUnConge(IEnumerable<Interruption> deLaMission) => !EstRemplacant && deLaMission.Any(i => i is { Genre: GenreDInterruption.Conge, Vaut: true });

    /// <summary>Une ponctuelle dont le service fait n'est pas constaté : due, sans mois encore.</summary>
    public Montant EnAttente => Echeances.Count == 0 ? Attribution.Montant : Montant.Zero;

    public static async Task<IReadOnlyList<LigneDeSuivi>> Charger(NeuviemeDb db, string uai, AnneeScolaire annee, CancellationToken ct)
    {
        var attributions = await Attributions.Lire(db, uai, annee.Debut, ct);
        var echeances = (await Versements.Lire(db, uai, annee.Debut, ct)).ToLookup(e => e.AttributionId);
        return
        [
            .. attributions.SelectMany(a => echeances[a.Id].GroupBy(e => e.BeneficiaireId).Select(g => new LigneDeSuivi(a, g.First().Beneficiaire!.Agent!, g.First().Beneficiaire!.AgentId != a.AgentId, [.. g]))
                .OrderBy(l => l.EstRemplacant).DefaultIfEmpty(new LigneDeSuivi(a, a.Agent!, false, []))),
        ];
    }

    static readonly RequetePrete<string, int, Attribution> Attributions = new((db, uai, annee) =>
        db.Attributions.AsNoTracking().Include(a => a.Agent).Include(a => a.Mission).AsSingleQuery()
            .Where(a => a.Uai == uai && a.Annee == annee && a.Etat == EtatAttribution.Validee)
            .OrderBy(a => a.Agent!.NomUsage).ThenBy(a => a.Agent!.Prenom).ThenBy(a => a.Id));

    static readonly RequetePrete<string, int, EcheanceStockee> Versements = new((db, uai, annee) =>
        db.Echeances.AsNoTracking().Include(e => e.Beneficiaire!.Agent).Where(e => db.Attributions.Any(a => a.Id == e.AttributionId && a.Uai == uai && a.Annee == annee && a.Etat == EtatAttribution.Validee))
            .OrderBy(e => e.BeneficiaireId).ThenBy(e => e.Rang));
}

[Acces(Role.ChefEtablissement, Role.Secretariat)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageNeuvieme(db, contexte)
{
    public IReadOnlyList<LigneDeSuivi> Lignes { get; private set; } = [];
    public IReadOnlyList<int> Mois { get; private set; } = [];
    public DateOnly Jour => horloge.Aujourdhui;
    public Repartition.Plan Plan { get; private set; } = null!;

    /// <summary>Ce qu'un congé a réduit dit le congé : qui prépare sans décider n'en lit ni les mois ni le total.</summary>
    public bool EstMasquee(LigneDeSuivi l) => !Contexte.Decide && l.SuitUnConge(Plan.Interruptions[l.Attribution.Id]);

    public bool TotalMasque => Lignes.Any(EstMasquee);

    public async Task OnGetAsync()
    {
        Plan = await Contexte.Plan(Ct);
        Lignes = await Contexte.Lire(() => LigneDeSuivi.Charger(Db, Contexte.Etablissement.Uai, Contexte.Annee, Ct));
        Mois = [.. Lignes.SelectMany(l => l.Echeances).Select(e => e.Paie).Distinct().Order()];
    }
}
