using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.PremierDegre.Decider;

/// <summary>La mission vue de qui la décide. Le gestionnaire instruit et peut renvoyer ; il ne décide pas.</summary>
[Acces(Role.Ien, Role.GestionnaireRectorat, Role.Recteur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageNeuvieme(db, contexte)
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public DecisionPremierDegre Decision { get; set; } = DecisionPremierDegre.Renvoyer;

    /// <summary>Pour une IMP : le recteur, ou l'IA-DASEN.</summary>
    [BindProperty]
    public Autorite Par { get; set; } = Autorite.Recteur;

    [BindProperty]
    public string? Motif { get; set; }

    [BindProperty]
    public FondementDuRetrait Retrait { get; set; } = new();

    public FichePremierDegreVue Vue { get; private set; } = null!;
    public bool Decide => Contexte.Role != Role.GestionnaireRectorat;

    public async Task<IActionResult> OnGetAsync(long id) => await Charger(id) ? Page() : NotFound();

    public Task<IActionResult> OnPostTrancherAsync(long id)
    {
        if (!Decide && Decision != DecisionPremierDegre.Renvoyer)
        {
            return Task.FromResult<IActionResult>(StatusCode(StatusCodes.Status403Forbidden));
        }

        var autorite = Contexte.Role == Role.Ien ? Autorite.Ien : Par == Autorite.Dasen ? Autorite.Dasen : Autorite.Recteur;
        var message = Decision switch
        {
            DecisionPremierDegre.Valider => "Décision prise : la mission est confiée.",
            DecisionPremierDegre.Refuser => "Refus enregistré, avec son motif.",
            _ => "Mission renvoyée, avec votre demande.",
        };
        return Faire(id, () => Task.FromResult(DeciderMission.Trancher(new(id, Version), Decision, autorite, Motif ?? "", Db)), message);
    }

    public Task<IActionResult> OnPostRevenirAsync(long id) => !Decide ? Task.FromResult<IActionResult>(StatusCode(StatusCodes.Status403Forbidden))
        : Faire(id, () => DeciderMission.Revenir(new(id, Version), Motif ?? "", Retrait, Db, Contexte.Auteur, Ct), "La mission est de nouveau à décider.");

    async Task<IActionResult> Faire(long id, Func<Task<ChangerMission>> geste, string message)
    {
        if (!await Siennes.AnyAsync(m => m.Id == id, Ct))
        {
            return NotFound();
        }

        if (await Tenter(async () => await (await geste()).Executer(Db, Siennes, Contexte.AcademieCode, Contexte.Auteur, Ct)))
        {
            Message = message;
            return Redirect($"/premier-degre/decider/{id}");
        }

        return await Charger(id) ? Page() : NotFound();
    }

    IQueryable<MissionPremierDegre> Siennes => PorteePremierDegre.ADecider(Db, Contexte);

    async Task<bool> Charger(long id) => (Vue = (await FichePremierDegreVue.Lire(Db, Siennes, id, Contexte.AcademieCode, horloge.Aujourdhui, Ct, Autorite.Recteur))!) is not null;
}
