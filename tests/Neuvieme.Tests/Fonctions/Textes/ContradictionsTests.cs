using System.Text.Json.Nodes;
using Neuvieme.Droit.Couverture;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Textes;

/// <summary>Ce que les textes disent l'un contre l'autre, à l'écran et à la commande.</summary>
public class ContradictionsTests
{
    [Fact]
    public async Task Page_ChaqueLectureALAncreSesTextesEtSesRegles()
    {
        await using var serveur = await ServeurDeTest.Demarrer(Base.Sqlite);
        using var visiteur = serveur.Visiteur();

        var page = await visiteur.Page("/textes/contradictions");

        foreach (var l in LecturesRetenues.Toutes)
        {
            var article = page.GetElementById(l.Id).ShouldNotBeNull(l.Id);
            article.TextContent.ShouldContain(l.Lecture);
            l.Textes.ShouldAllBe(t => article.TextContent.Contains(t, StringComparison.Ordinal));
            l.Regles.ShouldAllBe(c => article.QuerySelector($"a[href='/textes/regles/{c}']") != null);
        }

        page.GetElementById("C01")!.TextContent.ShouldContain("Mois du premier neuvième (écran Paramètres)");
    }

    [Theory]
    [InlineData("etat=choix", "C01", "C02")]
    [InlineData("etat=ailleurs", "C18", "C01")]
    [InlineData("etat=regle", "C01", "C36")]
    [InlineData("texte=annexe", "C06", "C01")]
    [InlineData("texte=article-imp&recherche=DASEN", "C20", "C01")]
    public async Task Filtre_SansJavaScript(string requete, string present, string absent)
    {
        await using var serveur = await ServeurDeTest.Demarrer(Base.Sqlite);
        using var visiteur = serveur.Visiteur();

        var page = await visiteur.Page("/textes/contradictions?" + requete);

        page.GetElementById(present).ShouldNotBeNull();
        page.GetElementById(absent).ShouldBeNull();
    }

    [Fact]
    public async Task Commande_TexteEtJson()
    {
        var texte = await LigneDeCommande.Lancer("droit", "contradictions");
        var json = await LigneDeCommande.Lancer("droit", "contradictions", "--json");

        texte.Code.ShouldBe(0, texte.Erreurs);
        texte.Sortie.TrimEnd().ShouldEndWith("45 contradictions, 19 précisions.");
        JsonArray lectures = JsonNode.Parse(json.Sortie)!.AsArray();
        lectures.Select(l => l!["id"]!.GetValue<string>()).ShouldBe(LecturesRetenues.Toutes.Select(l => l.Id));
        lectures[0]!["parametre"]!.GetValue<string>().ShouldBe("PremierMois");
        lectures[0]!["textes"]!.AsArray().Count.ShouldBe(3);
    }
}
