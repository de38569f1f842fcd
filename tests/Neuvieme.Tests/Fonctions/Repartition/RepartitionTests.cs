using System.Net;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Repartition;

public class RepartitionTests
{
    const string Principal = "principal@demo.neuvieme.fr";

    [Theory, SurLesDeuxBases]
    public async Task Ajouter_ReferentCulture_ParaitAuTableauAvecSonControle(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);

        // R115 : 1 250 € pour la culture est un taux modulé ; sans justification, il manque un élément.
        var tableau = await chef.EnvoyerFormulaire("/repartition/ajouter?code=IMP-CULT", ("Saisie.Intitule", "Culture et cinéma <b>"), ("Saisie.Parts[0].Centimes", "125000"));

        chef.Ici.ShouldBe("/repartition");
        var ligne = tableau.QuerySelectorAll("tbody tr").Single(l => l.TextContent.Contains("Culture et cinéma", StringComparison.Ordinal));
        ligne.TextContent.ShouldContain("Culture et cinéma <b>");
        ligne.TextContent.ShouldContain("taux 003");
        ligne.TextContent.ShouldContain("Il manque un élément");
        ligne.QuerySelector(".n-source")!.TextContent.ShouldContain("2015-058");
        (await serveur.Lire(db => db.Journal.AnyAsync(j => j.Action == "mission ajoutée" && j.Apres.Contains("cinéma")))).ShouldBeTrue();
    }

    [Theory, SurLesDeuxBases]
    public async Task Tableau_TutoratAuCollege_EstRefuseAvecSaSource(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);

        var tableau = await chef.Page("/repartition");

        var ligne = tableau.QuerySelectorAll("tbody tr").Single(l => l.TextContent.Contains("Tutorat", StringComparison.Ordinal));
        ligne.QuerySelector(".n-regle--refus")!.TextContent.ShouldContain("lycée");
        ligne.QuerySelector(".n-regle--refus .n-source")!.TextContent.ShouldContain("2015-475");
    }

    [Fact]
    public async Task Ajouter_Eps_ProposeLeTauxDuParLEffectif()
    {
        // Cinq enseignants d'EPS : 4 × (17 + 3) / 20 + (14 + 3) / 17 = 5 ETP, plus de quatre : 2 500 € (R106).
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var chef = await serveur.Visiteur(Principal);

        var page = await chef.Page("/repartition/ajouter?code=IMP-APSA");

        page.QuerySelector("select[name='Saisie.Parts[0].Centimes'] option[selected]")!.GetAttribute("value").ShouldBe("250000");
        page.QuerySelector("main")!.TextContent.ShouldContain("5 ETP");
    }

    [Fact]
    public async Task Controler_SansEnregistrer_MontreLeRefusEtNEcritRien()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var chef = await serveur.Visiteur(Principal);
        var avant = await serveur.Lire(db => db.Missions.CountAsync());

        var page = await chef.Cliquer("/repartition/ajouter?code=IMP-TUT", "Contrôler sans enregistrer", ("Saisie.Intitule", "Tutorat"));

        page.QuerySelector(".n-regle--refus").ShouldNotBeNull();
        (await serveur.Lire(db => db.Missions.CountAsync())).ShouldBe(avant);
    }

    [Theory, SurLesDeuxBases]
    public async Task Modifier_VersionPerimee_EstExpliqueeEtRienNEstEcrase(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);
        var id = await serveur.Lire(db => db.Missions.Where(m => m.Code == "IMP-VOY").Select(m => m.Id).SingleAsync());

        await chef.EnvoyerFormulaire($"/repartition/modifier/{id}", ("Saisie.Intitule", "Voyage à Grenade"));
        var page = await chef.EnvoyerFormulaire($"/repartition/modifier/{id}", ("Saisie.Intitule", "Voyage à Cadix"), ("Saisie.Version", "1"));

        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("Rien n’est écrasé");
        page.QuerySelector("input[name='Saisie.Intitule']")!.GetAttribute("value").ShouldBe("Voyage à Cadix");
        (await serveur.Lire(db => db.Missions.Where(m => m.Id == id).Select(m => m.Intitule).SingleAsync())).ShouldBe("Voyage à Grenade");
    }

    [Theory, SurLesDeuxBases]
    public async Task Modifier_TauxApresAccordDemande_EstRefuse(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);
        var id = await serveur.Lire(db => db.Missions.Where(m => m.Code == "IMP-DECR" && m.Uai == Demonstration.College).Select(m => m.Id).SingleAsync());

        var page = await chef.EnvoyerFormulaire($"/repartition/modifier/{id}", ("Saisie.Parts[0].Centimes", "250000"));

        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("Reprenez d’abord cet accord");
        (await serveur.Lire(db => db.Attributions.Where(a => a.MissionId == id).Select(a => a.Centimes).SingleAsync())).ShouldBe(125_000);
    }

    [Theory]
    [InlineData("100000")]
    [InlineData("-125000")]
    [InlineData("0")]
    [InlineData("999999999999")]
    public async Task Ajouter_MontantHorsDesCinqTaux_EstRefuse(string centimes)
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var chef = await serveur.Visiteur(Principal);

        var page = await chef.EnvoyerFormulaire("/repartition/ajouter?code=IMP-CULT", ("Saisie.Parts[0].Centimes", centimes));

        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("cinq taux");
    }

    [Theory, SurLesDeuxBases]
    public async Task Retirer_MissionEngagee_Refusee_MissionPrevue_Retiree(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);
        var engagee = await serveur.Lire(db => db.Missions.Where(m => m.Code == "IMP-DECR" && m.Uai == Demonstration.College).Select(m => m.Id).SingleAsync());
        var prevue = await serveur.Lire(db => db.Missions.Where(m => m.Code == "IMP-VOY").Select(m => m.Id).SingleAsync());

        (await chef.Cliquer($"/repartition/modifier/{engagee}", "Retirer")).QuerySelector("[role=alert]")!.TextContent.ShouldContain("accord demandé");
        await chef.Cliquer($"/repartition/modifier/{prevue}", "Retirer");

        (await serveur.Lire(db => db.Missions.CountAsync(m => m.Id == engagee || m.Id == prevue))).ShouldBe(1);
    }

    [Fact]
    public async Task Modifier_MissionDUnAutreEtablissement_Introuvable()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var chef = await serveur.Visiteur(Principal);
        var ailleurs = await serveur.Lire(db => db.Missions.Where(m => m.Uai == Demonstration.Lycee).Select(m => m.Id).FirstAsync());

        await chef.Page($"/repartition/modifier/{ailleurs}", HttpStatusCode.NotFound);
    }

    [Theory, SurLesDeuxBases]
    public async Task Ajouter_LeMemeFormulaireDeuxFois_NAjouteQuUneMission(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);
        var formulaire = await chef.Page("/repartition/ajouter?code=IMP-CULT");

        await chef.Soumettre(formulaire, "/repartition/ajouter?code=IMP-CULT", ("Saisie.Intitule", "Chorale"));
        await chef.Soumettre(formulaire, "/repartition/ajouter?code=IMP-CULT", ("Saisie.Intitule", "Chorale"));

        chef.Ici.ShouldBe("/repartition");
        (await serveur.Lire(db => db.Missions.CountAsync(m => m.Intitule == "Chorale"))).ShouldBe(1);
        (await serveur.Lire(db => db.Journal.CountAsync(j => j.Action == "mission ajoutée" && j.Apres.Contains("Chorale")))).ShouldBe(1);
    }
}
