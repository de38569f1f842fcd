using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Personnels;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Personnels;

public class ListeTests
{
    const string Principal = "principal@demo.neuvieme.fr";
    const string Xss = "<script>alert('nom')</script>";

    [Theory, SurLesDeuxBases]
    public async Task Liste_LesSiensSeulement_RangesSansAccents(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var principal = await serveur.Visiteur(Principal);

        var noms = Noms(await principal.Page("/personnels"));

        noms.ShouldContain("KERVELLA Anne Sophie");
        noms.ShouldNotContain("BERNARD Paul");
        // RIVIÈRE se range entre OLLIVIER… et ROBERT comme si elle s'écrivait RIVIERE.
        noms.IndexOf("RIVIÈRE Jeanne").ShouldBeLessThan(noms.IndexOf("ROBERT Noël"));
        noms.IndexOf("PETIT Gaël").ShouldBeLessThan(noms.IndexOf("RIVIÈRE Jeanne"));
    }

    [Theory, SurLesDeuxBases]
    public async Task Liste_RechercheEtPresence_DansLAdresse(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, async db =>
            await db.Affectations.Where(a => a.Agent!.NomUsage == "NGUYEN").ExecuteUpdateAsync(s => s.SetProperty(a => a.Presente, false)));
        using var principal = await serveur.Visiteur(Principal);

        Noms(await principal.Page("/personnels?recherche=riviere")).ShouldBe(["RIVIÈRE Jeanne"]);
        Noms(await principal.Page("/personnels?recherche=techno&presence=Absents")).ShouldBe(["NGUYEN Linh"]);
        Noms(await principal.Page("/personnels?recherche=techno")).ShouldBe(["PETIT Gaël"]);
        (await principal.Page("/personnels?recherche=personne-ainsi")).QuerySelector(".n-vide").ShouldNotBeNull();
    }

    [Theory, SurLesDeuxBases]
    public async Task Liste_AbsentAvecMission_LeDit(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, async db =>
            await db.Affectations.Where(a => a.Agent!.NomUsage == "KERVELLA").ExecuteUpdateAsync(s => s.SetProperty(a => a.Presente, false)));
        using var principal = await serveur.Visiteur(Principal);

        var ligne = (await principal.Page("/personnels?presence=Absents")).QuerySelectorAll("table").Last().QuerySelectorAll("tbody tr").Single();

        ligne.TextContent.ShouldContain("absent, mission en cours");
    }

    [Fact]
    public async Task Liste_SansAgent_MeneALImport()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite, async db => await db.Affectations.Where(a => a.Uai == "0990001N").ExecuteDeleteAsync());
        using var principal = await serveur.Visiteur(Principal);

        (await principal.Page("/personnels")).QuerySelector(".n-vide a[href='/personnels/importer']").ShouldNotBeNull();
    }

    [Theory, SurLesDeuxBases]
    public async Task CompteEps_DeLaDemonstration_QuatreVingtDixSeptHeures(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var principal = await serveur.Visiteur(Principal);

        var page = await principal.Page("/personnels");

        // Quatre fois 17 + 3 h à 20 h de service, soit 4 ETP, et un agrégé à 14 + 3 h sur 17, soit 1 : 97 h et 5 ETP.
        page.QuerySelectorAll("h2").Select(h => h.TextContent).ShouldContain(t => t.Contains("5 enseignants, 97\u00a0h, 5 ETP", StringComparison.Ordinal));
        page.Body!.TextContent.ShouldContain("2\u202f500\u00a0€ · 2 IMP · taux 004");
    }

    [Theory, SurLesDeuxBases]
    public async Task CompteEps_MoinsDeTroisEnseignants_DitPourquoiRienNEstDu(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, async db =>
            await db.Affectations.Where(a => a.EnseigneEps && a.Agent!.NomUsage != "KERVELLA" && a.Agent.NomUsage != "FAURE").ExecuteUpdateAsync(s => s.SetProperty(a => a.EnseigneEps, false)));
        using var principal = await serveur.Visiteur(Principal);

        var page = await principal.Page("/personnels");

        page.QuerySelectorAll("a[href='/textes/regles#IMP-APSA-SEUILS']").ShouldNotBeEmpty();
        page.Body!.TextContent.ShouldNotContain("Ce compte ouvre la coordination");
    }

    [Theory, SurLesDeuxBases]
    public async Task NomAvecDuHtml_MontreLitteralement_EtCsvSansFormule(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, async db =>
        {
            await db.Agents.Where(a => a.NomUsage == "PETIT").ExecuteUpdateAsync(s => s.SetProperty(a => a.NomUsage, Xss));
            await db.Agents.Where(a => a.NomUsage == "MOREL").ExecuteUpdateAsync(s => s.SetProperty(a => a.NomUsage, "=CMD|' /C calc'!A0"));
        });
        using var principal = await serveur.Visiteur(Principal);

        var page = await principal.Page("/personnels");
        using var reponse = await principal.Obtenir("/personnels?handler=Csv");
        var octets = await reponse.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var lignes = Encoding.UTF8.GetString(octets).Split("\r\n");

        page.QuerySelectorAll("script").ShouldBeEmpty();
        Noms(page).ShouldContain(Xss + " Gaël");
        octets[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        lignes[0].ShouldEndWith("Nom;Prénom;Fonction;Corps;Discipline;Courriel;Présent;Identifiant STS;Missions;Heures d’EPS");
        lignes.ShouldContain(l => l.StartsWith("'=CMD|' /C calc'!A0;Zoé;", StringComparison.Ordinal));
        reponse.Content.Headers.ContentDisposition!.FileName.ShouldBe("personnels-0990001N-2026-2027.csv");
    }

    [Fact]
    public async Task Agent_NEntrePas()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var agent = await serveur.Visiteur("anne.kervella@demo.neuvieme.fr");

        await agent.Page("/personnels", HttpStatusCode.Forbidden);
    }

    static List<string> Noms(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("table").Last().QuerySelectorAll("tbody th").Select(t => t.ChildNodes.OfType<IText>().First().Text.Trim())];
}
