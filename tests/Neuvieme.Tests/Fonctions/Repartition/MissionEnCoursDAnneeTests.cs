using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Tests.Fonctions.Attributions;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Repartition;

/// <summary>Décret art. 3 al. 2, C37 : confiée en novembre, une mission ne reçoit jamais neuf neuvièmes sans qu'on ait dit depuis quand elle est tenue.</summary>
public class MissionEnCoursDAnneeTests
{
    const string Principal = "principal@demo.neuvieme.fr";

    static Task<Neuvieme.Fonctions.Repartition.Mission> Culture(ServeurDeTest serveur) =>
        serveur.Lire(db => db.Missions.AsNoTracking().Include(m => m.Attributions).SingleAsync(m => m.Intitule == "Culture de novembre"));

    /// <summary>Le 12 novembre, le chef ajoute une mission « toute l'année » et la fait voir aux deux conseils.</summary>
    static async Task<(Visiteur Chef, long Mission, long Attribution)> Preparer(ServeurDeTest serveur, params (string, string)[] champs)
    {
        serveur.Temps.Aller(new(2026, 11, 12, 9, 0, 0, TimeSpan.Zero));
        var chef = await serveur.Visiteur(Principal);
        var agent = await serveur.Lire(db => db.Agents.Where(a => a.Uai == Demonstration.College && a.IdSts == "20120").Select(a => a.Id).SingleAsync());
        await chef.EnvoyerFormulaire("/repartition/ajouter?code=IMP-CULT",
            [("Saisie.Intitule", "Culture de novembre"), ("Saisie.Parts[0].AgentId", $"{agent}"), ("Saisie.Parts[0].Centimes", "62500"), .. champs]);
        foreach (var instance in new[] { "ConseilPedagogique", "ConseilAdministration" })
        {
            await chef.EnvoyerFormulaire($"/instances/enregistrer?instance={instance}", ("RenduLe", "2026-11-12"), ("Sens", "Favorable"));
        }

        var mission = await Culture(serveur);
        return (chef, mission.Id, mission.Attributions[0].Id);
    }

    [Theory, SurLesDeuxBases]
    public async Task AjouteeEnNovembre_SansPremierJour_LAccordNeSeDemandePas_PuisPonctuelle_AucunNeuvieme(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var (chef, mission, id) = await Preparer(serveur);
        using var _ = chef;

        var sansJour = await chef.Cliquer("/attributions", "Demander l’accord", await serveur.Ligne(id));
        sansJour.QuerySelector("[role=alert]")!.TextContent.ShouldContain("premier jour de la mission");
        var tard = await chef.Cliquer($"/repartition/modifier/{mission}", "Contrôler sans enregistrer", ("Saisie.Debut", "2026-11-12"));
        tard.QuerySelector(".n-regle--refus")!.TextContent.ShouldContain("déclarer ponctuelle");

        await chef.EnvoyerFormulaire($"/repartition/modifier/{mission}", ("Saisie.Duree", "Ponctuelle"), ("Saisie.Debut", "2026-11-12"), ("Saisie.Fin", "2027-06-30"));
        (await chef.Page("/repartition")).QuerySelector("main")!.TextContent.ShouldContain("ponctuelle, du 12 novembre 2026 au 30 juin 2027");
        await chef.Cliquer("/attributions", "Demander l’accord", await serveur.Ligne(id));
        using var agent = await serveur.Visiteur("loic.legrand@demo.neuvieme.fr");
        (await agent.Page($"/mes-missions/consulter/{id}")).QuerySelector("main")!.TextContent.ShouldContain("du 12 novembre 2026 au 30 juin 2027");
        await agent.Cliquer($"/mes-missions/consulter/{id}", "Je donne mon accord");
        await chef.Cliquer("/attributions", "Proposer au rectorat", await serveur.Ligne(id));
        using var recteur = await serveur.Visiteur("recteur@demo.neuvieme.fr");
        await serveur.Valider(recteur, id);

        (await Culture(serveur)).Attributions[0].Etat.ShouldBe(EtatAttribution.Validee);
        (await serveur.Lire(db => db.Echeances.CountAsync(e => e.AttributionId == id))).ShouldBe(0);
    }

    [Theory, SurLesDeuxBases]
    public async Task TenueDepuisLaRentree_SeDitApresLAccord_EtNeChangePlus(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var (chef, mission, id) = await Preparer(serveur, ("Saisie.Debut", "2026-09-01"));
        using var _ = chef;
        await chef.Cliquer("/attributions", "Demander l’accord", await serveur.Ligne(id));

        var autre = await chef.EnvoyerFormulaire($"/repartition/modifier/{mission}", ("Saisie.Debut", "2026-10-15"));

        autre.QuerySelector("[role=alert]")!.TextContent.ShouldContain("ni les dates");
        (await Culture(serveur)).Debut.ShouldBe(new DateOnly(2026, 9, 1));
    }

    [Fact]
    public async Task AccordDonneAvant_PremierJourPrecise_SansReprendreLAccord()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        var mission = await serveur.Lire(db => db.Missions.Where(m => m.Code == "IMP-CULT" && m.Uai == Demonstration.College).Select(m => m.Id).SingleAsync());
        await serveur.Lire(db => db.Missions.Where(m => m.Id == mission).ExecuteUpdateAsync(m => m.SetProperty(x => x.Debut, (DateOnly?)null)));
        using var chef = await serveur.Visiteur(Principal);

        await chef.EnvoyerFormulaire($"/repartition/modifier/{mission}", ("Saisie.Debut", "2026-09-01"));

