using System.Net;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Comptes;

public class ConnexionTests
{
    const string Principal = "principal@demo.neuvieme.fr";

    [Theory, SurLesDeuxBases]
    public async Task Connexion_BonMotDePasse_OuvreLaSession(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var visiteur = serveur.Visiteur();

        await visiteur.SeConnecter(Principal, Demonstration.MotDePasse);

        visiteur.Ici.ShouldBe("/");
        using var encore = await visiteur.Obtenir("/comptes/connexion");
        encore.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/");
    }

    [Theory, SurLesDeuxBases]
    public async Task Connexion_MauvaisMotDePasseOuCompteInconnu_MemeMessage(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var visiteur = serveur.Visiteur();

        var mauvais = await visiteur.SeConnecter(Principal, "autre-chose-2026");
        var inconnu = await visiteur.SeConnecter("personne@demo.neuvieme.fr", Demonstration.MotDePasse);

        mauvais.QuerySelector("main")!.TextContent.ShouldContain("Adresse ou mot de passe inconnu.");
        inconnu.QuerySelector("main")!.TextContent.ShouldContain("Adresse ou mot de passe inconnu.");
        mauvais.QuerySelector("input[name=MotDePasse]")!.GetAttribute("value").ShouldBeNullOrEmpty();
        mauvais.QuerySelector("input[name=Courriel]")!.GetAttribute("value").ShouldBe(Principal);
    }

    [Theory, SurLesDeuxBases]
    public async Task Connexion_CinqEchecs_BloqueMemeLeBonMotDePasse(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var visiteur = serveur.Visiteur();
        for (var essai = 1; essai <= 5; essai++)
        {
            await visiteur.SeConnecter(Principal, "mauvais-" + essai);
        }

        var page = await visiteur.SeConnecter(Principal, Demonstration.MotDePasse);

        page.QuerySelector("main")!.TextContent.ShouldContain("bloqué quinze minutes");
        (await serveur.Lire(db => db.Users.Where(c => c.Email == Principal).Select(c => c.LockoutEnd).SingleAsync())).ShouldNotBeNull();
    }

    [Theory, SurLesDeuxBases]
    public async Task Connexion_RetourVersUnAutreSite_EstIgnore(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var visiteur = serveur.Visiteur();

        await visiteur.EnvoyerFormulaire("/comptes/connexion?retour=https%3A%2F%2Fpirate.example%2F", ("Courriel", Principal), ("MotDePasse", Demonstration.MotDePasse));

        visiteur.Ici.ShouldBe("/");
    }

    [Fact]
    public async Task Connexion_SansJetonDeFormulaire_EstRefusee()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var visiteur = serveur.Visiteur();
        using var corps = new FormUrlEncodedContent([new("Courriel", Principal), new("MotDePasse", Demonstration.MotDePasse)]);

        using var reponse = await visiteur.Http.PostAsync("/comptes/connexion", corps, TestContext.Current.CancellationToken);

        reponse.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory, SurLesDeuxBases]
    public async Task MotsDePasse_SontHaches(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);

        var comptes = await serveur.Lire(db => db.Users.Select(c => new { c.Email, c.PasswordHash }).ToListAsync());
        var nommes = comptes.Where(c => Demonstration.Comptes.Any(d => d.Courriel == c.Email)).Select(c => c.PasswordHash!).ToList();

        // Version 3 du format d'Identity : PBKDF2, reconnaissable à son premier octet ; un sel par compte.
        comptes.ShouldAllBe(c => Convert.FromBase64String(c.PasswordHash!)[0] == 1);
        nommes.Count.ShouldBe(Demonstration.Comptes.Count);
        nommes.Distinct().Count().ShouldBe(nommes.Count);
    }
}
