using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.MissionsDirectes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Parts.Suivre;

/// <summary>Une part, du projet à la décision : le chef d'établissement demande l'accord, puis confie la mission (décret n° 2023-627).</summary>
[Acces(Role.ChefEtablissement)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageDeMission(db, contexte, horloge)
{
    public Task<IActionResult> OnPostDemanderAccordAsync(long id) => Faire(id, SuivreMission.DemanderAccord(new(id, Version), Db, Contexte.AcademieCode, Contexte.Auteur, Ct), "Accord demandé. La personne répond depuis « Mes missions ».");

    public Task<IActionResult> OnPostReprendreAsync(long id) => Faire(id, SuivreMission.Reprendre(new(id, Version), Db, Contexte.Auteur, Ct), "La mission est de nouveau en préparation.");

    public Task<IActionResult> OnPostRetirerAsync(long id) => Faire(id, () => SuivreMission.Retirer(new(id, Version), Db, Ct), "Mission retirée.", "/parts");

    public Task<IActionResult> OnPostConfierAsync(long id) =>
        Faire(id, async () => DeciderMission.Confier(new(id, Version), await Siennes.Where(m => m.Id == id).Select(m => m.Etat).FirstAsync(Ct), Autorite.ChefEtablissement, Db), "La mission est confiée : ses versements sont datés. Établissez maintenant sa lettre.");

    public Task<IActionResult> OnPostRefuserAsync(long id) => Faire(id, DeciderMission.Trancher(new(id, Version), DecisionDirecte.Refuser, Autorite.ChefEtablissement, Motif ?? "", Db), "La mission n’est pas confiée ; ses parts sont libres.");

    public Task<IActionResult> OnPostRevenirAsync(long id) => Faire(id, () => DeciderMission.Revenir(new(id, Version), Motif ?? "", Retrait, Db, Contexte.Auteur, Ct), "La mission est de nouveau à décider.");

    protected override IQueryable<MissionDirecte> Siennes => PorteeParts.Siennes(Db, Contexte);

    protected override string Adresse(long id) => $"/parts/suivre/{id}";
}
