using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Neuvieme.Droit.Couverture;
using Neuvieme.Socle;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Textes.Contradictions;

/// <summary>Où les textes se contredisent ou se taisent, et la lecture retenue ; chaque identifiant est une ancre.</summary>
[AccesPublic]
public sealed class IndexModel : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Etat { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Texte { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Recherche { get; set; }

    public IReadOnlyList<LectureRetenue> Trouvees { get; private set; } = [];

    public static IReadOnlyList<(string Nom, string Libelle)> Etats { get; } =
        [("regle", "tenue par une règle"), ("choix", "au choix de l’académie"), ("ailleurs", "tenue en partie ou en entier hors des règles")];

    /// <summary>Les documents qui se contredisent, par les mots qui les nomment.</summary>
    public static IReadOnlyList<(string Nom, string Libelle, string Mots)> Textes { get; } =
    [
        ("decret", "Décret n° 2015-475", "décret n° 2015-475"), ("circulaire", "Circulaire n° 2015-058", "circulaire n° 2015-058"),
        ("annexe", "Note de service de 2025, annexe 1", "annexe 1"), ("article-imp", "Article sur l’IMP", "« IMP,"), ("article-pacte", "Article sur le Pacte", "les missions pour les profs"),
    ];

    public bool Filtre => Etats.Any(e => e.Nom == Etat) || Textes.Any(t => t.Nom == Texte) || !string.IsNullOrWhiteSpace(Recherche);

    public void OnGet()
    {
        var mots = Textes.FirstOrDefault(t => t.Nom == Texte).Mots;
        Trouvees = [.. LecturesRetenues.Toutes.Where(l => Etat switch
            {
                "regle" => l.Regles.Count > 0,
                "choix" => l.Parametre is not null,
                "ailleurs" => l.Ailleurs is not null,
                _ => true,
            })
            .Where(l => mots is null || l.Textes.Any(t => t.Contains(mots, StringComparison.Ordinal)))
            .Where(l => Recherches.Contient($"{l.Id} {l.Sujet} {l.Lecture} {string.Join(' ', l.Textes)} {string.Join(' ', l.Regles)}", Recherche))];
    }
}
