using Neuvieme.Droit;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Repartition;

[Acces(Role.ChefEtablissement, Role.Secretariat)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    public Plan Plan { get; private set; } = null!;
    public IReadOnlyDictionary<long, Decision> Decisions { get; private set; } = new Dictionary<long, Decision>();

    /// <summary>Le dernier changement qui s'annule, et si l'an dernier a des missions à reprendre.</summary>
    public sealed record Retours(long? DernierId, string? Dernier, bool AnDernier);

    public Retours Retour { get; private set; } = null!;

    static readonly RequetePrete<string, int, Retours> LesRetours = new((db, uai, annee) => db.Etablissements.Where(e => e.Uai == uai).Select(_ => new Retours(
        db.Scenarios.Where(s => s.Uai == uai && s.Annee == annee && s.AvantChangement).OrderByDescending(s => s.Id).Select(s => (long?)s.Id).FirstOrDefault(),
        db.Scenarios.Where(s => s.Uai == uai && s.Annee == annee && s.AvantChangement).OrderByDescending(s => s.Id).Select(s => s.Nom).FirstOrDefault(),
        db.Missions.Any(m => m.Uai == uai && m.Annee == annee - 1))));

    public async Task OnGetAsync()
    {
        Plan = await Contexte.Plan(Ct);
        Retour = (await Contexte.Lire(() => LesRetours.Lire(Db, Plan.Etablissement.Uai, Plan.Annee.Debut, Ct)))[0];
        Decisions = Plan.Missions.SelectMany(m => m.Attributions, (m, a) => (a.Id, Decision: Plan.Controler(m, a))).ToDictionary(x => x.Id, x => x.Decision);
    }
}
