using Microsoft.AspNetCore.Mvc;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Modeles.Comparer;

/// <summary>Les versions d'un modèle, et ce qui change de l'une à l'autre. Zéro désigne le modèle livré, un nombre négatif le brouillon.</summary>
[Acces(Role.GestionnaireRectorat, Role.Recteur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageModele(db, contexte)
{
    public const int NumeroDuBrouillon = -1;

    public int De { get; private set; }
    public int A { get; private set; }
    public ContenuDeModele Avant { get; private set; } = ContenuDeModele.Livre;
    public ContenuDeModele Apres { get; private set; } = ContenuDeModele.Livre;

    public IEnumerable<(int Numero, string Nom)> Choix =>
        [.. Brouillon is null ? Array.Empty<(int, string)>() : [(NumeroDuBrouillon, "le brouillon")], .. Versions.Where(v => v.Numero > 0).Select(v => (v.Numero, $"version {v.Numero}")), (0, "le modèle livré")];

    public async Task<IActionResult> OnGetAsync(string modele, int? de, int? a)
    {
        if (!await Charger(modele))
        {
            return NotFound();
        }

        A = a ?? EnVigueur?.Numero ?? (Brouillon is null ? 0 : NumeroDuBrouillon);
        De = de ?? Versions.Where(v => v.Numero > 0 && v.Numero < A).Select(v => v.Numero).FirstOrDefault();
        if (Lire(De) is not { } avant || Lire(A) is not { } apres)
        {
            return NotFound();
        }

        (Avant, Apres) = (avant, apres);
        return Page();
    }

    ContenuDeModele? Lire(int numero) => numero == 0 ? ContenuDeModele.Livre
        : (numero < 0 ? Brouillon : Versions.FirstOrDefault(v => v.Numero == numero)) is { } version ? ContenuDeModele.De(version) : null;
}
