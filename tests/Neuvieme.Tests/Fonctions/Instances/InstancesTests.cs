using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Instances;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Instances;

public class InstancesTests
{
    const string Principal = "principal@demo.neuvieme.fr";

    static Task<ServeurDeTest> SansAvis(Base sur) => ServeurDeTest.Demo(sur, db => db.Avis.ExecuteDeleteAsync());

    static (string, string)[] Le(string date) => [("RenduLe", date), ("Sens", "Favorable")];

    [Theory, SurLesDeuxBases]
    public async Task ConseilAdministration_AvantLeConseilPedagogique_EstRefuse(Base sur)
    {
        await using var serveur = await SansAvis(sur);
        using var chef = await serveur.Visiteur(Principal);

        var sansCp = await chef.EnvoyerFormulaire("/instances/enregistrer?instance=ConseilAdministration", Le("2026-05-12"));
        await chef.EnvoyerFormulaire("/instances/enregistrer?instance=ConseilPedagogique", Le("2026-03-20"));
        // R044 : avis CA du 10 mars et avis CP du 20 mars, refusé pour l'ordre.
        var avantCp = await chef.EnvoyerFormulaire("/instances/enregistrer?instance=ConseilAdministration", Le("2026-03-10"));
        await chef.EnvoyerFormulaire("/instances/enregistrer?instance=ConseilAdministration", Le("2026-03-20"));

        sansCp.QuerySelector("[role=alert]")!.TextContent.ShouldContain("conseil pédagogique donne son avis avant");
        avantCp.QuerySelector("[role=alert]")!.TextContent.ShouldContain("20 mars 2026");
        chef.Ici.ShouldBe("/instances");
        (await serveur.Lire(db => db.Avis.CountAsync(a => a.Uai == Demonstration.College))).ShouldBe(2);
    }

    [Theory, SurLesDeuxBases]
    public async Task Avis_FigeLaRepartitionSansAucunNom_EtMontreCeQuiAChange(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);

        await chef.EnvoyerFormulaire("/repartition/ajouter?code=IMP-CHOR", ("Saisie.Intitule", "Rencontre de chorales"), ("Saisie.Parts[0].Centimes", "31250"));
        var page = await chef.Page("/instances");

        page.QuerySelector("main")!.TextContent.ShouldContain("ajoutée : Rencontre de chorales (312,50\u00a0€)");
        var plan = await serveur.Lire(db => db.Avis.Where(a => a.Uai == Demonstration.College && a.Instance == Instance.ConseilAdministration).Select(a => a.PlanPresente).SingleAsync());
        // R048 : le conseil voit les missions, non les personnes.
        plan.ShouldNotContain("KERVELLA");
        plan.ShouldContain("IMP-APSA");
    }

    [Theory]
    [InlineData("2026-09-09", "futur")]
    [InlineData("2024-05-12", "2026-2027")]
    public async Task Avis_DateImpossible_EstRefusee(string date, string dit)
    {
        await using var serveur = await SansAvis(Base.Sqlite);
        using var chef = await serveur.Visiteur(Principal);

        var page = await chef.EnvoyerFormulaire("/instances/enregistrer?instance=ConseilPedagogique", Le(date));

        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain(dit);
    }

    [Fact]
    public async Task Avis_DeuxFoisLeMemeJour_EstRefuse()
    {
        await using var serveur = await SansAvis(Base.Sqlite);
        using var chef = await serveur.Visiteur(Principal);
        await chef.EnvoyerFormulaire("/instances/enregistrer?instance=ConseilPedagogique", Le("2026-05-12"));

        var page = await chef.EnvoyerFormulaire("/instances/enregistrer?instance=ConseilPedagogique", Le("2026-05-12"));

        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("déjà enregistré");
    }
}
