using AngleSharp.Html.Dom;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Suivi;

static class GestesDeVisa
{
    /// <summary>Le recteur coche toutes les lignes de sa file, et vise.</summary>
    public static Task<IHtmlDocument> ViserTout(this Visiteur recteur) => recteur.Decider("Viser les lignes cochées", "");

    public static async Task<IHtmlDocument> Decider(this Visiteur recteur, string bouton, string motif)
    {
        var file = await recteur.Page("/suivi/viser");
        (string, string)[] lignes = [.. file.QuerySelectorAll("input[name=Lues]").Select(i => ("Lues", i.GetAttribute("value")!))];
        lignes.ShouldNotBeEmpty("rien n'attend de visa");
        return await recteur.CliquerSur(file, bouton, [.. lignes, ("Motif", motif)]);
    }
}
