using System.Net;
using AngleSharp.Dom;
using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Textes;

public class TextesTests
{
    [Fact]
    public async Task Regles_ChaqueRegleCodeeEstLaAvecSonAncreEtSaSource()
    {
        await using var serveur = await ServeurDeTest.Demarrer(Base.Sqlite);
        using var visiteur = serveur.Visiteur();

        var page = await visiteur.Page("/textes/regles");

        foreach (var regle in Catalogue.Regles)
        {
            var article = page.GetElementById(regle.Code).ShouldNotBeNull(regle.Code);
            article.TextContent.ShouldContain(regle.Enonce);
            article.TextContent.ShouldContain(regle.Source.Texte);
        }
    }

    [Theory]
    // Sans accents ni majuscules ; deux mots veulent dire l'un et l'autre ; l'apostrophe typographique vaut la droite.
    [InlineData("DECHARGE", true)]
    [InlineData("neuviemes soldant", true)]
    [InlineData("l’article 6", true)]
    [InlineData("neuviemes zzz", false)]
    public async Task Regles_Recherche_CommeOnTape(string recherche, bool trouve)
    {
        await using var serveur = await ServeurDeTest.Demarrer(Base.Sqlite);
        using var visiteur = serveur.Visiteur();

        var page = await visiteur.Page("/textes/regles?recherche=" + Uri.EscapeDataString(recherche));

        page.QuerySelectorAll("article.n-loi").Any().ShouldBe(trouve);
        page.QuerySelector("#recherche")!.GetAttribute("value").ShouldBe(recherche);
        (page.QuerySelector(".n-vide") is null).ShouldBe(trouve);
    }

    [Fact]
    public async Task Regles_FiltreParTexte_NeMontreQueLui()
    {
        await using var serveur = await ServeurDeTest.Demarrer(Base.Sqlite);
        using var visiteur = serveur.Visiteur();

        var page = await visiteur.Page("/textes/regles?texte=" + Uri.EscapeDataString("décret n° 2024-577 du 21 juin 2024"));

        var articles = page.QuerySelectorAll("article.n-loi").ToList();
        articles.ShouldNotBeEmpty();
        articles.ShouldAllBe(a => a.QuerySelector(".n-source")!.TextContent.Contains("2024-577", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Recherche_DuHtml_EstMontreeLitteralement()
    {
        await using var serveur = await ServeurDeTest.Demarrer(Base.Sqlite);
        using var visiteur = serveur.Visiteur();

        var page = await visiteur.Page("/textes/regles?recherche=" + Uri.EscapeDataString("\"><script>alert(1)</script>"));

        page.QuerySelectorAll("script").ShouldBeEmpty();
        page.QuerySelector("#recherche")!.GetAttribute("value").ShouldBe("\"><script>alert(1)</script>");
    }

    [Theory]
    // Table V2 des taux : coordination de discipline, de niveau, APSA, tutorat.
    [InlineData("IMP-DISC", "–MUM–")]
    [InlineData("IMP-NIV", "––UUX")]
    [InlineData("IMP-APSA", "✗✗UU✗")]
    [InlineData("IMP-CULT", "–UM––")]
    [InlineData("IMP-TUT", "UU–––")]
    public async Task Missions_MatriceDesTaux_CommeLesOrientations(string code, string signes)
    {
        await using var serveur = await ServeurDeTest.Demarrer(Base.Sqlite);
        using var visiteur = serveur.Visiteur();

        var page = await visiteur.Page("/textes/missions");

        var ligne = page.QuerySelector($".n-matrice a[href='#{code}']")!.Closest("tr")!;
        string.Concat(ligne.QuerySelectorAll("td").Select(c => c.TextContent.Trim())).ShouldBe(signes);
        page.GetElementById(code).ShouldNotBeNull().Closest("details").ShouldNotBeNull();
    }

    [Fact]
    public async Task Missions_ToutesLesFichesEtLesCinqTaux()
    {
        await using var serveur = await ServeurDeTest.Demarrer(Base.Sqlite);
        using var visiteur = serveur.Visiteur();

        var page = await visiteur.Page("/textes/missions");

        Nomenclature.Fiches.ShouldAllBe(f => page.GetElementById(f.Code) != null);
        page.Body!.TextContent.ShouldContain("312,50\u00a0€");
        page.Body.TextContent.ShouldContain("3\u202f750\u00a0€");
    }

    [Fact]
    public async Task PagesPubliques_SansCompte_EnCacheEtSansCookie()
    {
        await using var serveur = await ServeurDeTest.Demarrer(Base.Sqlite);
        using var visiteur = serveur.Visiteur();
        foreach (var url in (string[])["/textes", "/textes/regles", "/textes/missions", "/textes/couverture", "/textes/contradictions", "/textes/comparer", "/textes/impot"])
        {
            using var premiere = await visiteur.Obtenir(url);
            using var seconde = await visiteur.Obtenir(url);

            foreach (var reponse in (HttpResponseMessage[])[premiere, seconde])
            {
                reponse.StatusCode.ShouldBe(HttpStatusCode.OK);
                reponse.Headers.CacheControl!.ToString().ShouldBe("public, max-age=300");
                reponse.Headers.Contains("Set-Cookie").ShouldBeFalse(url);
                reponse.Headers.Vary.ShouldContain("Cookie");
                reponse.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("default-src 'none'");
            }

            seconde.Headers.Age.ShouldNotBeNull(url);
            (await seconde.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe(await premiere.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task PagesPubliques_Connecte_MontrentSonEnteteEtNeSontPasGardees()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var anonyme = serveur.Visiteur();
        using var principal = await serveur.Visiteur("principal@demo.neuvieme.fr");
        await anonyme.Page("/textes/regles");

        using var reponse = await principal.Obtenir("/textes/regles");
        var texte = await reponse.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var ensuite = await anonyme.Page("/textes/regles");

        texte.ShouldContain("Hugo Roussel");
        reponse.Headers.CacheControl!.NoStore.ShouldBeTrue();
        ensuite.Body!.TextContent.ShouldNotContain("Hugo Roussel");
    }
}
