using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Repartition;

/// <summary>Garder, comparer, remettre, annuler : la répartition se travaille sans crainte, sauf ce qu'un accord tient déjà.</summary>
public class ScenariosTests
{
    const string Principal = "principal@demo.neuvieme.fr";

    static string Texte(IDocument page) => page.QuerySelector("main")!.TextContent.Replace('\u00a0', ' ').Replace('\u202f', ' ');

    static Task<List<string>> Intitules(ServeurDeTest serveur) =>
        serveur.Lire(db => db.Missions.Where(m => m.Uai == Demonstration.College && m.Annee == 2026).OrderBy(m => m.Id).Select(m => m.Intitule).ToListAsync());

    static Task<long> Mission(ServeurDeTest serveur, string code) =>
        serveur.Lire(db => db.Missions.Where(m => m.Uai == Demonstration.College && m.Code == code).Select(m => m.Id).SingleAsync());

    static async Task Retirer(Visiteur chef, long id) => await chef.Cliquer($"/repartition/modifier/{id}", "Retirer");

    static async Task<string> DernierChangement(Visiteur chef) =>
        (await chef.Page("/repartition")).QuerySelectorAll("a").Single(a => a.TextContent.Contains("Annuler le dernier changement", StringComparison.Ordinal)).GetAttribute("href")!;

    [Theory, SurLesDeuxBases]
    public async Task Annuler_UnRetrait_RemetLaMemeMission_ParRecul(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);
        var (tutorat, avant) = (await Mission(serveur, "IMP-TUT"), await Intitules(serveur));
        var voyage = await Mission(serveur, "IMP-VOY");

        await Retirer(chef, tutorat);
        await Retirer(chef, voyage);
        (await Intitules(serveur)).Count.ShouldBe(avant.Count - 2);

        Texte(await chef.Page(await DernierChangement(chef))).ShouldContain("avant de retirer « Voyage à Séville »");
        var annule = await DernierChangement(chef);
        await chef.Cliquer(annule, "Annuler ce changement");
        Texte(await chef.Page(annule, HttpStatusCode.NotFound)).ShouldContain("le changement a déjà été annulé");
        await chef.Cliquer(await DernierChangement(chef), "Annuler ce changement");

