using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Documents;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Etablissements.Importer;

[Acces(Role.Administrateur), CorpsMesure(Maximum = LectureAnnuaire.TailleMaximale + 1024 * 1024)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    public const int Montrees = 100;
    const string Perdu = "Cet aperçu n’est plus disponible : il dure une heure. Déposez le fichier de nouveau ; rien n’a été écrit.";

    [BindProperty(SupportsGet = true)]
    public long? Apercu { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? Rapport { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Academie { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public bool Ecoles { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Remplacer { get; set; }

    [BindProperty]
    public string Vu { get; set; } = "";

    [BindProperty]
    public IFormFile? Fichier { get; set; }

    public ApercuAnnuaire? Vue { get; private set; }
    public ImportAnnuaire? Fait { get; private set; }
    public IReadOnlyList<ImportAnnuaire> Precedents { get; private set; } = [];
    public IReadOnlyDictionary<string, string> Academies { get; private set; } = new Dictionary<string, string>();
    public int Connus { get; private set; }
    public ChoixAnnuaire Choix => new(Academie.Trim(), Ecoles, Remplacer);

    public async Task<IActionResult> OnGetAsync()
    {
        await FichierDepose.Purger(Db, Contexte.Auteur, Ct);
        if (Apercu is { } depot)
        {
            await Montrer(depot);
        }

        return await Page(Ct);
    }

    /// <summary>L'aperçu en entier, ou le rapport d'un import fait.</summary>
    public async Task<IActionResult> OnGetCsvAsync()
    {
        if (Rapport is { } id)
        {
            var rapport = await Db.ImportsAnnuaire.AsNoTracking().Where(i => i.Id == id).Select(i => i.Rapport).FirstOrDefaultAsync(Ct);
            return rapport is null ? NotFound() : File(await ImporterAnnuaire.Decompresser(rapport, Ct), Csv.Type, $"import-{id}.csv");
        }

        return Apercu is { } depot && await Montrer(depot) ? File(RapportAnnuaire.EnCsv(Vue!), Csv.Type, "apercu.csv") : await Page(Ct);
    }

    public async Task<IActionResult> OnPostDeposerAsync()
    {
        if (Fichier is null)
        {
            ModelState.AddModelError(nameof(Fichier), "Choisissez un fichier CSV de l’annuaire ou d’un autre jeu de données ouvert.");
            return await Page(Ct);
        }

        await using var flux = Fichier.OpenReadStream();
        var recu = new FichierRecu(Path.GetFileName(Fichier.FileName), await OuvertureCsv.Octets(flux, LectureAnnuaire.TailleMaximale, Ct));
        var (_, refus) = await new ImporterAnnuaire([recu], Choix).Preparer(Db, Ct);
        return Accepte(refus) ? Redirect($"/etablissements/importer?apercu={await FichierDepose.Garder(Db, Contexte.Auteur, recu, Ct)}") : await Page(Ct);
    }

    public async Task<IActionResult> OnPostConfirmerAsync()
    {
        var auteur = Contexte.Auteur;
        if (Apercu is not { } depot || await FichierDepose.Reprendre(Db, auteur, depot, Ct) is not { } fichier)
        {
            ModelState.AddModelError("", Perdu);
            return await Page(Ct);
        }

        ImportAnnuaire? import = null;
        var ecrit = await Tenter(async () =>
        {
            (var apercu, import, var refus) = await new ImporterAnnuaire([fichier], Choix).Executer(Db, auteur, Vu, Ct);
            Vue = apercu;
            return refus;
        });
        if (!ecrit)
        {
            return await Page(Ct);
        }

        await FichierDepose.Oublier(Db, auteur, Ct);
        if (import is not null)
        {
            return Redirect($"/etablissements/importer?rapport={import.Id}");
        }

        Message = "Aucun changement : la base est déjà à jour de ce fichier.";
        return Redirect("/etablissements/importer");
    }

    public async Task<IActionResult> OnPostAnnulerAsync()
    {
        await FichierDepose.Oublier(Db, Contexte.Auteur, Ct);
        Message = "Import abandonné : rien n’a été écrit, le fichier est effacé.";
        return Redirect("/etablissements/importer");
    }

    async Task<bool> Montrer(long depot)
    {
        if (await FichierDepose.Reprendre(Db, Contexte.Auteur, depot, Ct) is not { } fichier)
        {
            ModelState.AddModelError("", Perdu);
            return false;
        }

        (Vue, var refus) = await new ImporterAnnuaire([fichier], Choix).Preparer(Db, Ct);
        return Accepte(refus);
    }

    async Task<IActionResult> Page(CancellationToken ct)
    {
        Precedents = await Db.ImportsAnnuaire.AsNoTracking().OrderByDescending(i => i.Id).Take(10)
            .Select(i => new ImportAnnuaire { Id = i.Id, NomFichier = i.NomFichier, Sha256 = i.Sha256, InstantUtc = i.InstantUtc, Auteur = i.Auteur, Nouveaux = i.Nouveaux, Changes = i.Changes, Inchanges = i.Inchanges, Absents = i.Absents, Sales = i.Sales, Rapport = Array.Empty<byte>() }).ToListAsync(ct);
        Fait = Rapport is null ? null : Precedents.FirstOrDefault(i => i.Id == Rapport);
        Academies = await Db.Academies.AsNoTracking().ToDictionaryAsync(a => a.Code, a => a.Libelle, ct);
        Connus = await Db.Etablissements.CountAsync(ct);
        return Page();
    }
}
