using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Lettres;
using Neuvieme.Fonctions.Lettres.Suivre;
using Neuvieme.Fonctions.Lettres.Signer;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.MesMissions.Signer;

/// <summary>La personne lit sa lettre, puis la signe, décline ou demande un changement.</summary>
[Acces(Role.Agent)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Reauthentification reauthentification, CertifierLettres certifier) : PageNeuvieme(db, contexte)
{
    [BindProperty]
    public string? Vue { get; set; }

    [BindProperty]
    public string? MotDePasse { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Motif { get; set; }

    public Lettre Lettre { get; private set; } = null!;
    public string Etablissement { get; private set; } = "";
    public IReadOnlyList<GenreDePiece> Pieces { get; private set; } = [];
    public MoyenDeSignature Moyen { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id) => await Charger(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(long id)
    {
        if (!await Charger(id) || LettreVue.Lire(Vue) is not { } vue)
        {
            return NotFound();
        }

        if (!await NoterLaLecture.EstFaite(Db, vue.Id, Contexte.CompteId, Ct))
        {
            ModelState.AddModelError("", "Ouvrez d’abord la lettre : on ne signe que ce qu’on a pu lire.");
        }
        else if (await reauthentification.Verifier(Db, Contexte.CompteId!.Value, MotDePasse, Code, Ct) is { } refus)
        {
            ModelState.AddModelError(refus.Champ, refus.Message);
        }

        if (await Tenter(() => new SignerLettre([vue], Partie.Agent, Preuve.De(HttpContext, Moyen)).Executer(Db, Lettre.Attribution!.Uai, Contexte.Auteur, Ct)))
        {
            await certifier.Apres(Db, [vue.Id], Ct);
            Message = "Votre lettre est signée.";
            return Redirect($"/mes-missions/consulter/{id}");
        }

        return await Charger(id) ? Page() : NotFound();
    }

    public Task<IActionResult> OnPostDeclinerAsync(long id) => Arreter(id, EtatLettre.Declinee, "C’est noté : vous ne signez pas cette lettre.");

    public Task<IActionResult> OnPostModificationAsync(long id) => Arreter(id, EtatLettre.ModificationDemandee, "Votre demande est transmise à votre chef d’établissement.");

    async Task<IActionResult> Arreter(long id, EtatLettre etat, string message)
    {
        if (!await Charger(id) || LettreVue.Lire(Vue) is not { } vue)
        {
            return NotFound();
        }

        if (await Tenter(() => new NePasSigner(vue, etat, Motif ?? "").Executer(Db, Lettre.Attribution!.Uai, Contexte.Auteur, Ct)))
        {
            Message = message;
            return Redirect($"/mes-missions/consulter/{id}");
        }

        return await Charger(id) ? Page() : NotFound();
    }

    async Task<bool> Charger(long id)
    {
        var compte = Contexte.CompteId;
        if (await Db.Lettres.AsNoTracking().Include(l => l.Signatures).Include(l => l.Attribution!.Mission)
            .Where(l => l.AttributionId == id && l.Attribution!.Agent!.CompteId == compte && l.Attribution.Etat == EtatAttribution.Validee)
            .OrderByDescending(l => l.Numero).FirstOrDefaultAsync(Ct) is not { } lettre)
        {
            return false;
        }

        Lettre = lettre;
        Pieces = lettre.Etat == EtatLettre.Signee ? await Db.PiecesDeLettre.Where(p => p.LettreId == lettre.Id).Select(p => p.Genre).ToListAsync(Ct) : [];
        Moyen = await reauthentification.Moyen(compte!.Value);
        Etablissement = await Db.Etablissements.Where(e => e.Uai == lettre.Attribution!.Uai).Select(e => e.Denomination).FirstAsync(Ct);
        return true;
    }
}
