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
[Acces(Role.ChefEtablissement, Role.Agent, Role.GestionnaireRectorat, Role.Recteur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, MoteurTypst moteur, ReglagesCourrier site) : PageNeuvieme(db, contexte)
{
    public async Task<IActionResult> OnGetAsync(long id, int? numero, GenreDePiece? piece, bool copie)
    {
        var compte = Contexte.CompteId;
        var lettre = await LettresVisibles.De(Db, Contexte).Where(l => l.EffaceeUtc == null && l.AttributionId == id && (numero == null || l.Numero == numero))
            .OrderByDescending(l => l.Numero).Select(l => new { l.Id, l.Pdf, l.Numero, l.Etat, l.Attribution!.Uai, l.Attribution.Annee, SaLettre = l.Attribution.Agent!.CompteId == compte }).FirstOrDefaultAsync(Ct);
        if (lettre is { SaLettre: true, Etat: EtatLettre.ASigner } && piece is null && !copie && HttpMethods.IsGet(Request.Method))
        {
            await NoterLaLecture.Executer(Db, lettre.Uai, id, lettre.Id, Contexte.Auteur, Ct);
        }

        if (lettre is not null && piece is { } genre)
        {
            var jointe = await Db.PiecesDeLettre.AsNoTracking().FirstOrDefaultAsync(p => p.LettreId == lettre.Id && p.Genre == genre, Ct);
            return jointe is null ? NotFound() : File(jointe.Contenu, jointe.Type, $"{genre.ToString().ToLowerInvariant()}_{lettre.Uai}_{lettre.Annee}_{id}_v{lettre.Numero}{(jointe.Type == "application/pdf" ? ".pdf" : jointe.Type == "image/png" ? ".png" : ".jpg")}");
        }

        if (lettre is not null && copie)
        {
            return await Copie(lettre.Id, $"COPIE-PDFA_lettre-de-mission_{lettre.Uai}_{lettre.Annee}_{id}_v{lettre.Numero}.pdf");
        }

        return lettre is null ? NotFound() : File(lettre.Pdf, "application/pdf", $"lettre-de-mission_{lettre.Uai}_{lettre.Annee}_{id}_v{lettre.Numero}.pdf");
    }

    async Task<IActionResult> Copie(long lettreId, string nom)
    {
        try
        {
            return File(await new CopieDeConservation(moteur, site).Une(await Db.Lettres.AsNoTracking().FirstAsync(l => l.Id == lettreId, Ct), Ct), "application/pdf", nom);
        }
        catch (DocumentImpossibleException erreur)
        {
            return StatusCode(StatusCodes.Status503ServiceUnavailable, $"La copie PDF/A ne se compose pas ; la lettre elle-même se télécharge. Prévenez l’administrateur du site, avec ce message : {erreur.Message}");
        }
    }
}