        chef.Ici.ShouldBe("/repartition");
        (await serveur.Lire(db => db.Missions.Where(m => m.Id == mission).Select(m => m.Debut).SingleAsync())).ShouldBe(new DateOnly(2026, 9, 1));
    }

    [Theory]
    [InlineData("2026-08-31", "", "n’est pas dans l’année scolaire")]
    [InlineData("", "2027-09-01", "n’est pas dans l’année scolaire")]
    [InlineData("2027-03-02", "2027-03-01", "finit avant de commencer")]
    [InlineData("avant-hier", "", "avant-hier")]
    public async Task Dates_Impossibles_SontRefusees(string debut, string fin, string dit)
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var chef = await serveur.Visiteur(Principal);

        var page = await chef.EnvoyerFormulaire("/repartition/ajouter?code=IMP-CULT", ("Saisie.Intitule", "Culture impossible"), ("Saisie.Debut", debut), ("Saisie.Fin", fin));

        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain(dit);
        (await serveur.Lire(db => db.Missions.AnyAsync(m => m.Intitule == "Culture impossible"))).ShouldBeFalse();
    }

    [Theory, SurLesDeuxBases]
    public async Task AutrePersonneEnNovembre_LePremierJourEstRedemande(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var (chef, mission, _) = await Preparer(serveur, ("Saisie.Debut", "2026-09-01"));
        using var __ = chef;
        var autre = await serveur.Lire(db => db.Agents.Where(a => a.Uai == Demonstration.College && a.IdSts == "20131").Select(a => a.Id).SingleAsync());

        await chef.EnvoyerFormulaire($"/repartition/modifier/{mission}", ("Saisie.Parts[0].AgentId", $"{autre}"));

        (await Culture(serveur)).Debut.ShouldBeNull();
        (await chef.Page("/repartition")).QuerySelector("main")!.TextContent.ShouldContain("indiquer le premier jour");
    }

    /// <summary>Après une réponse négative, la part n'a plus de nom : le premier jour dit pour l'autre n'en vaut pas plus pour la suivante.</summary>
    [Theory, SurLesDeuxBases]
    public async Task ApresUnRefusEnNovembre_LePremierJourEstRedemandeALaSuivante(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var (chef, mission, id) = await Preparer(serveur, ("Saisie.Debut", "2026-09-01"));
        using var _ = chef;
        await chef.Cliquer("/attributions", "Demander l’accord", await serveur.Ligne(id));
        using var agent = await serveur.Visiteur("loic.legrand@demo.neuvieme.fr");
        await agent.Cliquer($"/mes-missions/consulter/{id}", "Je ne donne pas suite");
        await chef.CliquerSur((await chef.Page("/attributions")).QuerySelectorAll("button").Single(b => b.GetAttribute("formaction")?.Contains($"ligne={id}.", StringComparison.Ordinal) == true));
        var autre = await serveur.Lire(db => db.Agents.Where(a => a.Uai == Demonstration.College && a.IdSts == "20131").Select(a => a.Id).SingleAsync());

        await chef.EnvoyerFormulaire($"/repartition/modifier/{mission}", ("Saisie.Parts[0].AgentId", $"{autre}"));

        (await Culture(serveur)).Debut.ShouldBeNull();
    }

    /// <summary>Une part est acceptée depuis la rentrée : ce jour ne s'efface pas parce qu'une seconde personne arrive en novembre.</summary>
    [Theory, SurLesDeuxBases]
    public async Task SecondePartEnNovembre_NeDefaitPasLePremierJourDeLaPremiere(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var (chef, mission, id) = await Preparer(serveur, ("Saisie.Debut", "2026-09-01"));
        using var _ = chef;
        await serveur.Lire(async db =>
        {
            db.Attributions.Add(new() { Uai = Demonstration.College, Annee = 2026, MissionId = mission, Centimes = 62_500 });
            return await db.SaveChangesAsync();
        });
        await chef.Cliquer("/attributions", "Demander l’accord", await serveur.Ligne(id));
        var autre = await serveur.Lire(db => db.Agents.Where(a => a.Uai == Demonstration.College && a.IdSts == "20131").Select(a => a.Id).SingleAsync());

        var page = await chef.EnvoyerFormulaire($"/repartition/modifier/{mission}", ("Saisie.Parts[1].AgentId", $"{autre}"));

        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("une mission à part");
        (await Culture(serveur)).Debut.ShouldBe(new DateOnly(2026, 9, 1));
    }

    [Fact]
    public async Task Controler_UneMissionDejaVue_NeRedemandePasLesAvis()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var chef = await serveur.Visiteur(Principal);
        var voyage = await serveur.Lire(db => db.Missions.Where(m => m.Code == "IMP-VOY").Select(m => m.Id).SingleAsync());

        var page = await chef.Cliquer($"/repartition/modifier/{voyage}", "Contrôler sans enregistrer");

        page.QuerySelector("main")!.TextContent.ShouldNotContain("avis du conseil");
    }

    [Fact]
    public async Task Modifier_UneMissionValidee_MontreSansBouton()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var chef = await serveur.Visiteur(Principal);
        var eps = await serveur.Lire(db => db.Missions.Where(m => m.Code == "IMP-APSA" && m.Uai == Demonstration.College).Select(m => m.Id).SingleAsync());

        var page = await chef.Page($"/repartition/modifier/{eps}");

        page.QuerySelector("main")!.TextContent.ShouldContain("validée par le rectorat");
        page.QuerySelectorAll("main button").ShouldBeEmpty();
    }
}
