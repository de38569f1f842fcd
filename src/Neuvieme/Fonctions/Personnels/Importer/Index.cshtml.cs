using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Personnels.Importer;

[Acces(Role.ChefEtablissement, Role.Secretariat), CorpsMesure]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    const string Perdu = "Cet aperçu n’est plus disponible : il dure une heure, pour l’établissement et l’année affichés. Déposez le fichier de nouveau ; rien n’a été écrit.";

    [BindProperty(SupportsGet = true)]
    public long? Apercu { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? Rapport { get; set; }

    [BindProperty]
    public IFormFile? Fichier { get; set; }

    [BindProperty]
    public List<string> Ajouter { get; set; } = [];

    [BindProperty]
    public List<string> Rattacher { get; set; } = [];

    public ApercuImport? Vue { get; private set; }
    public ImportSts? Fait { get; private set; }
    public IReadOnlyList<ErreurSts> Erreurs { get; private set; } = [];
    public IReadOnlyList<ImportSts> Precedents { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        await FichierDepose.Purger(Db, Contexte.Auteur, Ct);
        if (Apercu is { } depot && !await Montrer(depot))
            ModelState.AddModelError("", Perdu);
        await ChargerPrecedents();
        return Page();
    }

    public async Task<IActionResult> OnPostDeposerAsync()
    {
        if (Fichier is null)
        {
            ModelState.AddModelError(nameof(Fichier), "Choisissez le fichier sts_emp_… exporté de STSWeb.");
            await ChargerPrecedents();
            return Page();
        }

        await using var flux = Fichier.OpenReadStream();
        var contenu = await LecteurSts.OctetsAsync(flux, Ct);
        var lecture = LecteurSts.Lire(contenu, Fichier.FileName, new(Contexte.Etablissement.Uai, Contexte.Annee.Debut));
        if (lecture.Fichier is { } fichier)
            return Redirect($"/personnels/importer?apercu={await FichierDepose.Garder(Db, Contexte.Auteur, fichier, contenu, Ct)}");
        Erreurs = lecture.Erreurs;
        await ChargerPrecedents();
        return Page();
    }

    public async Task<IActionResult> OnPostConfirmerAsync()
    {
        var auteur = Contexte.Auteur;
        if (Apercu is not { } depot || await FichierDepose.Reprendre(Db, auteur, depot, Contexte.Etablissement, Contexte.Annee.Debut, Ct) is not { } fichier)
        {
            ModelState.AddModelError("", Perdu);
            await ChargerPrecedents();
            return Page();
        }

        var demande = new ImporterPersonnels(fichier, Ajouter.Select(LireCle).OfType<ClePersonne>().ToHashSet(), LireRattachements());
        ResultatImport? resultat = null;
        if (!await Tenter(async () => (resultat = await demande.Executer(Db, auteur, Ct)).Refus))
        {
            await Montrer(depot);
            return Page();
        }

        await FichierDepose.Oublier(Db, auteur, Ct);
        if (resultat!.Import is { } import)
            return Redirect($"/personnels/importer?rapport={import.Id}");
        Message = "Aucun changement : la base est déjà à jour de ce fichier.";
        return Redirect("/personnels/importer");
    }

    public async Task<IActionResult> OnPostAnnulerAsync()
    {
        await FichierDepose.Oublier(Db, Contexte.Auteur, Ct);
        Message = "Import abandonné : rien n’a été écrit, le fichier est effacé.";
        return Redirect("/personnels/importer");
    }

    async Task<bool> Montrer(long depot)
    {
        var auteur = Contexte.Auteur;
        if (await FichierDepose.Reprendre(Db, auteur, depot, Contexte.Etablissement, Contexte.Annee.Debut, Ct) is not { } fichier)
            return false;
        Vue = await ApercuImport.Preparer(Db, Contexte.Etablissement, fichier, auteur.Aujourdhui, Ct);
        return true;
    }

    async Task ChargerPrecedents()
    {
        var (uai, annee) = (Contexte.Etablissement.Uai, Contexte.Annee.Debut);
        Precedents = await Db.Imports.AsNoTracking().Where(i => i.Uai == uai && i.Annee == annee).OrderByDescending(i => i.Id).Take(10).ToListAsync(Ct);
        Fait = Rapport is null ? null : Precedents.FirstOrDefault(i => i.Id == Rapport);
    }

    Dictionary<ClePersonne, ClePersonne> LireRattachements()
    {
        var lus = new Dictionary<ClePersonne, ClePersonne>();
        foreach (var couple in Rattacher)
        {
            if (couple.Split('|') is [var epp, var local] && LireCle(epp) is { } e && LireCle(local) is { } l)
                lus[e] = l;
        }

        return lus;
    }

    /// <summary>« local 3506 » → clé ; null si le texte n'en est pas une.</summary>
    internal static ClePersonne? LireCle(string texte) => texte.Split(' ', 2) switch
    {
        ["epp", { Length: > 0 } id] => new(TypeSts.Epp, id),
        ["local", { Length: > 0 } id] => new(TypeSts.Local, id),
        _ => null,
    };
}
