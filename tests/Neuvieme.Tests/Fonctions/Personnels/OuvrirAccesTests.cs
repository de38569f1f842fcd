using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Tests.Socle;
using Neuvieme.Tests.Socle.Courrier;

namespace Neuvieme.Tests.Fonctions.Personnels;

public class OuvrirAccesTests
{
    static Task<ServeurDeTest> SansCompte(Base sur) => ServeurDeTest.Demo(sur, db =>
        db.Agents.Where(a => a.IdSts == "20120").ExecuteUpdateAsync(m => m.SetProperty(a => a.CompteId, (long?)null).SetProperty(a => a.Courriel, (string?)null)));

    static Task<long> Agent(ServeurDeTest serveur, string idSts) => serveur.Lire(db => db.Agents.Where(a => a.IdSts == idSts).Select(a => a.Id).SingleAsync());

    [Theory, SurLesDeuxBases]
    public async Task OuvrirAcces_LaPersonneSeConnecteEtVoitSesMissions(Base sur)
    {
        await using var serveur = await SansCompte(sur);
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");
        var id = await Agent(serveur, "20120");

        var page = await chef.EnvoyerFormulaire($"/personnels/ouvrir-acces?id={id}", ("Courriel", "l.legrand@ecole.example"));
        var secret = page.QuerySelector("code")!.TextContent;
        using var agent = serveur.Visiteur();
        await agent.SeConnecter("l.legrand@ecole.example", secret);

        agent.Ici.ShouldNotContain("/comptes/connexion");
        (await serveur.Lire(db => db.Agents.Where(a => a.Id == id).Select(a => a.CompteId).SingleAsync())).ShouldNotBeNull();
        (await serveur.Lire(db => db.Journal.CountAsync(j => j.Action == "compte créé" && j.Portee == Demonstration.College))).ShouldBe(1);
    }

    /// <summary>Qui ouvre l'accès ne connaît jamais le mot de passe : il ne peut donner l'accord à la place de la personne.</summary>
    [Theory, SurLesDeuxBases]
    public async Task OuvrirAcces_AvecLeCourrier_SeuleLaPersonneChoisitSonMotDePasse(Base sur)
    {
        await using var boite = await BoiteSmtp.Ouvrir();
        await using var serveur = await ServeurDeTest.Demo(sur, async db =>
        {
            await db.Courriels.ExecuteDeleteAsync();
            await db.Agents.Where(a => a.IdSts == "20120").ExecuteUpdateAsync(m => m.SetProperty(a => a.CompteId, (long?)null).SetProperty(a => a.Courriel, (string?)null));
        }, boite.Reglages);
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");
        var id = await Agent(serveur, "20120");

        var page = await chef.EnvoyerFormulaire($"/personnels/ouvrir-acces?id={id}", ("Courriel", "l.legrand@ecole.example"));
        page.QuerySelector("main code").ShouldBeNull();
        page.QuerySelector("main")!.TextContent.ShouldContain("Un courriel part à l.legrand@ecole.example");
        (await serveur.Lire(db => db.Courriels.Where(c => c.EnvoyeUtc == null).Select(c => c.Texte).ToListAsync())).ShouldAllBe(t => !t.Contains("jeton"), "le lien ne dort pas en base");
        var lien = await Lien(boite, "l.legrand@ecole.example");

        using var agent = serveur.Visiteur();
        var choisir = await agent.Page(lien);
        (await agent.Soumettre(choisir, lien, ("Nouveau", "trop court"), ("Confirmation", "trop court"))).QuerySelector("main")!.TextContent.ShouldContain("12 caractères");
        (await agent.Soumettre(choisir, lien, ("Nouveau", "une phrase à moi"), ("Confirmation", "une autre phrase"))).QuerySelector("main")!.TextContent.ShouldContain("diffèrent");
        await agent.Soumettre(choisir, lien, ("Nouveau", "une phrase à moi"), ("Confirmation", "une phrase à moi"));
        await agent.SeConnecter("l.legrand@ecole.example", "une phrase à moi");
        agent.Ici.ShouldNotContain("/comptes/connexion");
        agent.Ici.ShouldNotContain("/comptes/mot-de-passe");

        // Servi une fois, le lien ne vaut plus rien ; altéré ou périmé non plus.
        using var autre = serveur.Visiteur();
        (await autre.Page(lien)).QuerySelector("main")!.TextContent.ShouldContain("ne vaut plus rien");
        (await serveur.Lire(db => db.Journal.CountAsync(j => j.Action == "mot de passe choisi"))).ShouldBe(1);
        (await serveur.Lire(db => db.Courriels.CountAsync(c => c.Objet == "Votre mot de passe a changé"))).ShouldBe(1, "qui n'a rien demandé l'apprend");
    }

