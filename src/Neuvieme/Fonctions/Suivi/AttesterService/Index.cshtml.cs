using Microsoft.AspNetCore.Mvc;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Modeles;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Documents;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Suivi.AttesterService;

[Acces(Role.ChefEtablissement, Role.Agent)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, MoteurTypst moteur, Horloge horloge) : PageNeuvieme(db, contexte)
{
    public async Task<IActionResult> OnGetAsync(long id)
    {
        if (await AttestationDeServiceFait.Lire(Db, Contexte, id, Ct) is not { } attestation)
        {
            return NotFound();
        }

        var academie = attestation.Etablissement.AcademieCode;
        var modele = await ModeleEnVigueur.De(Db, academie, AttestationDeServiceFait.Modele, Ct);
        try
        {
            return File(await modele.Rendre(moteur, attestation.Donnees(horloge.Aujourdhui), attestation.Reference, Ct), "application/pdf", $"attestation-service-fait_{attestation.Reference}.pdf");
        }
        catch (DocumentImpossibleException erreur)
        {
            await modele.Prevenir(Db, academie, Contexte.Auteur, Ct);
            ModelState.AddModelError("", $"L’attestation n’a pas pu être composée. {(erreur.DuModele ? "" : "Prévenez l’administrateur du site, avec ce message : ")}{erreur.Message}");
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Page();
        }
    }
}
