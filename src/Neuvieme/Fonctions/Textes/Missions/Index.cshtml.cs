using Microsoft.AspNetCore.Mvc.RazorPages;
using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Socle;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Textes.Missions;

/// <summary>La nomenclature, le contenu de chaque mission et l'usage des cinq taux.</summary>
[AccesPublic]
public sealed class IndexModel(Horloge horloge) : PageModel
{
    public IReadOnlyList<Taux> Taux => TauxImp.AuDate(horloge.Aujourdhui);
    public Source SourceTaux => Catalogue.Regles.First(r => r.Code == "IMP-TAUX").Source;
    public IEnumerable<FicheMission> Article6 => Nomenclature.Fiches.Where(f => f.EstArticle6);
    public IEnumerable<FicheMission> Article7 => Nomenclature.Fiches.Where(f => !f.EstArticle6);

    public string Signe(UsageTaux usage) => usage switch
    {
        UsageTaux.Usuel => "U",
        UsageTaux.Module => "M",
        UsageTaux.Exceptionnel => "X",
        UsageTaux.HorsOrientation => "–",
        _ => "✗",
    };

    public string Dire(UsageTaux usage) => usage switch
    {
        UsageTaux.Usuel => "usuel",
        UsageTaux.Module => "modulé : à justifier",
        UsageTaux.Exceptionnel => "à titre exceptionnel : à justifier",
        UsageTaux.HorsOrientation => "hors des orientations : possible si justifié, signalé au rectorat",
        _ => "jamais pour cette mission",
    };
}