    /// <summary>La réponse n'attend ni la recherche du compte ni le dépôt : sa durée ne dit rien. Ici le verrou du dépôt est tenu, et elle vient quand même.</summary>
    [Theory, SurLesDeuxBases]
    public async Task Oublier_RepondSansAttendreLeDepot(Base sur)
    {
        await using var boite = await BoiteSmtp.Ouvrir();
        await using var serveur = await ServeurDeTest.Demo(sur, db => db.Courriels.ExecuteDeleteAsync(), boite.Reglages);
        using var passant = serveur.Visiteur();
        var page = await passant.Page("/comptes/oublier");
        await serveur.Lire(async db =>
        {
            await using var transaction = await db.Commencer("courriels", TestContext.Current.CancellationToken);
            (await passant.Soumettre(page, "/comptes/oublier", ("Adresse", "samia.benali@demo.neuvieme.fr")).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken)).QuerySelector("[role=status]").ShouldNotBeNull();
            return 0;
        });

        (await Lien(boite, "samia.benali@demo.neuvieme.fr")).ShouldNotBeEmpty();
    }

    [Theory, SurLesDeuxBases]
    public async Task Oublier_MemeReponsePourTous_EtLienPerimeAuHuitiemeJour(Base sur)
    {
        await using var boite = await BoiteSmtp.Ouvrir();
        await using var serveur = await ServeurDeTest.Demo(sur, db => db.Courriels.ExecuteDeleteAsync(), boite.Reglages);
        using var passant = serveur.Visiteur();
        var inconnu = await passant.EnvoyerFormulaire("/comptes/oublier", ("Adresse", "personne@nulle-part.fr"));
        var connu = await passant.EnvoyerFormulaire("/comptes/oublier", ("Adresse", "Samia.Benali@demo.neuvieme.fr"));
        connu.QuerySelector("main")!.TextContent.ShouldBe(inconnu.QuerySelector("main")!.TextContent);
        await passant.EnvoyerFormulaire("/comptes/oublier", ("Adresse", "samia.benali@demo.neuvieme.fr"));

        // Demandé deux fois en une minute, il ne part qu'une fois.
        var lien = await Lien(boite, "samia.benali@demo.neuvieme.fr");
        using var samia = serveur.Visiteur();
        (await samia.Page(lien)).QuerySelector("main")!.TextContent.ShouldContain("samia.benali@demo.neuvieme.fr");
        foreach (var faux in new[] { lien[..^1], lien.Replace("jeton=", "jeton=1", StringComparison.Ordinal), "/comptes/choisir", "/comptes/choisir?jeton=1.20991231.x" })
        {
            (await samia.Page(faux)).QuerySelector("main")!.TextContent.ShouldContain("ne vaut plus rien", Case.Sensitive, faux);
        }

        serveur.Temps.Avancer(TimeSpan.FromDays(8));
        (await samia.Page(lien)).QuerySelector("main")!.TextContent.ShouldContain("ne vaut plus rien");
    }

    /// <summary>Le site envoie de lui-même : on attend le seul courriel qui porte un lien pour cette adresse.</summary>
    static async Task<string> Lien(BoiteSmtp boite, string adresse)
    {
        for (var essai = 0; ; essai++)
        {
            var liens = boite.Recus().Where(r => r.A.Contains(adresse))
                .Select(r => Regex.Match(r.Texte, @"https://neuvieme\.test(?<chemin>/comptes/choisir\?jeton=\S+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))).Where(m => m.Success).ToList();
            if (liens.Count > 0 || essai == 300)
            {
                return liens.ShouldHaveSingleItem().Groups["chemin"].Value;
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    [Theory, SurLesDeuxBases]
    public async Task OuvrirAcces_AdresseFausse_OuDUnAutre_EstRefusee(Base sur)
    {
        await using var serveur = await SansCompte(sur);
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");
        var id = await Agent(serveur, "20120");

        (await chef.EnvoyerFormulaire($"/personnels/ouvrir-acces?id={id}", ("Courriel", "pas une adresse"))).QuerySelector("[role=alert]")!.TextContent.ShouldContain("courriel");
        (await chef.EnvoyerFormulaire($"/personnels/ouvrir-acces?id={id}", ("Courriel", "Samia.Benali@demo.neuvieme.fr"))).QuerySelector("[role=alert]")!.TextContent.ShouldContain("autre personne");

        var agent = await serveur.Lire(db => db.Agents.Where(a => a.Id == id).Select(a => new { a.CompteId, a.Courriel }).SingleAsync());
        (agent.CompteId, agent.Courriel ?? "").ShouldBe((null, ""));
    }

    [Fact]
    public async Task OuvrirAcces_AgentDUnAutreEtablissement_Introuvable()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");

        await chef.Page($"/personnels/ouvrir-acces?id={await Agent(serveur, "60001")}", HttpStatusCode.NotFound);
    }
}