        (await Intitules(serveur)).ShouldBe(avant);
        // Même numéro : l'avis que le conseil a donné sur elle vaut encore.
        (await Mission(serveur, "IMP-TUT")).ShouldBe(tutorat);
        var part = await serveur.Lire(db => db.Attributions.AsNoTracking().Include(a => a.Agent).SingleAsync(a => a.MissionId == tutorat));
        (part.Etat, part.Centimes, part.Agent!.IdSts).ShouldBe((EtatAttribution.EnPreparation, 62_500, "20120"));
        (await serveur.Lire(db => db.Journal.CountAsync(j => j.Action == "changement annulé"))).ShouldBe(2);
    }

    /// <summary>Une mission que le scénario enlève ne compte plus pour personne ; annulée, la répartition la rend.</summary>
    [Theory, SurLesDeuxBases]
    public async Task Appliquer_QuiEnleveUneMission_NeLaCompteePlusPourLaPersonne(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);
        var tutorat = await Mission(serveur, "IMP-TUT");
        var parts = await serveur.Lire(db => db.Attributions.CountAsync(a => a.Uai == Demonstration.College));
        await Retirer(chef, tutorat);
        await chef.EnvoyerFormulaire("/repartition/scenarios", ("Nom", "sans tutorat"));
        await chef.Cliquer(await DernierChangement(chef), "Annuler ce changement");
        (await serveur.Lire(db => db.Attributions.CountAsync(a => a.Uai == Demonstration.College))).ShouldBe(parts);

        var scenario = await serveur.Lire(db => db.Scenarios.Where(s => s.Nom == "sans tutorat").Select(s => s.Id).SingleAsync());
        await chef.Cliquer($"/repartition/appliquer/{scenario}", "Appliquer ce scénario");
        (await serveur.Lire(db => db.Attributions.CountAsync(a => a.Uai == Demonstration.College))).ShouldBe(parts - 1);
        await chef.Cliquer(await DernierChangement(chef), "Annuler ce changement");
        (await serveur.Lire(db => db.Attributions.CountAsync(a => a.MissionId == tutorat && a.Agent!.IdSts == "20120"))).ShouldBe(1);
    }

    /// <summary>Le dernier changement ne portait que sur la personne : il se lit et s'annule comme un autre.</summary>
    [Theory, SurLesDeuxBases]
    public async Task Annuler_UnChangementDePersonneOuDeContenu_DitLequel(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);
        var tutorat = await Mission(serveur, "IMP-TUT");
        var autre = await serveur.Lire(db => db.Agents.Where(a => a.Uai == Demonstration.College && a.IdSts == "20144").Select(a => a.Id).SingleAsync());
        await chef.Cliquer($"/repartition/modifier/{tutorat}", "Enregistrer", ("Saisie.Parts[0].AgentId", $"{autre}"), ("Saisie.Contenu", "Suivre trois élèves"));

        var page = Texte(await chef.Page(await DernierChangement(chef)));
        page.ShouldContain("Noël ROBERT, 625 € → Loïc LEGRAND, 625 €");
        page.ShouldContain("Ce qui est attendu : Suivre trois élèves →");
        await chef.Cliquer(await DernierChangement(chef), "Annuler ce changement");
        (await serveur.Lire(db => db.Attributions.Where(a => a.MissionId == tutorat).Select(a => a.Agent!.IdSts).SingleAsync())).ShouldBe("20120");
    }

    /// <summary>L'intérêt que des personnes ont dit pour une mission survit à son retrait, et revient avec elle.</summary>
    [Theory, SurLesDeuxBases]
    public async Task Annuler_LeRetraitDUneMissionPubliee_RendLesCandidatures(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);
        using var agent = await serveur.Visiteur("anne.kervella@demo.neuvieme.fr");
        var tutorat = await Mission(serveur, "IMP-TUT");
        await chef.EnvoyerFormulaire("/candidatures", ("OuvertLe", "2026-09-01"), ("FermeLe", "2026-09-20"), ("missions", $"{tutorat}"));
        await agent.Cliquer("/mes-missions/candidater", "Cela m’intéresse");

        await Retirer(chef, tutorat);
        Texte(await agent.Page("/mes-missions/candidater")).ShouldNotContain("Tutorat");
        await chef.Cliquer(await DernierChangement(chef), "Annuler ce changement");

        (await serveur.Lire(db => db.Candidatures.CountAsync(c => c.MissionId == tutorat))).ShouldBe(1);
        Texte(await chef.Page("/candidatures")).ShouldContain("KERVELLA");
    }

    [Theory, SurLesDeuxBases]
    public async Task Scenario_GardeComparePuisApplique_SansToucherAuxAccords(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);
        await chef.EnvoyerFormulaire("/repartition/scenarios", ("Nom", "Avec tutorat"));
        (await chef.EnvoyerFormulaire("/repartition/scenarios", ("Nom", "avec TUTORAT"))).QuerySelector("[role=alert]")!.TextContent.ShouldContain("existe déjà");
        await Retirer(chef, await Mission(serveur, "IMP-TUT"));

        var comparaison = await chef.Page("/repartition/scenarios");
        // La démonstration prévoit 8,25 IMP moins la part sans suite : tout compté 7,25 ; sans le tutorat (½), 6,75.
        var totaux = comparaison.QuerySelectorAll("tfoot tr")[0].QuerySelectorAll("td").Select(c => c.TextContent.Trim()).ToList();
        comparaison.QuerySelectorAll("tr.n-differe").Select(l => l.QuerySelector("th")!.TextContent.Trim()).ShouldHaveSingleItem().ShouldContain("Tutorat des élèves de 3e");
        totaux[0].ShouldNotBe(totaux[1]);

        var id = await serveur.Lire(db => db.Scenarios.Where(s => !s.AvantChangement).Select(s => s.Id).SingleAsync());
        var page = await chef.Page($"/repartition/appliquer/{id}");
        Texte(page).ShouldContain("Ne bougent pas");
        var engagees = await serveur.Lire(db => db.Attributions.AsNoTracking().Where(a => a.Uai == Demonstration.College && a.Etat != EtatAttribution.EnPreparation).OrderBy(a => a.Id).Select(a => new { a.Id, a.Version, a.Etat }).ToListAsync());
        await chef.CliquerSur(page, "Appliquer ce scénario");

        (await Intitules(serveur)).ShouldContain("Tutorat des élèves de 3e");
        (await serveur.Lire(db => db.Attributions.AsNoTracking().Where(a => a.Uai == Demonstration.College && a.Etat != EtatAttribution.EnPreparation).OrderBy(a => a.Id).Select(a => new { a.Id, a.Version, a.Etat }).ToListAsync())).ShouldBe(engagees);
    }

    [Theory, SurLesDeuxBases]
    public async Task Appliquer_RepartitionChangeeEntreTemps_EstRefuse(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);
        using var collegue = await serveur.Visiteur(Principal);
        await chef.EnvoyerFormulaire("/repartition/scenarios", ("Nom", "A"));
        await Retirer(chef, await Mission(serveur, "IMP-TUT"));
        var id = await serveur.Lire(db => db.Scenarios.Where(s => !s.AvantChangement).Select(s => s.Id).SingleAsync());
        var lue = await chef.Page($"/repartition/appliquer/{id}");
        await Retirer(collegue, await Mission(serveur, "IMP-VOY"));

        (await chef.CliquerSur(lue, "Appliquer ce scénario")).QuerySelector("[role=alert]")!.TextContent.ShouldContain("a changé depuis que vous l’avez lue");
        (await Intitules(serveur)).ShouldNotContain("Tutorat des élèves de 3e");
    }

    [Fact]
    public async Task Appliquer_CeluiDUnAutreEtablissement_EstIntrouvable()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var proviseure = await serveur.Visiteur("proviseure@demo.neuvieme.fr");
        using var chef = await serveur.Visiteur(Principal);
        await proviseure.EnvoyerFormulaire("/repartition/scenarios", ("Nom", "Du lycée"));
        var id = await serveur.Lire(db => db.Scenarios.Where(s => s.Uai == Demonstration.Lycee && !s.AvantChangement).Select(s => s.Id).SingleAsync());

        await chef.Page($"/repartition/appliquer/{id}", HttpStatusCode.NotFound);
        Texte(await chef.Page("/repartition/scenarios")).ShouldNotContain("Du lycée");
    }

    [Theory, SurLesDeuxBases]
    public async Task Garder_PlusDeVingtChangements_NeGardeQueLesVingtDerniers(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);
        var id = await Mission(serveur, "IMP-TUT");
        for (var i = 0; i < 16; i++)
        {
            await chef.EnvoyerFormulaire($"/repartition/modifier/{id}", ("Saisie.HeuresEstimees", $"{18 + i}"));
        }

        (await serveur.Lire(db => db.Scenarios.CountAsync(s => s.Uai == Demonstration.College && s.AvantChangement))).ShouldBe(20);
    }
}
