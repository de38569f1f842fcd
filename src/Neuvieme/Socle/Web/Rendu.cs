using System.Text;
using Microsoft.AspNetCore.Html;
using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;

namespace Neuvieme.Socle.Web;

/// <summary>Une part de jauge : classe de couleur, valeur en quarts, nom lu à voix haute.</summary>
public sealed record PartDeJauge(string Classe, int Quarts, string Nom);

/// <summary>Les petits dessins communs, en SVG : lisibles sans script, sans style en ligne, et dits par un lecteur d'écran.</summary>
public static class Rendu
{
    static readonly Dictionary<string, string> Couleurs = new()
    {
        ["converti"] = "#6e445a", ["saisi"] = "#18753c", ["valide"] = "#3a9a5f", ["propose"] = "#2f6f9f", ["reserve"] = "#9cc3de", ["prevu"] = "#d7c9a3", ["libre"] = "#eeeeee", ["depasse"] = "#ce0500",
    };

    /// <summary>Les neuf segments : versés en vert, dus en bleu, à venir en gris.</summary>
    public static IHtmlContent Neuf(int verses, int dus, bool decor = false)
    {
        var s = new StringBuilder("<svg class=\"n-neuf\" viewBox=\"0 0 106 9\" preserveAspectRatio=\"none\" ");
        s.Append(decor ? "aria-hidden=\"true\" focusable=\"false\">" : $"role=\"img\" aria-label=\"{verses} sur 9 échus, {9 - verses} à venir\">");
        for (var i = 0; i < 9; i++)
        {
            var couleur = i < verses ? "#18753c" : i < verses + dus ? "#2f6f9f" : "#d5d5d5";
            s.Append($"<rect x=\"{i * 12}\" y=\"0\" width=\"10\" height=\"9\" rx=\"1\" fill=\"{couleur}\"/>");
        }

        return new HtmlString(s.Append("</svg>").ToString());
    }

    public static IHtmlContent Jauge(IReadOnlyList<PartDeJauge> parts, int totalQuarts)
    {
        var echelle = Math.Max(1, Math.Max(totalQuarts, parts.Sum(p => p.Quarts)));
        var dit = string.Join(", ", parts.Where(p => p.Quarts != 0).Select(p => $"{Francais.Centiemes(p.Quarts * 25)} IMP {p.Nom}"));
        var s = new StringBuilder($"<svg class=\"n-jauge\" viewBox=\"0 0 {echelle} 10\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"{(dit.Length == 0 ? "rien d’engagé" : dit)}\">");
        s.Append($"<rect width=\"{echelle}\" height=\"10\" fill=\"#eeeeee\"/>");
        var x = 0;
        foreach (var part in parts.Where(p => p.Quarts > 0))
        {
            s.Append($"<rect x=\"{x}\" width=\"{part.Quarts}\" height=\"10\" fill=\"{Couleurs[part.Classe]}\"/>");
            x += part.Quarts;
        }

        return new HtmlString(s.Append("</svg>").ToString());
    }

    /// <summary>Les trois noms d'un taux, toujours ensemble : « 1 250 € · 1 IMP · taux 003 ».</summary>
    public static string TroisNoms(Montant montant, DateOnly jour) => TauxImp.DeMontant(montant, jour) is { } taux
        ? $"{Euros(montant)} · {taux.Quotite} IMP · taux {taux.Code}" : $"{Euros(montant)} · hors des cinq taux";

    /// <summary>Un mouvement, avec son signe : « +2 », « −0,5 ».</summary>
    public static string Signee(Quotite quotite) => quotite.Quarts switch
    {
        0 => "0",
        > 0 => $"+{quotite}",
        _ => $"−{new Quotite(-quotite.Quarts)}",
    };

    /// <summary>Sans les centimes quand il n'y en a pas : « 1 250 € », mais « 312,50 € ».</summary>
    public static string Euros(Montant montant)
    {
        var texte = montant.ToString();
        return texte.Replace(",00\u00a0€", "\u00a0€", StringComparison.Ordinal);
    }
}
