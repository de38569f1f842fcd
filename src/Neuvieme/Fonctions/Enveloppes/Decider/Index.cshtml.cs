using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Enveloppes.Decider;

[Acces(Role.Recteur, Role.GestionnaireRectorat)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge, Plans plans) : PageNeuvieme(db, contexte)
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public DateOnly? Le { get; set; }

    [BindProperty]
    public Autorite Par { get; set; } = Autorite.Recteur;

    [BindProperty]
    public string Motif { get; set; } = "";

    [BindProperty]
    public FondementDuRetrait Retrait { get; set; } = new();

    public IReadOnlyList<Attente> Attentes { get; private set; } = [];
    public Plan? Plan { get; private set; }
    public Conversion? Conversion { get; private set; }
    public DateOnly Jour => horloge.Aujourdhui;

    /// <summary>Le gestionnaire instruit ; seul le recteur ou son délégataire décide d'un allègement.</summary>
    public bool PeutDecider => Contexte.Role == Role.Recteur;

    public async Task<IActionResult> OnGetAsync()
    {
        Le = Jour;
        await Charger();
        return Id != 0 && Conversion is null ? NotFound() : Page();
    }

    public Task<IActionResult> OnPostAccorderAsync() => Decider(DecisionDecharge.Accorder, "La décharge est accordée ; l’enveloppe est réduite d’autant.");

    public Task<IActionResult> OnPostRefuserAsync() => Decider(DecisionDecharge.Refuser, "La décharge est refusée et l’enveloppe est rendue.");

    public Task<IActionResult> OnPostAnnulerAsync() => Decider(DecisionDecharge.Annuler, "La décharge est annulée et l’enveloppe est rendue.");

    async Task<IActionResult> Decider(DecisionDecharge decision, string message)
    {
        if (!PeutDecider)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        if (await Tenter(() => new DeciderDeLaDecharge(Id, Version, decision, Le, Par, Motif, Retrait).Executer(Db, Contexte.AcademieCode, Contexte.Annee, Contexte.Auteur, Ct)))
        {
            Message = message;
            return Redirect($"/enveloppes/decider?id={Id}");
        }

        Db.ChangeTracker.Clear();
        await Charger();
        return Page();
    }

    async Task Charger()
    {
        var (academie, annee) = (Contexte.AcademieCode, Contexte.Annee.Debut);
        Attentes = await Attente.De(Db, academie, annee, Ct);
        if (Id != 0 && await Db.Conversions.Where(c => c.Id == Id && c.Annee == annee)
            .Join(Db.Etablissements.Where(e => e.AcademieCode == academie), c => c.Uai, e => e.Uai, (c, e) => e).AsNoTracking().FirstOrDefaultAsync(Ct) is { } etablissement)
        {
            Plan = await plans.Lire(Db, etablissement, Contexte.Annee, Jour, Ct);
            Conversion = Plan.Conversions.First(c => c.Id == Id);
        }
    }
}
