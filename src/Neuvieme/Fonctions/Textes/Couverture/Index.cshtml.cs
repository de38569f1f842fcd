using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Neuvieme.Droit;
using Neuvieme.Droit.Couverture;
using Neuvieme.Socle;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Textes.Couverture;

/// <summary>Chaque point du relevé documentaire, et ce qui le tient ; son identifiant est une ancre.</summary>
[AccesPublic]
public sealed class IndexModel : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Etat { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Texte { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Recherche { get; set; }

    public IReadOnlyList<PointDuReleve> Trouves { get; private set; } = [];

    public static IReadOnlyList<(string Nom, EtatCouverture Etat)> Etats { get; } = [.. Enum.GetValues<EtatCouverture>().Select(e => (EcritureJson.Nom(e), e))];

    public bool Filtre => Etats.Any(e => e.Nom == Etat) || !string.IsNullOrEmpty(Texte) || !string.IsNullOrWhiteSpace(Recherche);

    public static IEnumerable<string> Textes => Catalogue.Regles.Where(r => r.Catalogue.Count > 0).Select(r => r.Source.Texte).Distinct(StringComparer.Ordinal);

    public void OnGet()
    {
        // Un état inconnu ne filtre pas : l'adresse a pu être tapée.
        EtatCouverture? etat = Etats.Where(e => e.Nom == Etat).Select(e => (EtatCouverture?)e.Etat).FirstOrDefault();
        Trouves = [.. ReleveDeCouverture.Points.Where(p => etat is null || p.Etat == etat)
            .Where(p => string.IsNullOrEmpty(Texte) || p.Textes.Contains(Texte, StringComparer.Ordinal))
            .Where(p => Recherches.Contient($"{p.Id} {p.Objet} {p.Section.Titre} {p.Raison} {string.Join(' ', p.Regles.Select(r => r.Code))}", Recherche))];
    }
}
