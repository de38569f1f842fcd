using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Neuvieme.Droit;
using Neuvieme.Droit.Couverture;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Textes.Regles;

/// <summary>Une règle sur un écran : son texte, nos mots, ses dates, ses valeurs, ses motifs, ses cas, ce qui la conteste.</summary>
[AccesPublic]
public sealed class FicheModel : PageModel
{
    public Regle Regle { get; private set; } = null!;
    public string? Reserve => ReservesDeTexte.De(Regle.Source);
    public string Fichier => Reperes.Fichier(Regle.Code);
    public IReadOnlyList<CasEcrit> Cas => Reperes.Cas(Regle.Code);
    public IReadOnlyList<ValeurDeRegle> Valeurs => ValeursDesRegles.De(Regle.Code);
    public IReadOnlyList<(string Code, Regle Regle, Gravite Gravite)> Motifs => [.. Catalogue.Motifs.Where(m => m.Regle == Regle)];
    public IReadOnlyList<LectureRetenue> Lectures => [.. LecturesRetenues.De(Regle.Code)];
    public IReadOnlyList<PointDuReleve> Points => [.. Regle.Catalogue.Select(ReleveDeCouverture.De).OfType<PointDuReleve>()];

    public IActionResult OnGet(string code)
    {
        if (Catalogue.Regles.FirstOrDefault(r => r.Code == code) is not { } regle)
        {
            return NotFound();
        }

        Regle = regle;
        return Page();
    }

    /// <summary>« du 1er septembre 2015 au 28 février 2025 », « depuis le … ».</summary>
    public static string Dates(DateOnly depuis, DateOnly? jusqua) =>
        jusqua is { } fin ? $"du {Socle.Francais.Date(depuis)} au {Socle.Francais.Date(fin)}" : $"depuis le {Socle.Francais.Date(depuis)}";
}
