using System.Net;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Tests.Socle;

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
