using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Documents;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Instances.Telecharger;

/// <summary>Le dossier en PDF ou en classeur, sans nom ou, s'il a été préparé ainsi, nominatif ; la version nominative au chef seul.</summary>
[Acces(Role.ChefEtablissement, Role.Secretariat)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, MoteurTypst moteur) : PageNeuvieme(db, contexte)
{
    public async Task<IActionResult> OnGetAsync(long id, string format = "pdf", bool noms = false)
    {
        if (noms && !Contexte.Decide)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        if (await DossierComplet.Lire(Db, Contexte.Etablissement.Uai, id, Ct) is not { } d || (noms && d.Dossier.Noms.Length == 0) || format is not ("pdf" or "xlsx"))
        {
            return NotFound();
        }

        var document = new DocumentDossier(d.Dossier, d.Contenu, Contexte.Etablissement, d.Avis, noms ? await Personnes(d.Dossier) : null);
        var nom = $"{(d.Dossier.EstComplement ? "complement" : "dossier")}_{d.Dossier.Reference}{(noms ? "_nominatif" : "")}.{format}";
        if (format == "xlsx")
        {
            return File(Classeur.Ecrire([.. ClasseurDossier.Construire(document)]), Classeur.TypeMime, nom);
        }

        try
        {
            return File(await moteur.RendreAsync(DocumentDossier.Modele, document.EnJson(), Ct), "application/pdf", nom);
        }
        catch (DocumentImpossibleException erreur)
        {
            ModelState.AddModelError("", $"Le PDF n’a pas pu être composé ; le classeur, si. Prévenez l’administrateur du site, avec ce message : {erreur.Message}");
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Page();
        }
    }

    /// <summary>Un accord repris depuis, ou redonné puis décliné, ne paraît plus : la part redevient « à pourvoir ».</summary>
    async Task<Dictionary<(long, int), string>> Personnes(DossierInstance dossier)
    {
        var figes = dossier.LireNoms();
        var ids = figes.Select(n => n.AttributionId).ToArray();
        var actuelles = (await Db.Attributions.AsNoTracking().Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.AgentId, a.Etat }).ToListAsync(Ct))
            .Where(a => Attributions.Transitions.AUnAccord(a.Etat)).ToDictionary(a => a.Id, a => a.AgentId);
        return figes.Where(n => actuelles.TryGetValue(n.AttributionId, out var agent) && agent == n.AgentId).ToDictionary(n => (n.MissionId, n.Rang), n => n.Nom);
    }
}
