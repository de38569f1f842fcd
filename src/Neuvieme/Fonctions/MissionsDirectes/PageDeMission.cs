using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.MissionsDirectes;

/// <summary>La mission vue de qui la prépare ou la décide : ce que le droit en dit, et le geste qui vient.</summary>
public abstract class PageDeMission(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageNeuvieme(db, contexte)
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public DateOnly? Le { get; set; }

    [BindProperty]
    public string? Reponse { get; set; }

    [BindProperty]
    public string? Motif { get; set; }

    [BindProperty]
    public FondementDuRetrait Retrait { get; set; } = new();

    public FicheDirecte Vue { get; private set; } = null!;
    public DateOnly Jour => horloge.Aujourdhui;

    /// <summary>Les missions que la personne peut toucher ; les autres n'existent pas pour elle.</summary>
    protected abstract IQueryable<MissionDirecte> Siennes { get; }

    protected abstract string Adresse(long id);

    /// <summary>Qui décide, pour juger la décision avant qu'elle soit prise.</summary>
    protected virtual Autorite Autorite => Autorite.Inconnue;

    public async Task<IActionResult> OnGetAsync(long id) => await Charger(id) ? Page() : NotFound();

    protected Task<IActionResult> Faire(long id, ChangerMission geste, string message, string? ensuite = null) => Faire(id, () => Task.FromResult(geste), message, ensuite);

    protected async Task<IActionResult> Faire(long id, Func<Task<ChangerMission>> geste, string message, string? ensuite = null)
    {
        if (!await Siennes.AnyAsync(m => m.Id == id, Ct))
        {
            return NotFound();
        }

        if (await Tenter(async () => await (await geste()).Executer(Db, Siennes, Contexte.AcademieCode, Contexte.Auteur, Ct)))
        {
            Message = message;
            return Redirect(ensuite ?? Adresse(id));
        }

        return await Charger(id) ? Page() : NotFound();
    }

    async Task<bool> Charger(long id) => (Vue = (await FicheDirecte.Lire(Db, Siennes, id, Contexte.AcademieCode, Jour, Ct, Autorite))!) is not null;
}
