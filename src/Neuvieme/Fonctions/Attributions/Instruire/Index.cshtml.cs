using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Attributions.Instruire;

[Acces(Role.Recteur, Role.GestionnaireRectorat)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge, Plans plans) : PageNeuvieme(db, contexte)
{
    [BindProperty(SupportsGet = true)]
    public string Uai { get; set; } = "";

    [BindProperty]
    public LigneLue[] Lignes { get; set; } = [];

    [BindProperty]
    public string? Motif { get; set; } = "";

    public sealed record FileDEtablissement(string Uai, string Denomination, int Propositions, long Centimes, DateTime? Depuis);

    public IReadOnlyList<FileDEtablissement> Files { get; private set; } = [];
    public Plan? Plan { get; private set; }
    public IReadOnlyList<Dossier> Dossiers { get; private set; } = [];
    public DateOnly Aujourdhui => horloge.Aujourdhui;

    /// <summary>Le gestionnaire prépare et renvoie ; seul le recteur ou son délégataire valide ou refuse.</summary>
    public bool PeutDecider => Contexte.Role == Role.Recteur;

    public async Task<IActionResult> OnGetAsync()
    {
        await Charger();
        return Uai.Length > 0 && Plan is null ? NotFound() : Page();
    }

    public Task<IActionResult> OnPostValiderAsync() => Decider(DecisionRectorat.Valider, "validée");

    public Task<IActionResult> OnPostRenvoyerAsync() => Decider(DecisionRectorat.Renvoyer, "renvoyée");

    public Task<IActionResult> OnPostRefuserAsync() => Decider(DecisionRectorat.Refuser, "refusée");

    async Task<IActionResult> Decider(DecisionRectorat decision, string participe)
    {
        if (decision != DecisionRectorat.Renvoyer && !PeutDecider)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        if (Lignes.Length == 0)
        {
            ModelState.AddModelError("", "Cochez au moins une proposition.");
        }
        else if (await Tenter(() => new InstruireProposition(Lignes, decision, Motif ?? "").Executer(Db, Contexte.AcademieCode, Contexte.Annee, Contexte.Auteur, Ct)))
        {
            Message = Francais.Nombre(Lignes.Length, $"proposition {participe}", $"propositions {participe}s") + ".";
            return Redirect("/attributions/instruire" + (Uai.Length > 0 ? $"?uai={Uai}" : ""));
        }

        await Charger();
        return Page();
    }

    async Task Charger()
    {
        var annee = Contexte.Annee.Debut;
        Files = await FilesDeLAcademie.Lire(Db, Contexte.AcademieCode, annee, Ct);
        Files = [.. Files.OrderBy(f => f.Depuis)];
        if (Uai.Length > 0 && await Db.Etablissements.AsNoTracking().FirstOrDefaultAsync(e => e.Uai == Uai && e.AcademieCode == Contexte.AcademieCode, Ct) is { } etablissement)
        {
            var plan = Plan = await plans.Lire(Db, etablissement, Contexte.Annee, Aujourdhui, Ct);
            Dossiers = [.. plan.Missions.SelectMany(m => m.Attributions, (m, a) => (m, a)).Where(x => x.a.Etat == EtatAttribution.Proposee)
                .Select(x => new Dossier(x.m, x.a, plan.Controler(x.m, x.a)))];
        }
    }

    static readonly RequetePrete<string, int, FileDEtablissement> FilesDeLAcademie = new((db, academie, annee) =>
        db.Attributions.Where(a => a.Annee == annee && a.Etat == EtatAttribution.Proposee)
            .Join(db.Etablissements.Where(e => e.AcademieCode == academie), a => a.Uai, e => e.Uai, (a, e) => new { a.Uai, e.Denomination, a.Centimes, a.ProposeeLe })
            .GroupBy(x => new { x.Uai, x.Denomination })
            .Select(g => new FileDEtablissement(g.Key.Uai, g.Key.Denomination, g.Count(), g.Sum(x => x.Centimes), g.Min(x => x.ProposeeLe))));
}
