using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.MissionsDirectes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Academiques.Suivre;

/// <summary>Une mission académique : le gestionnaire la prépare et la propose, le recteur ou son délégataire décide, une fois la lettre signée.</summary>
[Acces(Role.GestionnaireRectorat, Role.Recteur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageDeMission(db, contexte, horloge)
{
    public bool Decide => Contexte.Role == Role.Recteur;

    public Task<IActionResult> OnPostDemanderAccordAsync(long id) => Faire(id, SuivreMission.DemanderAccord(new(id, Version), Db, Contexte.AcademieCode, Contexte.Auteur, Ct), "Accord demandé. La personne répond depuis « Mes missions ».");

    public Task<IActionResult> OnPostReprendreAsync(long id) => Faire(id, SuivreMission.Reprendre(new(id, Version), Db, Contexte.Auteur, Ct), "La mission est de nouveau en préparation.");

    public Task<IActionResult> OnPostRetirerAsync(long id) => Faire(id, () => SuivreMission.Retirer(new(id, Version), Db, Ct), "Mission retirée.", "/academiques");

    public Task<IActionResult> OnPostProposerAsync(long id) => Faire(id, SuivreMission.Proposer(new(id, Version), Reponse ?? ""), "Mission proposée au recteur.");

    public Task<IActionResult> OnPostServiceFaitAsync(long id) => Faire(id, SuivreMission.ServiceFait(new(id, Version), Le, Jour, Db), "Service fait constaté : le versement est daté.");

    public Task<IActionResult> OnPostConfierAsync(long id) => !Decide ? Interdit()
        : Faire(id, async () => DeciderMission.Confier(new(id, Version), await Siennes.Where(m => m.Id == id).Select(m => m.Etat).FirstAsync(Ct), Autorite.Recteur, Db), "Décision prise : la mission est confiée.");

    public Task<IActionResult> OnPostRefuserAsync(long id) => !Decide ? Interdit() : Faire(id, DeciderMission.Trancher(new(id, Version), DecisionDirecte.Refuser, Autorite.Recteur, Motif ?? "", Db), "Refus enregistré, avec son motif.");

    public Task<IActionResult> OnPostRenvoyerAsync(long id) => !Decide ? Interdit() : Faire(id, DeciderMission.Trancher(new(id, Version), DecisionDirecte.Renvoyer, Autorite.Recteur, Motif ?? "", Db), "Mission renvoyée, avec votre demande.");

    public Task<IActionResult> OnPostRevenirAsync(long id) => !Decide ? Interdit() : Faire(id, () => DeciderMission.Revenir(new(id, Version), Motif ?? "", Retrait, Db, Contexte.Auteur, Ct), "La mission est de nouveau à décider.");

    protected override IQueryable<MissionDirecte> Siennes => PorteeAcademiques.Siennes(Db, Contexte);

    protected override string Adresse(long id) => $"/academiques/suivre/{id}";

    protected override Autorite Autorite => Autorite.Recteur;

    Task<IActionResult> Interdit() => Task.FromResult<IActionResult>(StatusCode(StatusCodes.Status403Forbidden));
}
