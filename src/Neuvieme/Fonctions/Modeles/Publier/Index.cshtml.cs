using Microsoft.AspNetCore.Mvc;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Documents;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Modeles.Publier;

[Acces(Role.Recteur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, MoteurTypst moteur) : PageModele(db, contexte)
{
    [BindProperty]
    public string? Note { get; set; }

    /// <summary>Le brouillon et la version en vigueur que la personne a comparés.</summary>
    [BindProperty]
    public string? Relu { get; set; }

    [BindProperty]
    public int Face { get; set; }

    public int Exemples { get; private set; }

    public async Task<IActionResult> OnGetAsync(string modele)
    {
        if (!await Preparer(modele))
        {
            return NotFound();
        }

        (Relu, Face) = (Brouillon?.Jeton, EnVigueur?.Numero ?? 0);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string modele)
    {
        if (!await Preparer(modele))
        {
            return NotFound();
        }

        if (Brouillon is null)
        {
            ModelState.AddModelError("", "Il n’y a plus de brouillon : il vient d’être publié ou abandonné.");
        }
        else if (await Tenter(() => new Publication(Contexte.AcademieCode, Fiche, ContenuDeModele.De(Brouillon), Note ?? "", Relu ?? "", Face).Executer(Db, moteur, Contexte.Auteur, Ct)))
        {
            Message = $"{Fiche.Nom} : la version {Versions.Max(v => v.Numero) + 1} est publiée. Les documents établis désormais la suivent.";
            return Redirect("/modeles");
        }

        return Page();
    }

    async Task<bool> Preparer(string modele)
    {
        if (!await Charger(modele))
        {
            return false;
        }

        Exemples = ExempleDeModele.De(Fiche).Count;
        return true;
    }
}
