using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Fonctions.MissionsDirectes;
using Neuvieme.Socle;
using Neuvieme.Tests.Fonctions.Lettres;
using Neuvieme.Tests.Fonctions.PremierDegre;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Courriels;

/// <summary>Parts du Pacte, missions académiques, premier degré : qui reçoit quoi, et ce qu'aucun courriel ne dit.</summary>
public class EvenementsDirectsTests
{
    const string Principal = "principal@demo.neuvieme.fr", Adjointe = "adjointe@demo.neuvieme.fr", Robert = "noel.robert@demo.neuvieme.fr";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static async Task<List<(string Adresse, GenreCourriel Genre, string Texte, DateTime Part)>> Nouveaux(ServeurDeTest serveur, Func<Task> geste)
    {
        var depuis = await serveur.Lire(db => db.Courriels.MaxAsync(c => (long?)c.Id, Ct)) ?? 0;
        await geste();
        return (await serveur.Lire(db => db.Courriels.Where(c => c.Id > depuis).OrderBy(c => c.Adresse).Select(c => new { c.Adresse, c.Genre, Texte = c.Objet + "\n" + c.Texte, c.ProchainEssaiUtc }).ToListAsync(Ct)))
            .ConvertAll(c => (c.Adresse, c.Genre, c.Texte, c.ProchainEssaiUtc));
    }

    static async Task<long> Part(ServeurDeTest serveur, Visiteur chef)
    {
        var agent = await serveur.Lire(db => db.Agents.Where(a => a.Courriel == Robert && a.Uai == Demonstration.College).Select(a => a.Id).SingleAsync(Ct));
        await chef.EnvoyerFormulaire("/parts/preparer?code=PAC-INNO", ("Saisie.AgentId", $"{agent}"), ("Saisie.Centimes", "125000"), ("Saisie.DejaPayee", "false"));
        return await serveur.Lire(db => db.MissionsDirectes.MaxAsync(m => m.Id, Ct));
    }

    [Theory, SurLesDeuxBases]
    public async Task Part_DeLaDemandeALaDecision_ChacunRecoitLeSien(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);
        using var robert = await serveur.Visiteur(Robert);
        using var gestion = await serveur.Visiteur("gestion@demo.neuvieme.fr");
        await gestion.EnvoyerFormulaire($"/parts/notifier?uai={Demonstration.College}", ("Niveau", "2"), ("Nombre", "-1"), ("Motif", "Reprise d’une part non pourvue"));
        var id = await Part(serveur, chef);

        var demande = (await Nouveaux(serveur, () => chef.Cliquer($"/parts/suivre/{id}", "Demander l’accord"))).ShouldHaveSingleItem();
        (demande.Adresse, demande.Genre).ShouldBe((Robert, GenreCourriel.AccordDemande));
        demande.Texte.ShouldContain("Collège des Neuf Peupliers");
        // Dix jours de réflexion à compter du 8 septembre 2026.
        demande.Texte.ShouldContain("18 septembre 2026");
        demande.Texte.ShouldEndWith($"/mes-missions/directe/{id}");

        var reponse = await Nouveaux(serveur, () => robert.Cliquer($"/mes-missions/directe/{id}", "Je donne mon accord"));
        reponse.Select(r => (r.Adresse, r.Genre)).ShouldBe([(Adjointe, GenreCourriel.Reponse), (Principal, GenreCourriel.Reponse)]);
        // À 10 h à Paris : groupée à 11 h.
        reponse.ShouldAllBe(r => r.Part == new DateTime(2026, 9, 8, 9, 0, 0, DateTimeKind.Utc));
        (await chef.Page("/")).Texte().ShouldMatch(@"\d parts du Pacte à confier");

