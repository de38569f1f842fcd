using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Instances;

/// <summary>Ce que lisent tous les enseignants : missions, parts et taux, sans nom, et sans ce qui dirait ce que touche quelqu'un.</summary>
public class TransparenceTests
{
    const string Agent = "samia.benali@demo.neuvieme.fr";

    static async Task<AngleSharp.Dom.IElement> Lire(Visiteur v) => (await v.Page("/instances/transparence")).QuerySelector("main")!;

    static string Ligne(AngleSharp.Dom.IElement main, string mission) => main.QuerySelectorAll("tbody tr").Single(l => l.TextContent.Contains(mission, StringComparison.Ordinal)).TextContent;

    [Theory, SurLesDeuxBases]
    public async Task Agent_LitCeQueLeConseilAVu_SansAucunNom(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var agent = await serveur.Visiteur(Agent);

        var main = await Lire(agent);

        Ligne(main, "Coordination d’EPS").ShouldContain("2\u202F500\u00a0€ · 2 IMP · taux 004");
        main.TextContent.ShouldContain("7 missions, 7 parts");
        main.TextContent.ShouldContain("21 pour, 2 contre");
        var noms = await serveur.Lire(db => db.Agents.Select(a => a.NomUsage).ToListAsync());
        noms.ShouldAllBe(n => !main.TextContent.Contains(n, StringComparison.OrdinalIgnoreCase) || n == "PETIT");
    }

    [Theory, SurLesDeuxBases]
    public async Task MissionQuUneSeulePersonnePeutTenir_NAfficheNiSonTauxNiLeTotal(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var agent = await serveur.Visiteur(Agent);

        // La démonstration n'a qu'un professeur de mathématiques.
        var main = await Lire(agent);
        Ligne(main, "Coordination de mathématiques").ShouldContain("non affiché");
        Ligne(main, "Coordination de mathématiques").ShouldNotContain("€");
        main.TextContent.ShouldNotContain("9\u202F062,50");
        main.QuerySelector("tfoot").ShouldBeNull();
    }

    [Fact]
    public async Task EffectifSuffisant_AfficheToutEtLeTotal()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite, async db =>
        {
            await InformerTests.TroisEnMathematiques(db);
            await Figer(db, 3);
        });
        using var agent = await serveur.Visiteur(Agent);

        (await Lire(agent)).QuerySelector("tfoot")!.TextContent.ShouldContain("9\u202F062,50\u00a0€");
    }

    /// <summary>Ce qui a été figé pour « Coordination de mathématiques », que la démonstration ne peut confier qu'à une personne.</summary>
    static Task<int> Figer(NeuviemeDb db, int eligibles) => db.Avis.Where(a => a.Uai == Demonstration.College)
        .ExecuteUpdateAsync(a => a.SetProperty(x => x.PlanPresente, x => x.PlanPresente.Replace("\"Eligibles\":1,", $"\"Eligibles\":{eligibles},").Replace("\"Eligibles\":1}", $"\"Eligibles\":{eligibles}}}")));

    [Theory, SurLesDeuxBases]
    public async Task DisciplineMeconnueQuandLeDossierAEteFige_SeMasqueDesQueSonSeulEnseignantTientLaMission(Base sur)
    {
        // Figée à quatorze : tout l'établissement, faute d'avoir reconnu la discipline.
        await using var serveur = await ServeurDeTest.Demo(sur, async db =>
        {
            await db.Affectations.Where(a => a.DisciplineCode == "L1300").ExecuteUpdateAsync(a => a.SetProperty(x => x.DisciplineLibelle, "MATHS"));
            await Figer(db, 14);
        });
        using var agent = await serveur.Visiteur(Agent);

        var main = await Lire(agent);

        Ligne(main, "Coordination de mathématiques").ShouldNotContain("€");
        main.QuerySelector("tfoot").ShouldBeNull();
    }

    /// <summary>Les libellés abrégés sont ceux d'un export STSWeb ; personne n'est pressenti quand les conseils voient la mission.</summary>
    [Theory]
    [InlineData("MATHS", "Coordination de mathématiques", "non affiché")]
    [InlineData("LET MODERN", "Coordination des lettres", "non affiché")]
    [InlineData("HIST.GEO.", "Coord. d’histoire-géographie", "non affiché")]
    [InlineData("E.P.S", "Coordination du pôle humanités", "non affiché")]
    [InlineData("E.P.S", "Coordination EPS du cycle 3", "€")]
    public async Task Discipline_SeLitDansLIntitule_MemeAbregeeParStsweb(string libelle, string intitule, string attendu)
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite, async db =>
        {
            await SansAvis.Retirer(db);
            await db.Affectations.Where(a => a.Agent!.IdSts == "48211").ExecuteUpdateAsync(a => a.SetProperty(x => x.DisciplineLibelle, libelle).SetProperty(x => x.DisciplineCode, libelle == "E.P.S" ? "L1900" : "L7777"));
            await db.Attributions.Where(a => a.Uai == Demonstration.College && a.Mission!.Code == "IMP-DISC").ExecuteUpdateAsync(a => a.SetProperty(x => x.AgentId, (long?)null).SetProperty(x => x.Etat, EtatAttribution.EnPreparation));
            await db.Missions.Where(m => m.Uai == Demonstration.College && m.Code == "IMP-DISC").ExecuteUpdateAsync(m => m.SetProperty(x => x.Intitule, intitule));
        });
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");
        await chef.EnvoyerFormulaire("/instances/enregistrer?instance=ConseilPedagogique", ("RenduLe", "2026-05-12"), ("Sens", "Favorable"));
        await chef.EnvoyerFormulaire("/instances/enregistrer?instance=ConseilAdministration", ("RenduLe", "2026-05-26"), ("Sens", "Favorable"));
        using var agent = await serveur.Visiteur(Agent);

        Ligne(await Lire(agent), intitule).ShouldContain(attendu);
    }

    [Theory, SurLesDeuxBases]
    public async Task AvantLeConseil_RienNeSeLit_NiCeQuiSePrepareDepuis(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var agent = await serveur.Visiteur(Agent);
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");
        await chef.EnvoyerFormulaire("/repartition/ajouter?code=IMP-CHOR", ("Saisie.Intitule", "Chorale secrète"), ("Saisie.Parts[0].Centimes", "62500"));

        (await Lire(agent)).TextContent.ShouldNotContain("Chorale secrète");

        await serveur.Lire(async db =>
        {
            await SansAvis.Retirer(db);
            return 0;
        });
        serveur.Temps.Avancer(TimeSpan.FromMinutes(11));
        using var autre = await serveur.Visiteur("anne.kervella@demo.neuvieme.fr");
        await chef.EnvoyerFormulaire("/repartition/ajouter?code=IMP-CHOR", ("Saisie.Intitule", "Chorale encore"), ("Saisie.Parts[0].Centimes", "62500"));
        (await Lire(autre)).TextContent.ShouldContain("Rien n’a encore été présenté");
    }

    [Fact]
    public async Task AccordDemandeDonneOuDecline_NeChangeRienALaPage()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var agent = await serveur.Visiteur(Agent);
        using var autre = await serveur.Visiteur("anne.kervella@demo.neuvieme.fr");
        var avant = (await Lire(autre)).TextContent;
        var id = await serveur.Lire(db => db.Attributions.Where(a => a.Mission!.Code == "IMP-DECR").Select(a => a.Id).SingleAsync());

        await agent.Cliquer($"/mes-missions/consulter/{id}", "Je ne donne pas suite");

        (await Lire(autre)).TextContent.ShouldBe(avant);
    }
}
