using Microsoft.AspNetCore.Mvc;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Repartition.Modifier;

[Acces(Role.ChefEtablissement, Role.Secretariat)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : FormulaireMission(db, contexte)
{
    [FromRoute(Name = "id")]
    public long MissionId { get; set; }

    public override long? Id => MissionId;

    public async Task<IActionResult> OnGetAsync()
    {
        await ChargerPlan();
        if (Plan.Missions.FirstOrDefault(m => m.Id == MissionId) is not { } mission)
        {
            return NotFound();
        }

        Saisie = SaisieMission.De(mission);
        Validee = mission.Attributions.Count > 0 && mission.Attributions.All(a => a.Etat == EtatAttribution.Validee);
        Controler();
        return Page();
    }
}
