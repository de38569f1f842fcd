using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Avenants.Decider;

[Acces(Role.Recteur, Role.GestionnaireRectorat)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Motif { get; set; }

    public Avenant Avenant { get; private set; } = null!;
    public string Etablissement { get; private set; } = "";

    /// <summary>Le gestionnaire lit ; seul le recteur ou son délégataire décide.</summary>
    public bool PeutDecider => Contexte.Role == Role.Recteur;

    public async Task<IActionResult> OnGetAsync(long id)
    {
        if (!await Charger(id))
        {
            return NotFound();
        }

        Version = Avenant.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, bool valide)
    {
        if (!await Charger(id))
        {
            return NotFound();
        }

        if (!PeutDecider)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        if (await Tenter(() => new DeciderAvenant(id, Version, valide, Motif ?? "").Executer(Db, Contexte.AcademieCode, Contexte.Auteur, Ct)))
        {
            Message = valide ? "Le nouveau taux est validé : l’échéancier est récrit, la lettre est à établir par avenant." : "L’avenant est refusé : le taux d’avant demeure.";
            return Redirect("/avenants");
        }

        Db.ChangeTracker.Clear();
        return await Charger(id) ? Page() : NotFound();
    }

    async Task<bool> Charger(long id)
    {
        var academie = Contexte.AcademieCode;
        var trouve = await Db.Avenants.AsNoTracking().Include(a => a.Attribution!.Mission).Include(a => a.Attribution!.Agent).Where(a => a.Id == id && a.Etat != EtatAvenant.AccordDemande && a.Etat != EtatAvenant.SansSuite)
            .Join(Db.Etablissements.Where(e => e.AcademieCode == academie), a => a.Attribution!.Uai, e => e.Uai, (a, e) => new { a, e.Denomination }).FirstOrDefaultAsync(Ct);
        if (trouve is null)
        {
            return false;
        }

        (Avenant, Etablissement) = (trouve.a, trouve.Denomination);
        return true;
    }
}
