using Microsoft.AspNetCore.Mvc;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Instances;

[Acces(Role.ChefEtablissement, Role.Secretariat)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    public static readonly Instance[] Conseils = [Instance.ConseilPedagogique, Instance.ConseilAdministration];

    public Plan Plan { get; private set; } = null!;
    public IReadOnlyList<LignePresentee> Lignes { get; private set; } = [];
    public IReadOnlyList<DossierListe> Dossiers { get; private set; } = [];
    /// <summary>Ce qui a changé depuis que les conseils l'ont vu ; les deux ensemble quand c'est la même chose.</summary>
    public IReadOnlyList<(IReadOnlyList<Instance> Instances, IReadOnlyList<Ecart> Ecarts)> Changes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        Plan = await Contexte.Plan(Ct);
        if (Noms.SansConseils(Plan))
        {
            return Redirect("/instances/informer");
        }

        Lignes = PlanPresente.De(Plan);
        Dossiers = await DossierListe.Lire(Db, Contexte, Ct);
        Changes = [.. Conseils.Select(i => (Instance: i, Ecarts: PlanPresente.Ecarts(Plan, i))).Where(c => c.Ecarts.Count > 0).GroupBy(c => string.Join('\n', c.Ecarts.Select(e => e.Phrase)))
            .Select(g => ((IReadOnlyList<Instance>)[.. g.Select(c => c.Instance)], g.First().Ecarts))];
        return Page();
    }

    /// <summary>« 3 missions », ou leurs noms quand elles sont peu.</summary>
    public string Vues(Avis avis)
    {
        var vues = Plan.AvisVus.First(a => a.Avis.Id == avis.Id).Missions.Values.Select(l => l.Intitule).ToList();
        return vues.Count > 3 ? Francais.Nombre(vues.Count, "mission") : string.Join(", ", vues);
    }
}
