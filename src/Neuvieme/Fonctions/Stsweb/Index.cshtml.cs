using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Stsweb;

[Acces(Role.ChefEtablissement, Role.Secretariat)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    public Plan Plan { get; private set; } = null!;
    public IReadOnlyList<LigneBordereau> Lignes { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Plan = await Contexte.Plan(Ct);
        Lignes = BordereauDuPlan.Lignes(Plan);
    }
}
