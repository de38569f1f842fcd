using Neuvieme.Droit;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Repartition;

[Acces(Role.ChefEtablissement)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    public Plan Plan { get; private set; } = null!;
    public IReadOnlyDictionary<long, Decision> Decisions { get; private set; } = new Dictionary<long, Decision>();

    public async Task OnGetAsync()
    {
        Plan = await Contexte.Plan(Ct);
        Decisions = Plan.Missions.SelectMany(m => m.Attributions, (m, a) => (a.Id, Decision: Plan.Controler(m, a))).ToDictionary(x => x.Id, x => x.Decision);
    }
}
