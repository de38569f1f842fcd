using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Parametres;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.ParametresDeLAcademie;

public class ParametresTests
{
    const string Recteur = "recteur@demo.neuvieme.fr";
    const string Url = "/parametres/modifier?cle=PremierMois";

    [Theory, SurLesDeuxBases]
    public async Task Modifier_AVenir_VautSeulementCeJourLa(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var recteur = await serveur.Visiteur(Recteur);

        await recteur.EnvoyerFormulaire(Url, ("Valeur", "11"), ("Depuis", "2027-09-01"), ("Motif", "Note de service de rentrée"));

        recteur.Ici.ShouldBe("/parametres");
        var page = await recteur.Page("/parametres");
        page.QuerySelector("h2")!.TextContent.ShouldContain("octobre");
        page.QuerySelector("tbody tr")!.TextContent.ShouldContain("novembre");
        page.QuerySelector("tbody tr")!.TextContent.ShouldContain("à venir");
        var ct = TestContext.Current.CancellationToken;
        (await serveur.Lire(db => Parametre.DuJour(db, Demonstration.Academie, new DateOnly(2027, 8, 31), ct))).PremierMois.ShouldBe(10);
        (await serveur.Lire(db => Parametre.DuJour(db, Demonstration.Academie, new DateOnly(2027, 9, 1), ct))).PremierMois.ShouldBe(11);
        var entree = await serveur.Lire(db => db.Journal.OrderByDescending(e => e.Rang).FirstAsync(e => e.Portee == "academie:99"));
        entree.Objet.ShouldBe("parametre:PremierMois");
        entree.Motif.ShouldBe("Note de service de rentrée");
    }

    [Theory]
    // Premier neuvième de septembre à décembre ; jour limite de 1 à 31 ; un motif ; une date d'effet raisonnable.
    [InlineData("PremierMois", "8", "2026-09-01", "essai", "septembre à décembre")]
    [InlineData("PremierMois", "13", "2026-09-01", "essai", "septembre à décembre")]
    [InlineData("JourLimitePaie", "0", "2026-09-01", "essai", "du 1 au 31")]
    [InlineData("PremierMois", "11", "2026-09-01", "", "Écrivez le motif")]
    [InlineData("PremierMois", "11", "2035-09-01", "essai", "dans deux ans")]
    [InlineData("PremierMois", "10", "2026-09-01", "essai", "déjà la valeur")]
    public async Task Modifier_HorsBornes_Refuse(string cle, string valeur, string depuis, string motif, string message)
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var recteur = await serveur.Visiteur(Recteur);

        var page = await recteur.EnvoyerFormulaire("/parametres/modifier?cle=" + cle, ("Valeur", valeur), ("Depuis", depuis), ("Motif", motif));

        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain(message);
        (await serveur.Lire(db => db.Parametres.AnyAsync())).ShouldBeFalse();
    }

    [Theory, SurLesDeuxBases]
    public async Task Modifier_ChangeEntreTemps_DitQui_PuisLaisseEnregistrer(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var recteur = await serveur.Visiteur(Recteur);
        var ouverte = await recteur.Page(Url);
        await recteur.EnvoyerFormulaire(Url, ("Valeur", "11"), ("Depuis", "2026-09-01"), ("Motif", "première décision"));

        var page = await recteur.Soumettre(ouverte, Url, ("Valeur", "12"), ("Depuis", "2026-09-02"), ("Motif", "seconde décision"));

        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("Maud Delaunay a choisi « novembre »");
        ((IHtmlInputElement)page.QuerySelector("[name=Motif]")!).Value.ShouldBe("seconde décision");
        await recteur.Soumettre(page, Url);
        (await serveur.Lire(db => db.Parametres.OrderBy(p => p.Id).Select(p => p.Valeur).ToListAsync())).ShouldBe([11, 12]);
    }

    [Fact]
    public async Task Gestionnaire_LitSansModifier()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var gestion = await serveur.Visiteur("gestion@demo.neuvieme.fr");

        (await gestion.Page("/parametres")).QuerySelectorAll("a[href^='/parametres/modifier']").ShouldBeEmpty();
        await gestion.Page(Url, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Parametres_ChacunCiteUneRegleQuiExiste()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var recteur = await serveur.Visiteur(Recteur);

        var page = await recteur.Page("/parametres");

        FicheParametre.Toutes.Select(f => f.Cle).ShouldBe(Enum.GetValues<CleParametre>());
        FicheParametre.Toutes.ShouldAllBe(f => page.QuerySelector($"a[href='/textes/regles#{f.CodeRegle}']") != null);
    }
}
