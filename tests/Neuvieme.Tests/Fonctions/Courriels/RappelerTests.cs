using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Attributions.Rappeler;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Socle;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Courriels;

/// <summary>Rappeler sans harceler : le bouton du chef, et les rappels de la date souhaitée.</summary>
public class RappelerTests
{
    const string Principal = "principal@demo.neuvieme.fr";
    const string Benali = "samia.benali@demo.neuvieme.fr";

    [Theory, SurLesDeuxBases]
    public async Task Chef_RappelleUneFoisParJour_EtLAccueilDitQuand(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);
        var avant = await chef.Page("/");

        var apres = await chef.CliquerSur(avant, "Rappeler");

        Texte(apres).ShouldContain("Rappel déposé pour Mme Samia Benali. Pas d’autre avant demain.");
        Texte(apres).ShouldContain("rappel aujourd’hui");
        apres.QuerySelectorAll("button").ShouldNotContain(b => b.TextContent.Contains("Rappeler"));
        var courriel = (await Rappels(serveur)).ShouldHaveSingleItem();
        courriel.Adresse.ShouldBe(Benali);
        // Une page restée ouverte, un double clic : rien de plus ne part.
        Texte(await chef.CliquerSur(avant, "Rappeler")).ShouldContain("Un rappel est déjà parti aujourd’hui à 10 h 00");
        (await Rappels(serveur)).Count.ShouldBe(1);

