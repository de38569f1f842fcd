using Microsoft.AspNetCore.Mvc;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Instances;

[Acces(Role.ChefEtablissement)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    public static readonly Instance[] Conseils = [Instance.ConseilPedagogique, Instance.ConseilAdministration];

    public Plan Plan { get; private set; } = null!;
    public IReadOnlyList<LignePresentee> Lignes { get; private set; } = [];
    public IReadOnlyList<DossierListe> Dossiers { get; private set; } = [];
    /// <summary>Ce qui a changé depuis que l'un des conseils l'a vu, et celui-ci ; vide quand tout est comme présenté.</summary>
    public IReadOnlyList<(Instance Instance, DateOnly Depuis, IReadOnlyList<Ecart> Ecarts)> Changes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        Plan = await Contexte.Plan(Ct);
        if (Noms.SansConseils(Plan))
        {
            return Redirect("/instances/informer");
        }

        Lignes = PlanPresente.De(Plan);
        Dossiers = await DossierListe.Lire(Db, Contexte, Ct);
        Changes = [.. Conseils.Select(i => (i, Plan.DernierAvis(i) ?? default, PlanPresente.Ecarts(Plan, i))).Where(c => c.Item3.Count > 0)];
        return Page();
    }

    /// <summary>« 3 missions », ou leurs noms quand elles sont peu.</summary>
    public string Vues(Avis avis)
    {
        var vues = Plan.AvisVus.First(a => a.Avis.Id == avis.Id).Missions.Values.Select(l => l.Intitule).ToList();
        return vues.Count > 3 ? Francais.Nombre(vues.Count, "mission") : string.Join(", ", vues);
    }
}
