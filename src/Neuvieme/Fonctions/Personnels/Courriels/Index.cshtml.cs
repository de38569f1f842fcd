using Microsoft.AspNetCore.Mvc;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Documents;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Personnels.Courriels;

[Acces(Role.ChefEtablissement, Role.Secretariat), CorpsMesure]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    [BindProperty]
    public IFormFile? Fichier { get; set; }

    /// <summary>Une valeur par ligne retenue ; vide pour une ligne dont on ne retient personne.</summary>
    [BindProperty]
    public List<string> Choix { get; set; } = [];

    public IReadOnlyList<LigneRapprochee>? Apercu { get; private set; }
    public IReadOnlyList<LigneEcrite>? Rapport { get; private set; }
    public RefusCsv? Refuse { get; private set; }

    public async Task<IActionResult> OnPostDeposerAsync()
    {
        if (Fichier is null)
        {
            ModelState.AddModelError(nameof(Fichier), "Choisissez le fichier CSV des adresses.");
            return Page();
        }

        await using var flux = Fichier.OpenReadStream();
        var (lignes, refus) = LectureCourriels.Lire(await OuvertureCsv.Octets(flux, LectureCourriels.TailleMaximale, Ct));
        Refuse = refus;
        if (refus is null)
        {
            // Rien n'est gardé sur le serveur : l'aperçu porte lui-même ce qui serait écrit.
            Apercu = await EnregistrerCourriels.Rapprocher(Db, Contexte.Etablissement.Uai, Contexte.Annee, lignes, Ct);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostConfirmerAsync()
    {
        var retenus = Choix.Select(CourrielRetenu.Lire).OfType<CourrielRetenu>().Take(LectureCourriels.LignesMaximum).ToList();
        await Tenter(async () =>
        {
            (Rapport, var refus) = await new EnregistrerCourriels(retenus).Executer(Db, Contexte.Etablissement.Uai, Contexte.Annee, Contexte.Auteur, Ct);
            return refus;
        });
        return Page();
    }
}
