using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Archives;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Lettres.Signer;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Courrier;
using Neuvieme.Socle.Documents;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Lettres.Telecharger;

/// <summary>Le PDF exact qui a été établi ; ou, demandée à part, sa copie de conservation, qui n'en est pas l'octet signé.</summary>
[Acces(Role.ChefEtablissement, Role.Agent, Role.GestionnaireRectorat, Role.Recteur, Role.Ien)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, MoteurTypst moteur, ReglagesCourrier site) : PageNeuvieme(db, contexte)
{
    public async Task<IActionResult> OnGetAsync(long id, int? numero, GenreDePiece? piece, bool copie, bool directe)
    {
        var compte = Contexte.CompteId;
        var lettre = await LettresVisibles.De(Db, Contexte).Du(id, directe).AvecSujet().Where(l => l.EffaceeUtc == null && (numero == null || l.Numero == numero))
            .OrderByDescending(l => l.Numero).FirstOrDefaultAsync(Ct);
        if (lettre is { Etat: EtatLettre.ASigner } && lettre.Agent.CompteId == compte && piece is null && !copie && HttpMethods.IsGet(Request.Method))
        {
            await NoterLaLecture.Executer(Db, lettre.Portee, lettre.Objet, lettre.Id, Contexte.Auteur, Ct);
        }

        if (lettre is not null && piece is { } genre)
        {
            var jointe = await Db.PiecesDeLettre.AsNoTracking().FirstOrDefaultAsync(p => p.LettreId == lettre.Id && p.Genre == genre, Ct);
            return jointe is null ? NotFound() : File(jointe.Contenu, jointe.Type, $"{genre.ToString().ToLowerInvariant()}_{lettre.Attribution?.Uai ?? lettre.MissionDirecte?.Uai ?? "academie"}_{lettre.Annee.Debut}_{(directe ? "p" : "")}{id}_v{lettre.Numero}{(jointe.Type == "application/pdf" ? ".pdf" : jointe.Type == "image/png" ? ".png" : ".jpg")}");
        }

        var nom = lettre is null ? "" : $"lettre-de-mission_{lettre.Attribution?.Uai ?? lettre.MissionDirecte?.Uai ?? "academie"}_{lettre.Annee.Debut}_{(directe ? "p" : "")}{id}_v{lettre.Numero}.pdf";
        return lettre is null ? NotFound() : copie ? await Copie(lettre, $"COPIE-PDFA_{nom}") : File(lettre.Pdf, "application/pdf", nom);
    }

    async Task<IActionResult> Copie(Lettre lettre, string nom)
    {
        try
        {
            return File(await new CopieDeConservation(Db, moteur, site).Une(lettre, Ct), "application/pdf", nom);
        }
        catch (DocumentImpossibleException erreur)
        {
            return StatusCode(StatusCodes.Status503ServiceUnavailable, $"La copie PDF/A ne se compose pas ; la lettre elle-même se télécharge. Prévenez l’administrateur du site, avec ce message : {erreur.Message}");
        }
    }
}