        var decision = await Nouveaux(serveur, () => chef.Cliquer($"/parts/suivre/{id}", "Confier la mission"));
        decision.Select(r => (r.Adresse, r.Genre)).ShouldBe([(Adjointe, GenreCourriel.Decision), (Robert, GenreCourriel.Decision)]);
        (await serveur.Lire(db => db.Courriels.Where(c => c.Cle.Contains("direct")).Select(c => c.Objet + c.Texte).ToListAsync(Ct)))
            .ShouldAllBe(t => !t.Contains('€') && !t.Contains("208,33"));
    }

    /// <summary>Oui, non ou un changement : le même courriel, à la directrice seule.</summary>
    [Theory, SurLesDeuxBases]
    public async Task Ecole_OuiNonOuChangement_LeMemeCourriel(Base sur)
    {
        List<string> recus = [];
        foreach (var bouton in new[] { "Je donne mon accord", "Je ne donne pas suite", "Demander ce changement" })
        {
            await using var serveur = await ServeurDeTest.Demo(sur);
            using var morvan = await serveur.Visiteur(GestesDuPremierDegre.Morvan);
            var id = await serveur.Lire(db => db.MissionsDirectes.Where(m => m.Code == "PAC-INNO" && m.Dispositif == DispositifDirect.PactePremierDegre).Select(m => m.Id).SingleAsync(Ct));
            var recu = (await Nouveaux(serveur, () => morvan.Cliquer($"/premier-degre/ma-mission/{id}", bouton, bouton.StartsWith("Demander", StringComparison.Ordinal) ? [("modification", "ZZSECRET")] : []))).ShouldHaveSingleItem();
            recus.Add($"{recu}".Replace($"/{id}", "", StringComparison.Ordinal));
            recu.Adresse.ShouldBe(GestesDuPremierDegre.Directrice);
        }

        recus.Distinct().Count().ShouldBe(1, string.Join('\n', recus));
    }

    /// <summary>Le 15 septembre, trois jours avant la date souhaitée, à partir de 7 h à Paris ; une réponse arrivée entre-temps n'est pas rappelée.</summary>
    [Theory, SurLesDeuxBases]
    public async Task Rappel_TroisJoursAvant_PuisPlusUneFoisRepondu(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);
        using var gestion = await serveur.Visiteur("gestion@demo.neuvieme.fr");
        await gestion.EnvoyerFormulaire($"/parts/notifier?uai={Demonstration.College}", ("Niveau", "2"), ("Nombre", "-1"), ("Motif", "Reprise d’une part non pourvue"));
        var id = await Part(serveur, chef);
        await chef.Cliquer($"/parts/suivre/{id}", "Demander l’accord");
        Task<int> Deposer() => serveur.Lire(db => RappelsDirects.Deposer(db, new Horloge(serveur.Temps), Ct));
        Task<List<string>> Rappeles() => serveur.Lire(db => db.Courriels.Where(c => c.Sujet == $"mission-directe:{id}" && c.Genre == GenreCourriel.Rappel).Select(c => c.Adresse).ToListAsync(Ct));

        serveur.Temps.Aller(new(2026, 9, 15, 4, 30, 0, TimeSpan.Zero));
        await Deposer();
        (await Rappeles()).ShouldBeEmpty("il n’est pas 7 h à Paris");
        serveur.Temps.Aller(new(2026, 9, 15, 5, 30, 0, TimeSpan.Zero));
        await Deposer();
        await Deposer();
        (await Rappeles()).ShouldBe([Robert]);

        using var robert = await serveur.Visiteur(Robert);
        await robert.Cliquer($"/mes-missions/directe/{id}", "Je ne donne pas suite");
        serveur.Temps.Aller(new(2026, 9, 18, 6, 0, 0, TimeSpan.Zero));
        await Deposer();
        (await Rappeles()).Count.ShouldBeLessThan(2, "qui a répondu n’est plus rappelé");
    }

    /// <summary>Une mission académique : le rectorat apprend la réponse, et l'accueil du recteur dit la lettre qui manque.</summary>
    [Theory, SurLesDeuxBases]
    public async Task Academique_LaReponseVaAuRectorat_EtSonAccueilDitLaSuite(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var recteur = await serveur.Visiteur("recteur@demo.neuvieme.fr");
        var (id, courriel) = await serveur.Lire(async db => (await db.MissionsDirectes.Where(m => m.Dispositif == DispositifDirect.Academique && m.Etat == EtatAttribution.AccordDemande)
            .Select(m => new { m.Id, m.Agent!.Courriel }).FirstAsync(Ct)) is var m ? (m.Id, m.Courriel!) : default);
        var avant = Lettres((await recteur.Page("/")).Texte());
        using var agent = await serveur.Visiteur(courriel);

        var recus = await Nouveaux(serveur, () => agent.Cliquer($"/mes-missions/directe/{id}", "Je donne mon accord"));

        recus.ShouldAllBe(r => r.Genre == GenreCourriel.Reponse);
        recus.Select(r => r.Adresse).ShouldContain("gestion@demo.neuvieme.fr");
        Lettres((await recteur.Page("/")).Texte()).ShouldBe(avant + 1);

        static int Lettres(string accueil) => System.Text.RegularExpressions.Regex.Match(accueil, @"(\d+)\s+lettres? académiques? à établir") is { Success: true } m ? int.Parse(m.Groups[1].Value) : 0;
    }
}
