using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.MissionsDirectes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Parts;

/// <summary>Les parts du Pacte d'un collège ou d'un lycée : ce qui est notifié par niveau, ce qui en est tenu, et par qui.</summary>
[Acces(Role.ChefEtablissement, Role.Secretariat)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageNeuvieme(db, contexte)
{
    public PlanDirect Plan { get; private set; } = null!;

    public async Task OnGetAsync() => Plan = await PorteeParts.Plan(Db, Contexte, horloge.Aujourdhui, Ct);

    public Solde Solde(int? niveau) => Plan.SoldeDe(DispositifDirect.PacteSecondDegre, Contexte.Etablissement.Uai, niveau);

    public string Adresse(MissionDirecte m) => Contexte.Decide ? $"/parts/suivre/{m.Id}" : $"/parts/preparer/{m.Id}";
}
