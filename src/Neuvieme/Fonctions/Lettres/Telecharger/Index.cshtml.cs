using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Lettres.Signer;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Lettres.Telecharger;

/// <summary>Le PDF exact qui a été établi.</summary>
[Acces(Role.ChefEtablissement, Role.Agent, Role.GestionnaireRectorat, Role.Recteur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    public async Task<IActionResult> OnGetAsync(long id, int? numero, GenreDePiece? piece)
    {
        var compte = Contexte.CompteId;
        var lettre = await LettresVisibles.De(Db, Contexte).Where(l => l.AttributionId == id && (numero == null || l.Numero == numero))
            .OrderByDescending(l => l.Numero).Select(l => new { l.Id, l.Pdf, l.Numero, l.Etat, l.Attribution!.Uai, l.Attribution.Annee, SaLettre = l.Attribution.Agent!.CompteId == compte }).FirstOrDefaultAsync(Ct);
        if (lettre is { SaLettre: true, Etat: EtatLettre.ASigner } && piece is null && HttpMethods.IsGet(Request.Method))
        {
            await NoterLaLecture.Executer(Db, lettre.Uai, id, lettre.Id, Contexte.Auteur, Ct);
        }

        if (lettre is not null && piece is { } genre)
        {
            var jointe = await Db.PiecesDeLettre.AsNoTracking().FirstOrDefaultAsync(p => p.LettreId == lettre.Id && p.Genre == genre, Ct);
            return jointe is null ? NotFound() : File(jointe.Contenu, jointe.Type, $"{genre.ToString().ToLowerInvariant()}_{lettre.Uai}_{lettre.Annee}_{id}_v{lettre.Numero}{(jointe.Type == "application/pdf" ? ".pdf" : jointe.Type == "image/png" ? ".png" : ".jpg")}");
        }

        return lettre is null ? NotFound() : File(lettre.Pdf, "application/pdf", $"lettre-de-mission_{lettre.Uai}_{lettre.Annee}_{id}_v{lettre.Numero}.pdf");
    }
}
