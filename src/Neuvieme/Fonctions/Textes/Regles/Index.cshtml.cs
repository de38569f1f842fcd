using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Neuvieme.Droit;
using Neuvieme.Socle;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Textes.Regles;

/// <summary>Chaque règle codée ; son code est une ancre que les autres pages citent.</summary>
[AccesPublic]
public sealed class IndexModel : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Recherche { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Texte { get; set; }

    public IReadOnlyList<Regle> Trouvees { get; private set; } = [];

    public int Total => Catalogue.Regles.Count;
    public bool Filtre => !string.IsNullOrWhiteSpace(Recherche) || !string.IsNullOrEmpty(Texte);
    public IEnumerable<string> Noms => Catalogue.Regles.Select(r => r.Source.Texte).Distinct();

    public void OnGet()
    {
        var mots = Recherche ?? "";
        Trouvees = [.. Catalogue.Regles.Where(r => string.IsNullOrEmpty(Texte) || r.Source.Texte == Texte)
            .Where(r => Recherches.Contient($"{r.Code} {r.Enonce} {r.Source} {r.Source.Reference} {Libelle(r.Rubrique)}", mots))
            .OrderBy(r => r.Rubrique)];
    }

    public static string Libelle(Rubrique rubrique) => rubrique switch
    {
        Rubrique.Vigueur => "Le texte s’applique-t-il ?",
        Rubrique.Beneficiaire => "Qui peut recevoir",
        Rubrique.Mission => "La mission",
        Rubrique.Besoin => "Les besoins du service",
        Rubrique.Taux => "Le taux",
        Rubrique.Procedure => "Accord et avis",
        Rubrique.Enveloppe => "L’enveloppe",
        Rubrique.Fiscalite => "Net, cotisations et impôt",
        Rubrique.Comparaison => "Ce que rapporte une heure",
        _ => "Le versement",
    };
}
