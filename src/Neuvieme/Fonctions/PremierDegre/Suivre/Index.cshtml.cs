using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.PremierDegre.Suivre;

/// <summary>La mission vue de qui la prépare : ce que le droit en dit, et le geste qui vient.</summary>
[Acces(Role.Ien, Role.DirecteurEcole)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageNeuvieme(db, contexte)
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public DateOnly? Le { get; set; }

    [BindProperty]
    public string? Reponse { get; set; }

    public FichePremierDegreVue Vue { get; private set; } = null!;
    public DateOnly Jour => horloge.Aujourdhui;

    public async Task<IActionResult> OnGetAsync(long id) => await Charger(id) ? Page() : NotFound();

    public Task<IActionResult> OnPostDemanderAccordAsync(long id) => Faire(id, SuivreMission.DemanderAccord(new(id, Version), Db, Contexte.AcademieCode, Contexte.Auteur, Ct), "Accord demandé. La personne répond depuis « Mes missions ».");

    public Task<IActionResult> OnPostReprendreAsync(long id) => Faire(id, SuivreMission.Reprendre(new(id, Version)), "La mission est de nouveau en préparation.");

    public Task<IActionResult> OnPostRetirerAsync(long id) => Faire(id, SuivreMission.Retirer(new(id, Version), Db), "Mission retirée.", "/premier-degre");

    public Task<IActionResult> OnPostLettreAsync(long id) => Faire(id, SuivreMission.Lettre(new(id, Version), Le, Jour), "Le jour de la lettre est noté.");

    public Task<IActionResult> OnPostProposerAsync(long id) => Faire(id, SuivreMission.Proposer(new(id, Version), Reponse ?? ""), Contexte.Role == Role.Ien ? "Mission proposée au recteur." : "Mission proposée à l’inspecteur.");

    public Task<IActionResult> OnPostServiceFaitAsync(long id) => Faire(id, SuivreMission.ServiceFait(new(id, Version), Le, Jour, Db), "Service fait constaté : le versement est daté.");

    async Task<IActionResult> Faire(long id, ChangerMission geste, string message, string? ensuite = null)
    {
        if (!await Siennes.AnyAsync(m => m.Id == id, Ct))
        {
            return NotFound();
        }

        if (await Tenter(() => geste.Executer(Db, Siennes, Contexte.AcademieCode, Contexte.Auteur, Ct)))
        {
            Message = message;
            return Redirect(ensuite ?? $"/premier-degre/suivre/{id}");
        }

        return await Charger(id) ? Page() : NotFound();
    }

    IQueryable<MissionPremierDegre> Siennes => PorteePremierDegre.Preparees(Db, Contexte);

    async Task<bool> Charger(long id) => (Vue = (await FichePremierDegreVue.Lire(Db, Siennes, id, Contexte.AcademieCode, Jour, Ct))!) is not null;
}
