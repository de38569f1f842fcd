using System.Net;
using Neuvieme.Droit;
using Neuvieme.Tests.Commun;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Textes;

/// <summary>La fiche d'une règle : tout ce qu'un service juridique demande, sur un écran.</summary>
public class RegleTests
{
    [Fact]
    public async Task Fiche_SeuilsDesApsa_DitToutSurUnEcran()
    {
        await using var serveur = await ServeurDeTest.Demarrer(Base.Sqlite);
        using var visiteur = serveur.Visiteur();

        var page = await visiteur.Page("/textes/regles/IMP-APSA-SEUILS");

        var texte = page.QuerySelector("main")!.TextContent;
        foreach (var attendu in (string[])
            [
                "trois enseignants d'EPS", "circulaire n° 2015-058 du 29 avril 2015, II.2, besoins du service", "MENH1506032C", "depuis le 1er septembre 2015", "50 h au moins",
                "IMP-APSA-MOINS-DE-TROIS", "trois enseignants, quarante-neuf heures", "tests/Neuvieme.Droit.Tests/Cas/apsa.yaml", "src/Neuvieme.Droit/ImpSecondDegre/Regles/BesoinsApsa.cs",
                "Seuil et équivalents temps plein d'EPS", "APSA : trois enseignants et cinquante heures",
            ])
            texte.ShouldContain(attendu);
        page.QuerySelector("a[href='/textes/contradictions#C12']").ShouldNotBeNull();
        page.QuerySelector("a[href='/textes/couverture#R103']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Fiche_ChaqueRegle_NommeSonFichier_QuiExiste()
    {
        await using var serveur = await ServeurDeTest.Demarrer(Base.Sqlite);
        using var visiteur = serveur.Visiteur();

        foreach (var regle in Catalogue.Regles)
        {
            var page = await visiteur.Page("/textes/regles/" + regle.Code);
            page.QuerySelector("main")!.TextContent.ShouldContain(regle.Enonce);
            var fichier = page.QuerySelector("dd.n-empreinte")!.TextContent;
            File.Exists(Depot.Chemin(fichier)).ShouldBeTrue($"{regle.Code} : {fichier}");
        }
    }

    [Fact]
    public async Task Fiche_DUneRegleDeLaCirculaire_DitQuElleAEteLueSurUnProjet()
    {
        await using var serveur = await ServeurDeTest.Demarrer(Base.Sqlite);
        using var visiteur = serveur.Visiteur();
        var regles = Catalogue.Regles.Where(r => r.Source.Texte.StartsWith("circulaire n° 2015-058", StringComparison.Ordinal)).ToList();

        regles.Count.ShouldBeGreaterThan(10);
        foreach (var regle in regles)
        {
            (await visiteur.Page("/textes/regles/" + regle.Code)).QuerySelector(".n-regle")!.TextContent.ShouldContain("projet de cette circulaire", Case.Sensitive, regle.Code);
        }
    }

    [Fact]
    public async Task Fiche_DUneRegleTireeDUnArticle_DitSesDates()
    {
        await using var serveur = await ServeurDeTest.Demarrer(Base.Sqlite);
        using var visiteur = serveur.Visiteur();

        var regles = Catalogue.Regles.Where(r => r.Source.Texte.StartsWith("J. Delmas", StringComparison.Ordinal)).ToList();

        regles.ShouldNotBeEmpty();
        foreach (var regle in regles)
        {
            (await visiteur.Page("/textes/regles/" + regle.Code)).QuerySelector(".n-regle")!.TextContent.ShouldContain("juin et de septembre 2023", Case.Sensitive, regle.Code);
        }
    }

    [Theory]
    [InlineData("IMP-INCONNUE")]
    [InlineData("imp-apsa-seuils")]
    public async Task Fiche_CodeInconnu_Introuvable(string code)
    {
        await using var serveur = await ServeurDeTest.Demarrer(Base.Sqlite);
        using var visiteur = serveur.Visiteur();

        await visiteur.Page("/textes/regles/" + code, HttpStatusCode.NotFound);
    }
}
