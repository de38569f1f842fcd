using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Avenants.Proposer;

[Acces(Role.ChefEtablissement)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public long Centimes { get; set; }

    [BindProperty]
    public int? Heures { get; set; }

    [BindProperty]
    public string? Contenu { get; set; }

    [BindProperty]
    public DateOnly? EffetLe { get; set; }

    [BindProperty]
    public string? Motif { get; set; }

    public Plan Plan { get; private set; } = null!;
    public Mission Mission { get; private set; } = null!;
    public Attribution Attribution { get; private set; } = null!;
    public IReadOnlyList<Avenant> Avenants { get; private set; } = [];
    public string? Empechement => ProposerAvenant.Empechement(Plan, Mission, Attribution);
    public Avenant? EnCours => Avenants.FirstOrDefault(a => a.EnCours);

    public async Task<IActionResult> OnGetAsync(long id)
    {
        if (!await Charger(id))
        {
            return NotFound();
        }

        (Version, Centimes, Heures, Contenu, EffetLe) = (Attribution.Version, Attribution.Centimes, Mission.HeuresEstimees, Mission.Contenu, Plan.Annee.Contient(Plan.Jour) ? Plan.Jour : Plan.Annee.PremierJour);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id)
    {
        if (EffetLe is null)
        {
            ModelState.AddModelError(nameof(EffetLe), "Donnez la date d’effet.");
        }

        if (await Tenter(() => new ProposerAvenant(id, Version, Centimes, Heures, Contenu ?? "", EffetLe!.Value, Motif ?? "").Executer(Db, Contexte.Etablissement, Contexte.Annee, Contexte.Auteur, Ct)))
        {
            Message = "L’avenant est proposé à la personne. Rien ne change avant sa réponse.";
            return Redirect($"/avenants/proposer/{id}");
        }

        return await Charger(id) ? Page() : NotFound();
    }

    async Task<bool> Charger(long id)
    {
        Plan = await Contexte.Plan(Ct);
        if (Plan.Missions.SelectMany(m => m.Attributions, (m, a) => (m, a)).FirstOrDefault(x => x.a.Id == id) is not ({ } mission, { AgentId: not null } attribution))
        {
            return false;
        }

        (Mission, Attribution) = (mission, attribution);
        Avenants = await Db.Avenants.AsNoTracking().Where(a => a.AttributionId == id).OrderByDescending(a => a.Numero).ToListAsync(Ct);
        return true;
    }
}
