using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Instances;

[Acces(Role.ChefEtablissement, Role.Secretariat)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    public Plan Plan { get; private set; } = null!;
    public IReadOnlyList<string> Differences { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Plan = await Contexte.Plan(Ct);
        if (PlanPresente.VuesPar(Plan.AvisVus, Instance.ConseilAdministration) is { Count: > 0 } vues)
        {
            Differences = PlanPresente.Differences(vues, PlanPresente.De(Plan));
        }
    }

    /// <summary>« 3 missions », ou leurs noms quand elles sont peu.</summary>
    public string Vues(Avis avis)
    {
        var vues = Plan.AvisVus.First(a => a.Avis.Id == avis.Id).Missions.Values.Select(l => l.Intitule).ToList();
        return vues.Count > 3 ? Francais.Nombre(vues.Count, "mission") : string.Join(", ", vues);
    }

    public static string Sens(SensAvis sens) => sens switch
    {
        SensAvis.Favorable => "favorable",
        SensAvis.Defavorable => "défavorable",
        SensAvis.Partage => "partagé",
        _ => "pris acte",
    };
}
