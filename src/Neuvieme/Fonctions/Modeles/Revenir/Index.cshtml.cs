using Microsoft.AspNetCore.Mvc;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Documents;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Modeles.Revenir;

/// <summary>Publie de nouveau une version d'avant, ou le modèle livré (zéro).</summary>
[Acces(Role.Recteur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, MoteurTypst moteur) : PageModele(db, contexte)
{
    public IActionResult OnGet() => Redirect("/modeles");

    public async Task<IActionResult> OnPostAsync(string modele, int numero, int enVigueur, string? note)
    {
        if (!await Charger(modele) || (numero != 0 && Versions.All(v => v.Numero != numero || v.Numero == 0)))
        {
            return NotFound();
        }

        var contenu = ContenuDeModele.De(numero == 0 ? null : Versions.First(v => v.Numero == numero));
        if (await Tenter(() => new Publication(Contexte.AcademieCode, Fiche, contenu, note ?? "", null, enVigueur).Executer(Db, moteur, Contexte.Auteur, Ct)))
        {
            Message = $"{Fiche.Nom} : la version {Versions.Max(v => v.Numero) + 1} est publiée, elle redit {(numero == 0 ? "le modèle livré" : $"la version {numero}")}.";
            return Redirect($"/modeles/comparer/{Fiche.Cle}");
        }

        return Page();
    }
}
