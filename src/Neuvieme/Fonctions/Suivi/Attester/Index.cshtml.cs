using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Modeles;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Documents;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Suivi.Attester;

/// <summary>L'attestation qui fait payer un remplaçant : à qui l'a désigné, à qui remplace et à personne d'autre, pas même au titulaire.</summary>
[Acces(Role.ChefEtablissement, Role.Agent)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, MoteurTypst moteur) : PageNeuvieme(db, contexte)
{
    public async Task<IActionResult> OnGetAsync(long id)
    {
        var compte = Contexte.CompteId;
        var uais = Contexte.Habilitations.Where(h => h.Role == Role.ChefEtablissement).Select(h => h.Etablissement?.Uai).ToArray();
        var trouvee = await Db.Interruptions.AsNoTracking().Include(i => i.Remplacant).Where(i => i.Id == id && i.Genre == GenreDInterruption.Remplacement && i.Visa == EtatDuVisa.Vise && i.AnnuleeUtc == null)
            .Join(Db.Attributions.Include(a => a.Agent).Include(a => a.Mission), i => i.AttributionId, a => a.Id, (i, a) => new { Interruption = i, Attribution = a })
            .FirstOrDefaultAsync(x => uais.Contains(x.Attribution.Uai) || x.Interruption.Remplacant!.CompteId == compte, Ct);
        if (trouvee is null)
        {
            return NotFound();
        }

        var (interruption, attribution) = (trouvee.Interruption, trouvee.Attribution);
        var lignes = await Db.Echeances.AsNoTracking().Where(e => e.AttributionId == attribution.Id && e.Beneficiaire!.AgentId == interruption.RemplacantId).OrderBy(e => e.Rang).ToListAsync(Ct);
        var siennes = (await Db.Interruptions.AsNoTracking().Where(i => i.AttributionId == attribution.Id && i.RemplacantId == interruption.RemplacantId && i.Visa == EtatDuVisa.Vise && i.AnnuleeUtc == null).ToListAsync(Ct)).Select(i => i.Periode).ToList();
        var etablissement = await Db.Etablissements.AsNoTracking().Include(e => e.Academie).FirstAsync(e => e.Uai == attribution.Uai, Ct);
        var attestation = new AttestationDeSuppleance(etablissement, attribution, interruption, lignes, siennes, Contexte.Auteur, uais.Contains(attribution.Uai));
        var modele = await ModeleEnVigueur.De(Db, etablissement.AcademieCode, AttestationDeSuppleance.Modele, Ct);
        try
        {
            return File(await modele.Rendre(moteur, attestation.EnJson(), attestation.Reference, Ct), "application/pdf", $"attestation-suppleance_{attestation.Reference}.pdf");
        }
        catch (DocumentImpossibleException erreur)
        {
            await modele.Prevenir(Db, etablissement.AcademieCode, Contexte.Auteur, Ct);
            ModelState.AddModelError("", $"L’attestation n’a pas pu être composée. {(erreur.DuModele ? "" : "Prévenez l’administrateur du site, avec ce message : ")}{erreur.Message}");
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Page();
        }
    }
}
