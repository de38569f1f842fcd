using Microsoft.AspNetCore.Mvc;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Attributions;

/// <summary>Les actions du chef sur les attributions reviennent à la liste : avec leur message, ou avec ce qui les empêche.</summary>
public abstract class PageAttributions(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    public Plan Plan { get; private set; } = null!;
    public IReadOnlyList<Dossier> Dossiers { get; private set; } = [];

    /// <summary>Ce que l'établissement répond à chaque retour du rectorat ; gardé à l'écran si quelque chose l'empêche de partir.</summary>
    [BindProperty(Name = "Reponses")]
    public Dictionary<long, string?> Reponses { get; set; } = [];

    /// <summary>Ce que la personne avait coché, gardé si l'action est refusée.</summary>
    public IReadOnlySet<long>? Cochees { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        await Charger();
        return Page();
    }

    protected async Task Charger()
    {
        Plan = await Contexte.Plan(Ct);
        Dossiers = [.. Plan.Missions.SelectMany(m => m.Attributions, (m, a) => new Dossier(m, a, Plan.Controler(m, a)))];
    }

    protected async Task<IActionResult> Changer(Func<Task<IReadOnlyList<Refus>>> action, string message, IEnumerable<LigneLue>? lignes = null)
    {
        Cochees = lignes?.Select(l => l.Id).ToHashSet();
        if (await Tenter(action))
        {
            Message = message;
            return Redirect("/attributions");
        }

        await Charger();
        return Page();
    }
}
