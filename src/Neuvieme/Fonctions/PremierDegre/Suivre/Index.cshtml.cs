using Microsoft.AspNetCore.Mvc;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.MissionsDirectes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.PremierDegre.Suivre;

/// <summary>La mission vue de qui la prépare : ce que le droit en dit, et le geste qui vient.</summary>
[Acces(Role.Ien, Role.DirecteurEcole)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageDeMission(db, contexte, horloge)
{
    public Task<IActionResult> OnPostDemanderAccordAsync(long id) => Faire(id, SuivreMission.DemanderAccord(new(id, Version), Db, Contexte.AcademieCode, Contexte.Auteur, Ct), "Accord demandé. La personne répond depuis « Mes missions ».");

    public Task<IActionResult> OnPostReprendreAsync(long id) => Faire(id, SuivreMission.Reprendre(new(id, Version), Db, Contexte.Auteur, Ct), "La mission est de nouveau en préparation.");

    public Task<IActionResult> OnPostRetirerAsync(long id) => Faire(id, () => SuivreMission.Retirer(new(id, Version), Db, Ct), "Mission retirée.", "/premier-degre");

    public Task<IActionResult> OnPostLettreAsync(long id) => Faire(id, SuivreMission.Lettre(new(id, Version), Le, Jour), "Le jour de la lettre est noté.");

    public Task<IActionResult> OnPostProposerAsync(long id) => Faire(id, SuivreMission.Proposer(new(id, Version), Reponse ?? ""), Contexte.Role == Role.Ien ? "Mission proposée au recteur." : "Mission proposée à l’inspecteur.");

    public Task<IActionResult> OnPostServiceFaitAsync(long id) => Faire(id, SuivreMission.ServiceFait(new(id, Version), Le, Jour, Db), "Service fait constaté : le versement est daté.");

    protected override IQueryable<MissionDirecte> Siennes => PorteePremierDegre.Preparees(Db, Contexte);

    protected override string Adresse(long id) => $"/premier-degre/suivre/{id}";
}
