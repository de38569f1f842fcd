using Microsoft.AspNetCore.Mvc;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Courrier;
using Neuvieme.Socle.Documents;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Archives.Telecharger;

/// <summary>Par formulaire et non par lien : chaque remise s'écrit au journal.</summary>
[Acces(Role.ChefEtablissement, Role.GestionnaireRectorat, Role.Recteur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge, MoteurTypst moteur, ReglagesCourrier site) : PageNeuvieme(db, contexte)
{
    public IActionResult OnGet() => Redirect("/archives");

    public async Task<IActionResult> OnPostAsync(string? uai, int annee, bool copies)
    {
        if (await ArchivesVisibles.Un(Db, Contexte, uai, Ct) is not { } lieu || annee is < 2015 or > 2100)
        {
            return NotFound();
        }

        var archive = new ArchiveDeLettres(Db, lieu, new AnneeScolaire(annee), copies ? new CopieDeConservation(Db, moteur, site) : null, horloge);
        Response.ContentType = "application/zip";
        Response.Headers.ContentDisposition = $"attachment; filename={archive.Nom}";
        await archive.Ecrire(Response.Body, Contexte.Auteur, Ct);
        return new EmptyResult();
    }
}
