using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Seances.Ecarter;

/// <summary>Écarter une séance, même confirmée par erreur : la personne lit pourquoi, et peut la déclarer de nouveau.</summary>
[Acces(Role.ChefEtablissement, Role.DirecteurEcole)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Motif { get; set; }

    public Seance Seance { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => await Charger() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await Charger())
        {
            return NotFound();
        }

        var motif = Motif?.Trim() ?? "";
        if (motif.Length is 0 or > 500)
        {
            ModelState.AddModelError(nameof(Motif), "Dites pourquoi, en 500 caractères au plus : la personne le lira.");
        }

        if (await Tenter(() => new DeciderSeances([new(Id, Version)], motif).Executer(Db, PorteeSeances.Dirigees(Db, Contexte), Contexte.Auteur, Ct)))
        {
            Message = "La séance est écartée ; la personne en est prévenue.";
            return Redirect("/seances");
        }

        return await Charger() ? Page() : NotFound();
    }

    async Task<bool> Charger()
    {
        var missions = PorteeSeances.Dirigees(Db, Contexte).Select(m => m.Id);
        Seance = (await Db.Seances.AsNoTracking().Include(s => s.Mission!.Agent).FirstOrDefaultAsync(s => s.Id == Id && missions.Contains(s.MissionId) && s.Etat != EtatSeance.Ecartee, Ct))!;
        return Seance is not null;
    }
}
