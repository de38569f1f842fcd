using System.Net;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Tests.Fonctions.Lettres;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Comptes;

/// <summary>Le code de l'application : l'activer, se connecter avec, le perdre.</summary>
public class DoubleControleTests
{
    const string Principal = "principal@demo.neuvieme.fr";

    [Theory, SurLesDeuxBases]
    public async Task Activer_PuisSeConnecter_DemandeLeCode_EtUnCodeDeSecoursNeSertQuUneFois(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = serveur.Visiteur();
        await chef.SeConnecter(Principal, Demonstration.MotDePasse);
        var page = await chef.Page("/comptes/double-controle");
        var cle = page.QuerySelector("input[name=Cle]")!.GetAttribute("value")!;
        (await chef.CliquerSur(page, "Activer", ("Code", "000000"), ("MotDePasse", "autre-chose-2026"))).Texte().ShouldContain("Ce n’est pas votre mot de passe");
        (await chef.CliquerSur(page, "Activer", ("Code", "12"), ("MotDePasse", Demonstration.MotDePasse))).Texte().ShouldContain("rien n’est changé");
        (await serveur.Lire(db => db.UserTokens.CountAsync())).ShouldBe(0);

        var faite = await chef.CliquerSur(page, "Activer", ("Code", CodeDuMoment.De(cle)), ("MotDePasse", Demonstration.MotDePasse));

        var secours = faite.QuerySelectorAll("main li code").Select(c => c.TextContent).ToList();
        secours.Count.ShouldBe(10);
        (await chef.Page("/lettres")).Title!.ShouldContain("Lettres", Case.Sensitive, "la session reste ouverte");

        using var ailleurs = serveur.Visiteur();
        await ailleurs.SeConnecter(Principal, Demonstration.MotDePasse);
        ailleurs.Ici.ShouldBe("/comptes/code-unique");
        using (var fermee = await ailleurs.Obtenir("/lettres"))
        {
            fermee.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/comptes/connexion", "le mot de passe seul n'ouvre rien");
        }

        (await ailleurs.EnvoyerFormulaire("/comptes/code-unique", ("Code", "12"))).Texte().ShouldContain("Ce code n’est pas le bon");
        await ailleurs.EnvoyerFormulaire("/comptes/code-unique", ("Code", CodeDuMoment.De(cle)));
        ailleurs.Ici.ShouldBe("/");

        foreach (var (code, arrivee) in new[] { (secours[0], "/"), (secours[0], "/comptes/code-unique"), (secours[1], "/") })
        {
            using var sansTelephone = serveur.Visiteur();
            await sansTelephone.SeConnecter(Principal, Demonstration.MotDePasse);
            await sansTelephone.EnvoyerFormulaire("/comptes/code-unique", ("Code", code));
            sansTelephone.Ici.ShouldBe(arrivee);
        }

        await ailleurs.Cliquer("/comptes/double-controle", "Retirer", ("MotDePasse", Demonstration.MotDePasse), ("Code", CodeDuMoment.De(cle)));
        (await serveur.Lire(db => db.Users.Where(c => c.Email == Principal).Select(c => c.TwoFactorEnabled).SingleAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task CodeUnique_SansMotDePasseDAbord_MeneALaConnexion()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var quiconque = serveur.Visiteur();

        await quiconque.Page("/comptes/code-unique", HttpStatusCode.OK);

        quiconque.Ici.ShouldBe("/comptes/connexion");
    }
}
