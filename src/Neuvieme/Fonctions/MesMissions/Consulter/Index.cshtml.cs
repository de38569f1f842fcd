using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.MesMissions.Consulter;

[Acces(Role.Agent)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge, Plans plans) : PageNeuvieme(db, contexte)
{
    public MaMission Mission { get; private set; } = null!;
    public Decision? Decision { get; private set; }
    public IReadOnlyList<Etape> Raisons { get; private set; } = [];
    public DateOnly Jour => horloge.Aujourdhui;

    public async Task<IActionResult> OnGetAsync(long id) => await Charger(id) ? Page() : NotFound();

    async Task<bool> Charger(long id)
    {
        if ((await MaMission.Charger(Db, Contexte.CompteId!.Value, id, Ct)) is not [var mission])
        {
            return false;
        }

        Mission = mission;
        var plan = await plans.Lire(Db, mission.Etablissement, mission.Annee, horloge.Aujourdhui, Ct);
        var attribution = plan.Attributions.First(a => a.Id == id);
        Decision = plan.Controler(plan.Missions.First(m => m.Id == attribution.MissionId), attribution);
        // Si les faits ont changé depuis la validation, le raisonnement présent n'est plus celui qui l'a fondée : il est dans la lettre.
        Raisons = attribution.Etat == EtatAttribution.Validee && Decision.Issue != Issue.Accordee ? [] : Explication.De(Decision);
        return true;
    }
}
