using Microsoft.AspNetCore.Mvc.RazorPages;
using Neuvieme.Droit;
using Neuvieme.Droit.Couverture;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Socle;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Textes;

/// <summary>Ce que Neuvième applique, ouvert à tous : règles, missions, taux.</summary>
[AccesPublic]
public sealed class IndexModel(Horloge horloge) : PageModel
{
    public sealed record TexteCite(string Nom, string? Reference, int Nombre);

    public DateOnly Jour => horloge.Aujourdhui;
    public int Points => ReleveDeCouverture.Points.Count;
    public int NonCodes => ReleveDeCouverture.Nombre(EtatCouverture.NonCodee);
    public int Lectures => LecturesRetenues.Toutes.Count;
    public IReadOnlyList<Regle> Regles => Catalogue.Regles;
    public IReadOnlyList<Taux> Taux => TauxImp.AuDate(Jour);

    public IEnumerable<TexteCite> Cites => Regles.GroupBy(r => r.Source.Texte)
        .Select(g => new TexteCite(g.Key, g.First().Source.Reference, g.Count())).OrderByDescending(t => t.Nombre);

    public string AdresseDe(string texte) => "/textes/regles?texte=" + Uri.EscapeDataString(texte);
}
