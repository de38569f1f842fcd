using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Etablissements;

public class ListeTests
{
    const string Gestion = "gestion@demo.neuvieme.fr";

    [Theory, SurLesDeuxBases]
    public async Task Liste_ChiffresDeLaDemonstration(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var gestion = await serveur.Visiteur(Gestion);

        var page = await gestion.Page("/etablissements");

        // Collège, en IMP : 8 notifiées ; voyage ¼ et tutorat ½ prévus ; culture ½ et décrochage 1 réservés ; numérique 2
        // proposé ; EPS 2 et mathématiques 1 validés : 8 − 1,5 − 2 − 3 = 1,5 non engagé. Avis du CA le 26 mai.
        Ligne(page, Demonstration.College).ShouldBe(["8", "¾", "1,5", "2", "3", "1,5", "26/05/2026", "15"]);
        // Lycée : 10 notifiées ; mathématiques 1 réservé ; tutorat ¼ et SVT 2 renvoyé ; numérique 3 et tutorat ½ validés.
        Ligne(page, Demonstration.Lycee).ShouldBe(["10", "—", "3", "¼", "3,5", "3,25", "26/05/2026", "10"]);
        page.QuerySelectorAll("tfoot td").Select(c => c.TextContent.Trim()).ShouldBe(["18", "¾", "4,5", "2,25", "6,5", "4,75", "2 sur 2", "25", ""]);
        page.QuerySelector($"a[href='/enveloppes/notifier?uai={Demonstration.College}']").ShouldNotBeNull();
    }

    [Theory, SurLesDeuxBases]
    public async Task Liste_SonAcademieSeulement_FiltresDansLAdresse(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, Ajouter);
        using var gestion = await serveur.Visiteur(Gestion);

        Uais(await gestion.Page("/etablissements")).ShouldBe(["0990003R", Demonstration.College, Demonstration.Lycee]);
        Uais(await gestion.Page("/etablissements?recherche=ecole")).ShouldBe(["0990003R"]);
        Uais(await gestion.Page("/etablissements?voir=NonNotifies")).ShouldBe(["0990003R"]);
        Uais(await gestion.Page("/etablissements?voir=SansAgents")).ShouldBe(["0990003R"]);
        Uais(await gestion.Page("/etablissements?voir=AInstruire")).ShouldBe([Demonstration.College, Demonstration.Lycee]);
        Uais(await gestion.Page("/etablissements?voir=SansAvis")).ShouldBeEmpty();
    }

    [Theory, SurLesDeuxBases]
    public async Task Csv_NombresQueLeTableurCalcule(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var gestion = await serveur.Visiteur(Gestion);

        var csv = Encoding.UTF8.GetString(await gestion.Http.GetByteArrayAsync("/etablissements?handler=Csv&recherche=neuvaine", TestContext.Current.CancellationToken)).Split("\r\n");

        csv[1].ShouldBe("0990002P;Lycée de la Neuvaine;Ville-Test;10;0;3;0,25;3,5;3,25;26/05/2026;10");
        csv.Length.ShouldBe(3);
    }

    [Theory, SurLesDeuxBases]
    public async Task Denomination_AvecDuHtml_MontreeLitteralement(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, async db =>
            await db.Etablissements.Where(e => e.Uai == Demonstration.Lycee).ExecuteUpdateAsync(s => s.SetProperty(e => e.Denomination, "<script>alert(1)</script>")));
        using var gestion = await serveur.Visiteur(Gestion);

        var page = await gestion.Page("/etablissements");

        page.QuerySelectorAll("script").ShouldBeEmpty();
        page.QuerySelectorAll("tbody th").ShouldContain(t => t.TextContent.Contains("<script>alert(1)</script>", StringComparison.Ordinal));
    }

    static async Task Ajouter(NeuviemeDb db)
    {
        db.Academies.Add(new() { Code = "14", Libelle = "Rennes" });
        db.Etablissements.Add(new() { Uai = "0350710G", Denomination = "Collège d’ailleurs", AcademieCode = "14", NatureCode = "340" });
        db.Etablissements.Add(new() { Uai = "0990003R", Denomination = "Collège de l’École", AcademieCode = Demonstration.Academie, NatureCode = "340" });
        await db.SaveChangesAsync();
    }

    static IReadOnlyList<string> Ligne(IHtmlDocument page, string uai) =>
        [.. page.QuerySelectorAll("tbody tr").Single(l => l.TextContent.Contains(uai, StringComparison.Ordinal)).QuerySelectorAll("td").SkipLast(1).Select(c => c.TextContent.Trim())];

    static IReadOnlyList<string> Uais(IHtmlDocument page) => [.. page.QuerySelectorAll("tbody th .n-discret").Select(t => t.TextContent[..8])];
}
