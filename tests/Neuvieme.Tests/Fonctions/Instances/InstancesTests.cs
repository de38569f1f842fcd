using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Instances;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Instances;

public class InstancesTests
{
    const string Principal = "principal@demo.neuvieme.fr";

    static Task<ServeurDeTest> AvantLesConseils(Base sur) => ServeurDeTest.Demo(sur, SansAvis.Retirer);

    static (string, string)[] Le(string date) => [("RenduLe", date), ("Sens", "Favorable")];

    [Theory, SurLesDeuxBases]
    public async Task ConseilAdministration_AvantLeConseilPedagogique_EstRefuse(Base sur)
    {
        await using var serveur = await AvantLesConseils(sur);
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
        await using var serveur = await AvantLesConseils(Base.Sqlite);
        using var chef = await serveur.Visiteur(Principal);

        var page = await chef.EnvoyerFormulaire("/instances/enregistrer?instance=ConseilPedagogique", Le(date));

        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain(dit);
    }

    [Fact]
    public async Task Avis_DeuxFoisLeMemeJour_EstRefuse()
    {
        await using var serveur = await AvantLesConseils(Base.Sqlite);
        using var chef = await serveur.Visiteur(Principal);
        await chef.EnvoyerFormulaire("/instances/enregistrer?instance=ConseilPedagogique", Le("2026-05-12"));

        var page = await chef.EnvoyerFormulaire("/instances/enregistrer?instance=ConseilPedagogique", Le("2026-05-12"));

        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("déjà enregistré");
    }

    [Theory, SurLesDeuxBases]
    public async Task Complement_AuConseilPedagogique_NeDefaitPasLesAvisDejaRendus(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);
        await chef.EnvoyerFormulaire("/repartition/ajouter?code=IMP-CULT", ("Saisie.Intitule", "Chorale"), ("Saisie.Parts[0].Centimes", "62500"));

        // L'ordre s'apprécie sur ce que chaque conseil a vu (décret art. 8) : le complément de septembre ne concerne que la mission ajoutée.
        var jour = DateOnly.FromDateTime(serveur.Temps.GetUtcNow().Date).ToString("yyyy-MM-dd");
        await chef.EnvoyerFormulaire("/instances/enregistrer?instance=ConseilPedagogique", Le(jour));

        chef.Ici.ShouldBe("/instances");
        var tableau = await chef.Page("/repartition");
        tableau.QuerySelector("main")!.TextContent.ShouldNotContain("avant le conseil pédagogique");
        var ajoutee = tableau.QuerySelectorAll("tbody tr").Single(l => l.TextContent.Contains("Chorale", StringComparison.Ordinal));
        ajoutee.TextContent.ShouldContain("conseil d'administration");
    }

    [Theory, SurLesDeuxBases]
    public async Task MissionJamaisPresentee_NeSeProposePas(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);

        await chef.EnvoyerFormulaire("/repartition/ajouter?code=IMP-CULT", ("Saisie.Intitule", "Chorale"), ("Saisie.Parts[0].Centimes", "62500"));

        var ligne = (await chef.Page("/attributions")).QuerySelectorAll("tbody tr").Single(l => l.TextContent.Contains("Chorale", StringComparison.Ordinal));
        ligne.TextContent.ShouldContain("avis du conseil pédagogique");
        // Le conseil d'administration ne se prononce pas sur ce que le conseil pédagogique n'a pas vu.
        var jour = DateOnly.FromDateTime(serveur.Temps.GetUtcNow().Date).ToString("yyyy-MM-dd");
        var chorale = await serveur.Lire(db => db.Missions.Where(m => m.Intitule == "Chorale").Select(m => m.Id).SingleAsync());
        (await chef.EnvoyerFormulaire("/instances/enregistrer?instance=ConseilAdministration", [.. Le(jour), ("Missions", $"{chorale}")])).QuerySelector("[role=alert]")!.TextContent.ShouldContain("n’a pas vu « Chorale »");
    }

    [Theory, SurLesDeuxBases]
    public async Task Avis_DontLeSensContreditLesVoix_EstRefuse_PuisSeRetireAvecSonMotif(Base sur)
    {
        await using var serveur = await AvantLesConseils(sur);
        using var chef = await serveur.Visiteur(Principal);
        const string adresse = "/instances/enregistrer?instance=ConseilPedagogique";

        (await chef.EnvoyerFormulaire(adresse, [.. Le("2026-05-12"), ("Pour", "0"), ("Contre", "50")])).QuerySelector("[role=alert]")!.TextContent.ShouldContain("contredit");
        await chef.EnvoyerFormulaire(adresse, [.. Le("2026-05-12"), ("Pour", "5"), ("Contre", "2")]);
        // Un jour après toutes les propositions de la démonstration : rien ne s'y fonde.
        await serveur.Lire(db => db.Attributions.ExecuteUpdateAsync(a => a.SetProperty(x => x.ProposeeLe, (DateTime?)null)));
        var id = await serveur.Lire(db => db.Avis.Where(a => a.Uai == Demonstration.College).Select(a => a.Id).SingleAsync());
        (await chef.EnvoyerFormulaire($"/instances/retirer/{id}", ("Motif", ""))).QuerySelector("[role=alert]")!.TextContent.ShouldContain("pourquoi");
        await chef.EnvoyerFormulaire($"/instances/retirer/{id}", ("Motif", "séance du 13, pas du 12"));

        (await serveur.Lire(db => db.Avis.CountAsync(a => a.Uai == Demonstration.College))).ShouldBe(0);
        (await serveur.Lire(db => db.Journal.AnyAsync(j => j.Action == "avis retiré" && j.Motif.Contains("séance")))).ShouldBeTrue();
    }

    [Fact]
    public async Task Retirer_UnAvisQuiFondeUneProposition_EstRefuse()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var chef = await serveur.Visiteur(Principal);
        var id = await serveur.Lire(db => db.Avis.Where(a => a.Uai == Demonstration.College && a.Instance == Instance.ConseilPedagogique).Select(a => a.Id).SingleAsync());

        (await chef.EnvoyerFormulaire($"/instances/retirer/{id}", ("Motif", "erreur"))).QuerySelector("[role=alert]")!.TextContent.ShouldContain("ne se retire plus");
    }
}