        serveur.Temps.Avancer(TimeSpan.FromDays(1));
        using var lendemain = await serveur.Visiteur(Principal);
        Texte(await lendemain.Page("/")).ShouldContain("rappel hier");
        Texte(await lendemain.Cliquer("/", "Rappeler")).ShouldContain("2 rappels, le dernier aujourd’hui");
        (await Rappels(serveur)).Count.ShouldBe(2);
        var journal = await serveur.Lire(db => db.Journal.Where(j => j.Action == "rappel d’une demande d’accord").ToListAsync());
        journal.Count.ShouldBe(2);
        journal.ShouldAllBe(j => !(j.Avant + j.Apres + j.Motif).Contains("Benali") && !(j.Avant + j.Apres).Contains("agent"));
    }

    [Theory, SurLesDeuxBases]
    public async Task DeuxChefsEnMemeTemps_UnSeulRappel(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);
        using var adjointe = await serveur.Visiteur("adjointe@demo.neuvieme.fr");
        var (une, autre) = (await chef.Page("/"), await adjointe.Page("/"));

        var pages = await Task.WhenAll(chef.CliquerSur(une, "Rappeler"), adjointe.CliquerSur(autre, "Rappeler"));

        pages.Count(p => Texte(p).Contains("Rappel déposé")).ShouldBe(1);
        (await Rappels(serveur)).Count.ShouldBe(1);
    }

    [Theory, SurLesDeuxBases]
    public async Task Rappel_PersonneQuiNEnVeutPasOuVientDeRepondre_RefuseEtExplique(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);
        using var agent = await serveur.Visiteur(Benali);
        var ouverte = await chef.Page("/");
        await agent.EnvoyerFormulaire("/comptes/courriels", ("Choix[Rappel]", "Jamais"));

        Texte(await chef.CliquerSur(ouverte, "Rappeler")).ShouldContain("a choisi de ne pas recevoir de rappel");

        var id = await Decrochage(serveur);
        await agent.Cliquer($"/mes-missions/consulter/{id}", "Je ne donne pas suite");
        Texte(await chef.CliquerSur(ouverte, "Rappeler")).ShouldContain("n’attend plus de réponse");
        (await Rappels(serveur)).ShouldBeEmpty();
    }

    [Theory, SurLesDeuxBases]
    public async Task Automatique_TroisJoursAvantPuisLeJour_UneFoisChacun(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var id = await Decrochage(serveur);
        await Souhaiter(serveur, id, new(2026, 9, 15));

        foreach (var (jour, heureUtc, attendus) in new[] { (11, 12, 0), (12, 4, 0), (12, 6, 1), (12, 15, 1), (13, 12, 1), (14, 12, 1), (15, 4, 1), (15, 6, 2), (15, 18, 2), (16, 12, 2) })
        {
            serveur.Temps.Aller(new(2026, 9, jour, heureUtc, 0, 0, TimeSpan.Zero));
            await Passer(serveur);
            await Passer(serveur);
            (await Rappels(serveur)).Count.ShouldBe(attendus, $"le {jour} à {heureUtc} h UTC");
        }

        var premier = (await Rappels(serveur))[0];
        premier.Texte.ShouldContain("Réponse souhaitée avant le 15 septembre 2026");
        // Le lendemain de la date, il ne dirait plus rien : minuit à Paris, 22 h UTC en été.
        premier.PerimeUtc.ShouldBe(new DateTime(2026, 9, 15, 22, 0, 0, DateTimeKind.Utc));
    }

    [Theory, SurLesDeuxBases]
    public async Task Automatique_SiteArreteOuChefDejaPasse_NiOubliNiDouble(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var id = await Decrochage(serveur);
        await Souhaiter(serveur, id, new(2026, 9, 15));
        // Arrêté le 12, il se rattrape le 13.
        serveur.Temps.Aller(new(2026, 9, 13, 9, 0, 0, TimeSpan.Zero));
        await Task.WhenAll(Passer(serveur), Passer(serveur));
        (await Rappels(serveur)).Count.ShouldBe(1);

        // Le chef rappelle le matin du jour dit, avant 7 h : pas de second le même jour.
        serveur.Temps.Aller(new(2026, 9, 15, 4, 0, 0, TimeSpan.Zero));
        using var chef = await serveur.Visiteur(Principal);
        await chef.Cliquer("/", "Rappeler");
        serveur.Temps.Aller(new(2026, 9, 15, 9, 0, 0, TimeSpan.Zero));
        await Passer(serveur);
        (await Rappels(serveur)).Count.ShouldBe(2);

        // Et qui a répondu n'en reçoit plus : ce qui attendait de partir est effacé.
        using var agent = await serveur.Visiteur(Benali);
        await agent.Cliquer($"/mes-missions/consulter/{id}", "Je donne mon accord");
        (await Rappels(serveur)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Automatique_DemandeDeLaVeille_LaisseLireEnPaix()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var chef = await serveur.Visiteur(Principal);
        var voyage = await serveur.Lire(db => db.Attributions.Where(a => a.Mission!.Code == "IMP-VOY" && a.Uai == Demonstration.College).Select(a => a.Id).SingleAsync());
        await chef.Cliquer("/attributions", "Demander l’accord", await serveur.Ligne(voyage));
        await Souhaiter(serveur, voyage, new(2026, 9, 11));
        var accueil = await chef.Page("/");
        accueil.QuerySelectorAll(".n-bloque").Single(b => b.TextContent.Contains("Séville")).QuerySelector("button").ShouldBeNull("demandé aujourd'hui");

        serveur.Temps.Avancer(TimeSpan.FromDays(1));
        await Passer(serveur);

        (await Rappels(serveur)).ShouldBeEmpty();
    }

    static string Texte(IHtmlDocument page) => page.QuerySelector("main")!.TextContent;

    static Task<int> Passer(ServeurDeTest serveur) => serveur.Lire(db => RappelsAutomatiques.Deposer(db, new Horloge(serveur.Temps), TestContext.Current.CancellationToken));

    static Task<List<Courriel>> Rappels(ServeurDeTest serveur) => serveur.Lire(db => db.Courriels.Where(c => c.Genre == GenreCourriel.Rappel).OrderBy(c => c.Id).ToListAsync());

    static Task<long> Decrochage(ServeurDeTest serveur) =>
        serveur.Lire(db => db.Attributions.Where(a => a.Mission!.Code == "IMP-DECR" && a.Uai == Demonstration.College).Select(a => a.Id).SingleAsync());

    static Task<int> Souhaiter(ServeurDeTest serveur, long id, DateOnly avant) =>
        serveur.Lire(db => db.Attributions.Where(a => a.Id == id).ExecuteUpdateAsync(s => s.SetProperty(a => a.RepondreAvant, avant)));
}
