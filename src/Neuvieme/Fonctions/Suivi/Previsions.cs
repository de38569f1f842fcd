using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Droit.Versements;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Parametres;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Suivi;

/// <summary>Ce que devraient des missions selon ce qui serait visé, calculé sans rien écrire, en autant de lectures pour une que pour mille.</summary>
public sealed class Previsions
{
    readonly Droit.Parametres _choix;
    readonly ILookup<long, Interruption> _interruptions;
    readonly Dictionary<long, int> _premiers;

    Previsions(Droit.Parametres choix, ILookup<long, Interruption> interruptions, Dictionary<long, int> premiers) => (_choix, _interruptions, _premiers) = (choix, interruptions, premiers);

    public static async Task<Previsions> Charger(NeuviemeDb db, string academie, long[] attributions, DateOnly jour, CancellationToken ct) => new(
        await Parametre.DuJour(db, academie, jour, ct),
        (await db.Interruptions.AsNoTracking().Include(i => i.Remplacant).Where(i => attributions.Contains(i.AttributionId) && i.AnnuleeUtc == null && i.Visa != EtatDuVisa.Refuse).OrderBy(i => i.Du).ThenBy(i => i.Id).ToListAsync(ct)).ToLookup(i => i.AttributionId),
        await db.Echeances.Where(e => attributions.Contains(e.AttributionId) && e.Rang == 1 && e.Beneficiaire!.Titulaire).ToDictionaryAsync(e => e.AttributionId, e => e.Mois, ct));

    public IEnumerable<Interruption> Vivantes(long attribution) => _interruptions[attribution];

    public Reponse<Ventilation> Si(Attribution a, IReadOnlyList<Interruption> valent) => CalculDesInterruptions.Ventiler(
        Echeanciers.Parametres(_choix, _premiers.TryGetValue(a.Id, out var mois) ? new Mois(mois / 100, mois % 100) : null), new AnneeScolaire(a.Annee), a, valent);

    /// <summary>Ce que chacun recevrait de la mission sur l'année.</summary>
    public static IReadOnlyDictionary<long, Montant> Totaux(Attribution a, Reponse<Ventilation> reponse) => reponse.Resultat is not { } ventilation ? new Dictionary<long, Montant>()
        : CalculDesInterruptions.Lignes(ventilation, a.AgentId!.Value).GroupBy(l => l.AgentId).ToDictionary(g => g.Key, g => g.Aggregate(Montant.Zero, (s, l) => s + l.Echeance.Brut));
}
