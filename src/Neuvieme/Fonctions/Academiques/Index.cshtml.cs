using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.MissionsDirectes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Academiques;

/// <summary>Les missions que le recteur crée et décide lui-même (décret n° 2015-475, art. 5), districts UNSS compris.</summary>
[Acces(Role.GestionnaireRectorat, Role.Recteur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageNeuvieme(db, contexte)
{
    public PlanDirect Plan { get; private set; } = null!;
    public Solde Solde => Plan.SoldeDe(DispositifDirect.Academique, Contexte.AcademieCode);

    public async Task OnGetAsync() => Plan = await PorteeAcademiques.Plan(Db, Contexte, horloge.Aujourdhui, Ct);
}
