using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Instances;

[Acces(Role.ChefEtablissement)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    public Plan Plan { get; private set; } = null!;
    public IReadOnlyList<string> Differences { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Plan = await Contexte.Plan(Ct);
        if (Plan.Avis.LastOrDefault(a => a.Instance == Instance.ConseilAdministration) is { } dernier)
        {
            Differences = PlanPresente.Differences(PlanPresente.Lire(dernier.PlanPresente), PlanPresente.De(Plan));
        }
    }

    public static string Sens(SensAvis sens) => sens switch
    {
        SensAvis.Favorable => "favorable",
        SensAvis.Defavorable => "défavorable",
        SensAvis.Partage => "partagé",
        _ => "pris acte",
    };
}
