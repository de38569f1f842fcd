using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Instances;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Instances;

/// <summary>Un avis ne vaut que pour ce que l'instance a vu, et ne refonde pas ce qui est déjà décidé (décret art. 8).</summary>
public class MissionsVuesTests
{
    const string Principal = "principal@demo.neuvieme.fr";

    static async Task<string> Controles(Visiteur chef, string intitule) =>
        (await chef.Page("/attributions")).QuerySelectorAll("tbody tr").First(l => l.TextContent.Contains(intitule, StringComparison.Ordinal)).TextContent;

    static Task<long> Id(ServeurDeTest serveur, string code) => serveur.Lire(db => db.Missions.Where(m => m.Code == code && m.Uai == Demonstration.College).Select(m => m.Id).SingleAsync());

    [Theory, SurLesDeuxBases]
    public async Task Enregistrer_NeVautQueDesMissionsCochees(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, SansAvis.Retirer);
        using var chef = await serveur.Visiteur(Principal);
        var voyage = await Id(serveur, "IMP-VOY");

        await chef.EnvoyerFormulaire("/instances/enregistrer?instance=ConseilPedagogique", ("RenduLe", "2026-05-12"), ("Missions", $"{voyage}"));

        (await Controles(chef, "Voyage à Séville")).ShouldNotContain("avis du conseil pédagogique");
        (await Controles(chef, "Tutorat des élèves de 3e")).ShouldContain("avis du conseil pédagogique");
        // Le conseil d'administration n'a pu voir que la mission déjà vue : les autres ne sont pas cochées d'avance.
        var page = await chef.Page("/instances/enregistrer?instance=ConseilAdministration");
        page.QuerySelectorAll("input[name=Missions][checked]").Select(c => c.GetAttribute("value")).ShouldBe([$"{voyage}"]);
    }

    [Theory, SurLesDeuxBases]
    public async Task Complement_NeRendPasNouveauCeQuiAvaitEteVu(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);
        await chef.EnvoyerFormulaire("/repartition/ajouter?code=IMP-CULT", ("Saisie.Intitule", "Chorale"), ("Saisie.Parts[0].Centimes", "62500"));
        // Seule la mission ajoutée est cochée d'avance : le complément ne porte que sur elle.
        await chef.EnvoyerFormulaire("/instances/enregistrer?instance=ConseilPedagogique", ("RenduLe", "2026-09-07"));
        await chef.EnvoyerFormulaire("/instances/enregistrer?instance=ConseilAdministration", ("RenduLe", "2026-09-08"));

        var page = (await chef.Page("/instances")).QuerySelector("main")!.TextContent;

        page.ShouldNotContain("ajoutée :");
        page.ShouldContain("· Chorale ·");
    }

    [Theory, SurLesDeuxBases]
    public async Task ConseilPedagogique_ApresLeConseilDAdministration_EstRefuse(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, db => SansAvis.Retirer(db, Instance.ConseilPedagogique));
        using var chef = await serveur.Visiteur(Principal);

        var page = await chef.EnvoyerFormulaire("/instances/enregistrer?instance=ConseilPedagogique", ("RenduLe", "2026-09-07"));

        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("s’est déjà prononcé");
    }

    [Fact]
    public async Task PartDeclinee_ResteUnBesoinASonTaux()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var chef = await serveur.Visiteur(Principal);
        using var agent = await serveur.Visiteur("samia.benali@demo.neuvieme.fr");
        var id = await serveur.Lire(db => db.Attributions.Where(a => a.Mission!.Code == "IMP-DECR").Select(a => a.Id).SingleAsync());

        await agent.Cliquer($"/mes-missions/consulter/{id}", "Je ne donne pas suite");

        // Rien ne doit dire aux conseils que quelqu'un a dit non : la mission y garde son taux.
        var page = await chef.Page("/instances");
        page.QuerySelectorAll("tbody tr").Single(l => l.TextContent.Contains("décrochage", StringComparison.Ordinal)).TextContent.ShouldContain("1\u202F250");
        page.QuerySelector("main")!.TextContent.ShouldNotContain("modifiée :");
    }

    [Fact]
    public async Task Enregistrer_SansAucuneMission_EstRefuse()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite, SansAvis.Retirer);
        using var chef = await serveur.Visiteur(Principal);

        var page = await chef.EnvoyerFormulaire("/instances/enregistrer?instance=ConseilPedagogique", ("RenduLe", "2026-05-12"), ("Missions", "0"));

        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("Cochez les missions");
    }

    [Theory, SurLesDeuxBases]
    public async Task MissionDevenueUneAutre_NAPlusDAvis(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);
        (await Controles(chef, "Voyage à Séville")).ShouldNotContain("avis du conseil pédagogique");

        await chef.EnvoyerFormulaire($"/repartition/modifier/{await Id(serveur, "IMP-VOY")}", ("Saisie.Code", "IMP-CHOR"), ("Saisie.Intitule", "Rencontre de chorales"));

        (await Controles(chef, "Rencontre de chorales")).ShouldContain("avis du conseil pédagogique");
    }

    [Theory, SurLesDeuxBases]
    public async Task AvisEnregistreApresLaValidation_NeChangeNiLaLettreNiLeBordereau_EtSeRetire(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        serveur.Temps.Aller(new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));
        using var chef = await serveur.Visiteur(Principal);
        await chef.Cliquer("/lettres", "Établir");
        (await chef.Page("/lettres")).QuerySelector("main")!.TextContent.ShouldNotContain("données ont changé");

        await chef.EnvoyerFormulaire("/instances/enregistrer?instance=ConseilAdministration", ("RenduLe", "2026-05-30"));

        (await chef.Page("/lettres")).QuerySelector("main")!.TextContent.ShouldNotContain("données ont changé");
        var id = await serveur.Lire(db => db.Avis.Where(a => a.RenduLe == new DateOnly(2026, 5, 30)).Select(a => a.Id).SingleAsync());
        await chef.EnvoyerFormulaire($"/instances/retirer/{id}", ("Motif", "date fausse : la séance était le 26"));
        (await serveur.Lire(db => db.Avis.AnyAsync(a => a.Id == id))).ShouldBeFalse();
    }
}
