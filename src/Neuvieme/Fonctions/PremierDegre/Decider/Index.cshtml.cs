using Microsoft.AspNetCore.Mvc;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.MissionsDirectes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.PremierDegre.Decider;

/// <summary>La mission vue de qui la décide. Le gestionnaire instruit et peut renvoyer ; il ne décide pas.</summary>
[Acces(Role.Ien, Role.GestionnaireRectorat, Role.Recteur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageDeMission(db, contexte, horloge)
{
    [BindProperty]
    public DecisionDirecte Decision { get; set; } = DecisionDirecte.Renvoyer;

    /// <summary>Pour une IMP : le recteur, ou l'IA-DASEN.</summary>
    [BindProperty]
    public Autorite Par { get; set; } = Autorite.Recteur;

    public bool Decide => Contexte.Role != Role.GestionnaireRectorat;

    public Task<IActionResult> OnPostTrancherAsync(long id)
    {
        if (!Decide && Decision != DecisionDirecte.Renvoyer)
        {
            return Task.FromResult<IActionResult>(StatusCode(StatusCodes.Status403Forbidden));
        }

        var autorite = Contexte.Role == Role.Ien ? Autorite.Ien : Par == Autorite.Dasen ? Autorite.Dasen : Autorite.Recteur;
        var message = Decision switch
        {
            DecisionDirecte.Valider => "Décision prise : la mission est confiée.",
            DecisionDirecte.Refuser => "Refus enregistré, avec son motif.",
            _ => "Mission renvoyée, avec votre demande.",
        };
        return Faire(id, DeciderMission.Trancher(new(id, Version), Decision, autorite, Motif ?? "", Db), message);
    }

    public Task<IActionResult> OnPostRevenirAsync(long id) => !Decide ? Task.FromResult<IActionResult>(StatusCode(StatusCodes.Status403Forbidden))
        : Faire(id, () => DeciderMission.Revenir(new(id, Version), Motif ?? "", Retrait, Db, Contexte.Auteur, Ct), "La mission est de nouveau à décider.");

    protected override IQueryable<MissionDirecte> Siennes => PorteePremierDegre.ADecider(Db, Contexte);

    protected override string Adresse(long id) => $"/premier-degre/decider/{id}";

    protected override Autorite Autorite => Autorite.Recteur;
}
