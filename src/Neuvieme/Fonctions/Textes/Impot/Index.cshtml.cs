using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Neuvieme.Droit;
using Neuvieme.Droit.Fiscalite;
using Neuvieme.Socle;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Textes.Impot;

/// <summary>
/// Ce qui est retenu, exonéré et imposable sur chaque versement, par année civile. Rien de ce qui est saisi n'est gardé, et le
/// formulaire ne le met pas dans l'adresse : un traitement y resterait dans l'historique. Il ne change rien, donc pas de jeton.
/// </summary>
[AccesPublic]
[IgnoreAntiforgeryToken]
public sealed class IndexModel(Horloge horloge) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Montant { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Annee { get; set; }

    /// <summary>Une somme par ligne : « 2026-11 450,00 ».</summary>
    [BindProperty(SupportsGet = true)]
    public string? Versements { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Traitement { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Base { get; set; }

    /// <summary>Jour de la validation ; une validation tardive paie les premiers neuvièmes en rappel.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ValideeLe { get; set; }

    public IReadOnlyList<AnneeFiscale> Annees { get; private set; } = [];
    public IEnumerable<Regle> Regles => Catalogue.Regles.Where(r => r.Rubrique == Rubrique.Fiscalite);

    readonly List<FauteDeSaisie> _fautes = [];

    public void OnGet()
    {
        if (!Request.QueryString.HasValue) Montant = "1250";
        OnPost();
    }

    public void OnPost()
    {
        if (string.IsNullOrWhiteSpace(Annee)) Annee = AnneeScolaire.De(horloge.Aujourdhui).ToString();
        if (Base != "net") Base = "brut";
        Annees = LectureImpot.Partager(
            new(string.IsNullOrWhiteSpace(Montant) ? [] : [Montant.Trim()], Annee.Trim(), "10",
                (Versements ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), Traitement, null, Base, ValideeLe),
            _fautes);
    }

    /// <summary>Les phrases sont celles de la commande, à l'apostrophe droite ; l'écran écrit la courbe.</summary>
    public string Faute(string champ) => string.Join(" ; ", _fautes.Where(f => f.Champ == champ).Select(f => f.Message)).Replace('\'', '’');

    public string? Invalide(string champ) => Faute(champ).Length > 0 ? "true" : null;

    public string Erreur(string champ) => Faute(champ).Length > 0 ? "fr-input-group--error" : "";
}
