using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Instances.Enregistrer;

[Acces(Role.ChefEtablissement)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    [BindProperty(SupportsGet = true)]
    public Instance Instance { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Indiquez la date de l’avis.")]
    public DateOnly? RenduLe { get; set; }

    [BindProperty]
    public SensAvis Sens { get; set; }

    [BindProperty]
    public int? Pour { get; set; }

    [BindProperty]
    public int? Contre { get; set; }

    [BindProperty]
    public int? Abstentions { get; set; }

    [BindProperty]
    [MaxLength(4000, ErrorMessage = "Les observations ont au plus 4 000 caractères.")]
    public string? Observations { get; set; }

    /// <summary>Les missions présentées ce jour-là, cochées.</summary>
    [BindProperty]
    public List<long> Missions { get; set; } = [];

    public Plan Plan { get; private set; } = null!;

    public static string Nom(Instance instance) => instance == Instance.ConseilPedagogique ? "conseil pédagogique" : "conseil d’administration";

    public async Task OnGetAsync()
    {
        Plan = await Contexte.Plan(Ct);
        Missions = [.. Plan.Missions.Where(m => EstPresentable(m) && !EstVue(m)).Select(m => m.Id)];
        if (Missions.Count == 0)
        {
            Missions = [.. Plan.Missions.Where(EstPresentable).Select(m => m.Id)];
        }
    }

    /// <summary>L'instance a déjà donné son avis sur cette mission : un complément n'a pas à la revoir.</summary>
    public bool EstVue(Mission mission) => Plan.AvisVus.Any(a => a.Avis.Instance == Instance && a.APorteSur(mission));

    /// <summary>Le conseil d'administration ne voit que ce que le conseil pédagogique a vu avant lui (décret art. 8).</summary>
    public bool EstPresentable(Mission mission) => Instance == Instance.ConseilPedagogique || Plan.AvisSur(mission).ConseilPedagogique is not null;

    public async Task<IActionResult> OnPostAsync()
    {
        if (ModelState.IsValid && await Tenter(() => new EnregistrerAvis(Instance, RenduLe!.Value, Sens, Pour, Contre, Abstentions, Observations ?? "", Missions)
            .Executer(Db, Contexte.Etablissement, Contexte.Annee, Contexte.Auteur, Ct)))
        {
            Message = $"L’avis du {Nom(Instance)} est enregistré ; la répartition présentée est figée à cette date.";
            return Redirect("/instances");
        }

        Plan = await Contexte.Plan(Ct);
        return Page();
    }
}
