using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Repartition.Scenarios;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Repartition.Appliquer;

/// <summary>Les différences entre la répartition présente et une gardée, puis sa mise en place.</summary>
[Acces(Role.ChefEtablissement, Role.Secretariat)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty]
    public string Empreinte { get; set; } = "";

    /// <summary>Nul : il n'est plus là, parce que le changement a déjà été annulé ou que le scénario a été oublié.</summary>
    public Scenario? Scenario { get; private set; }
    public Plan Plan { get; private set; } = null!;
    public IReadOnlyList<Colonne> Colonnes { get; private set; } = [];
    public IReadOnlyList<LigneComparee> Changements { get; private set; } = [];
    public IReadOnlyList<Mission> Engagees { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await Charger() ? Page() : PlusLa();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Tenter(() => new AppliquerScenario(Id, Empreinte).Executer(Db, Contexte.Etablissement.Uai, Contexte.Annee, Contexte.Auteur, Ct)))
        {
            Message = "La répartition est remise en place. Les missions déjà engagées n’ont pas bougé.";
            return Redirect("/repartition");
        }

        return await Charger() ? Page() : PlusLa();
    }

    PageResult PlusLa()
    {
        var page = Page();
        page.StatusCode = StatusCodes.Status404NotFound;
        return page;
    }

    async Task<bool> Charger()
    {
        var (uai, annee) = (Contexte.Etablissement.Uai, Contexte.Annee.Debut);
        if (await Db.Scenarios.AsNoTracking().FirstOrDefaultAsync(s => s.Id == Id && s.Uai == uai && s.Annee == annee, Ct) is not { } scenario)
        {
            return false;
        }

        (Scenario, Plan) = (scenario, await Contexte.Plan(Ct));
        Colonnes = [Colonne.Presente(Plan), Colonne.De(Plan, scenario)];
        Engagees = [.. Plan.Missions.Where(m => !AppliquerScenario.EstLibre(m, Plan.Conversions))];
        var fixes = Engagees.Select(m => m.Id).ToHashSet();
        Changements = [.. LigneComparee.De(Colonnes, Plan).Where(l => l.Differe && l.Missions.All(m => m is null || !fixes.Contains(m.Id)))];
        Empreinte = AppliquerScenario.EmpreinteDe(Plan.Missions);
        ModelState.Remove(nameof(Empreinte));
        return true;
    }
}
