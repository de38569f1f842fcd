using Microsoft.AspNetCore.Mvc;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Modeles;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Documents;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Instances.Extrait;

[Acces(Role.ChefEtablissement, Role.Secretariat)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, MoteurTypst moteur, Horloge horloge) : PageNeuvieme(db, contexte)
{
    public async Task<IActionResult> OnGetAsync(long id)
    {
        if (await DossierComplet.Lire(Db, Contexte.Etablissement.Uai, id, Ct) is not { Dossier.Instance: Instance.ConseilAdministration } complet)
        {
            return NotFound();
        }

        var modele = await ModeleEnVigueur.De(Db, Contexte.AcademieCode, ExtraitDeProcesVerbal.Modele, Ct);
        try
        {
            var pdf = await modele.Rendre(moteur, ExtraitDeProcesVerbal.Donnees(complet, Contexte.Etablissement, horloge.Aujourdhui), $"{complet.Dossier.Reference}-PV", Ct);
            return File(pdf, "application/pdf", $"extrait-pv_{complet.Dossier.Reference}.pdf");
        }
        catch (DocumentImpossibleException erreur)
        {
            await modele.Prevenir(Db, Contexte.AcademieCode, Contexte.Auteur, Ct);
            ModelState.AddModelError("", $"L’extrait n’a pas pu être composé. {(erreur.DuModele ? "" : "Prévenez l’administrateur du site, avec ce message : ")}{erreur.Message}");
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Page();
        }
    }
}
