using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Lettres;
using Neuvieme.Fonctions.Lettres.Suivre;
using Neuvieme.Fonctions.Lettres.Signer;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.MesMissions.Signer;

/// <summary>La personne lit sa lettre, puis la signe, décline ou demande un changement.</summary>
[Acces(Role.Agent)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Reauthentification reauthentification, CertifierLettres certifier, Horloge horloge) : PageNeuvieme(db, contexte)
{
    [BindProperty]
    public string? Vue { get; set; }

    [BindProperty]
    public string? MotDePasse { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Cle { get; set; }

    [BindProperty]
    public string? Motif { get; set; }

    /// <summary>Le numéro est celui d'une part du Pacte ou d'une mission académique.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Directe { get; set; }

    public Lettre Lettre { get; private set; } = null!;
    public string Etablissement { get; private set; } = "";
    public IReadOnlyList<GenreDePiece> Pieces { get; private set; } = [];
    /// <summary>La version de la lettre que modifie l'avenant montré.</summary>
    public int? Modifiee { get; private set; }
    /// <summary>« sans effet depuis le … » ; vide si elle vaut.</summary>
    public string SansEffet { get; private set; } = "";
    public MoyenDeSignature Moyen { get; private set; }
    public bool AUneCle { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id) => await Charger(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(long id)
    {
        if (!await Charger(id) || LettreVue.Lire(Vue) is not { } vue)
        {
            return NotFound();
        }

        var moyen = Moyen;
        if (!await NoterLaLecture.EstFaite(Db, vue.Id, Contexte.CompteId, Ct))
        {
            ModelState.AddModelError("", "Ouvrez d’abord la lettre : on ne signe que ce qu’on a pu lire.");
        }
        else
        {
            (var refus, moyen) = await reauthentification.Prouver(Db, Contexte.CompteId!.Value, MotDePasse, Code, Cle, Ct);
            Accepte(refus is null ? [] : [refus]);
        }

        if (await Tenter(() => new SignerLettre([vue], Partie.Agent, Preuve.De(HttpContext, moyen)).Executer(Db, Db.Lettres.DuCompte(Contexte.CompteId).QuiEngagent(), Contexte.Auteur, Ct)))
        {
            await certifier.Apres(Db, [vue.Id], Ct);
            Message = "Votre lettre est signée.";
            return Redirect(Lettre.AdresseDeLAgent);
        }

        return await Charger(id) ? Page() : NotFound();
    }

    public Task<IActionResult> OnPostDeclinerAsync(long id) => Arreter(id, EtatLettre.Declinee, "C’est noté : vous ne signez pas cette lettre.");

    public Task<IActionResult> OnPostModificationAsync(long id) => Arreter(id, EtatLettre.ModificationDemandee, "Votre demande est transmise à qui a établi la lettre.");

    async Task<IActionResult> Arreter(long id, EtatLettre etat, string message)
    {
        if (!await Charger(id) || LettreVue.Lire(Vue) is not { } vue)
        {
            return NotFound();
        }

        if (await Tenter(() => new NePasSigner(vue, etat, Motif ?? "").Executer(Db, Lettre.Portee, Contexte.Auteur, Ct)))
        {
            Message = message;
            return Redirect(Lettre.AdresseDeLAgent);
        }

        return await Charger(id) ? Page() : NotFound();
    }

    async Task<bool> Charger(long id)
    {
        var compte = Contexte.CompteId;
        if (await LettresVisibles.DeLaPersonne(Db, compte).AsNoTracking().Include(l => l.Signatures).AvecSujet().Du(id, Directe)
            .OrderByDescending(l => l.Numero).FirstOrDefaultAsync(Ct) is not { } lettre)
        {
            return false;
        }

        Lettre = lettre;
        SansEffet = (await FinDEffet.Lire(Db, [lettre.Id], horloge.Aujourdhui, Ct)).TryGetValue(lettre.Id, out var depuis) ? FinDEffet.Dire(depuis) : "";
        Pieces = lettre.Signatures.Count == 2 ? await Db.PiecesDeLettre.Where(p => p.LettreId == lettre.Id).Select(p => p.Genre).ToListAsync(Ct) : [];
        Modifiee = lettre.NumeroAvenant is null ? null : await Db.Lettres.Where(l => l.AttributionId == lettre.AttributionId && l.NumeroAvenant == null && l.Etat == EtatLettre.Signee).MaxAsync(l => (int?)l.Numero, Ct);
        (Moyen, AUneCle) = (await reauthentification.Moyen(compte!.Value), await reauthentification.ASesCles(compte.Value));
        var uai = lettre.Attribution?.Uai ?? lettre.MissionDirecte?.Uai;
        Etablissement = uai is null ? "rectorat" : await Db.Etablissements.Where(e => e.Uai == uai).Select(e => e.Denomination).FirstAsync(Ct);
        return true;
    }
}
