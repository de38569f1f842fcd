using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Comptes;
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

        var faite = await chef.CliquerSur(page, "Activer", ("Code", CodeDuMoment.De(cle, serveur.Temps)), ("MotDePasse", Demonstration.MotDePasse));

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
        // RFC 6238, § 5.2 : le code qui vient de servir à l'activation ne sert plus, ni celui qui le suit deux fois.
        (await ailleurs.EnvoyerFormulaire("/comptes/code-unique", ("Code", CodeDuMoment.De(cle, serveur.Temps)))).Texte().ShouldContain("il a déjà servi");
        serveur.Temps.Avancer(TimeSpan.FromSeconds(30));
        await ailleurs.EnvoyerFormulaire("/comptes/code-unique", ("Code", CodeDuMoment.De(cle, serveur.Temps)));
        ailleurs.Ici.ShouldBe("/");
        using (var epaule = serveur.Visiteur())
        {
            await epaule.SeConnecter(Principal, Demonstration.MotDePasse);
            serveur.Temps.Avancer(TimeSpan.FromSeconds(-30));
            (await epaule.EnvoyerFormulaire("/comptes/code-unique", ("Code", CodeDuMoment.De(cle, serveur.Temps)))).Texte().ShouldContain("il a déjà servi");
            serveur.Temps.Avancer(TimeSpan.FromSeconds(30));
            (await epaule.EnvoyerFormulaire("/comptes/code-unique", ("Code", CodeDuMoment.De(cle, serveur.Temps)))).Texte().ShouldContain("il a déjà servi");
        }

        foreach (var (code, arrivee) in new[] { (secours[0], "/"), (secours[0], "/comptes/code-unique"), (secours[1], "/") })
        {
            using var sansTelephone = serveur.Visiteur();
            await sansTelephone.SeConnecter(Principal, Demonstration.MotDePasse);
            await sansTelephone.EnvoyerFormulaire("/comptes/code-unique", ("Code", code));
            sansTelephone.Ici.ShouldBe(arrivee);
        }

        (await ailleurs.Cliquer("/comptes/double-controle", "Retirer", ("MotDePasse", Demonstration.MotDePasse), ("Code", CodeDuMoment.De(cle, serveur.Temps)))).Texte().ShouldContain("il a déjà servi");
        serveur.Temps.Avancer(TimeSpan.FromSeconds(30));
        await ailleurs.Cliquer("/comptes/double-controle", "Retirer", ("MotDePasse", Demonstration.MotDePasse), ("Code", CodeDuMoment.De(cle, serveur.Temps)));
        (await serveur.Lire(db => db.Users.Where(c => c.Email == Principal).Select(c => c.TwoFactorEnabled).SingleAsync())).ShouldBeFalse();
    }

    [Theory, SurLesDeuxBases]
    public async Task MemeCode_QuatreFoisEnMemeTemps_NOuvreQuUneSession(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var cle = await Activer(serveur, Principal);
        var visiteurs = new List<(Visiteur Qui, AngleSharp.Html.Dom.IHtmlDocument Page)>();
        for (var i = 0; i < 4; i++)
        {
            var qui = serveur.Visiteur();
            await qui.SeConnecter(Principal, Demonstration.MotDePasse);
            visiteurs.Add((qui, await qui.Page("/comptes/code-unique")));
        }

        await Task.WhenAll(visiteurs.Select(v => v.Qui.Soumettre(v.Page, "/comptes/code-unique", ("Code", CodeDuMoment.De(cle, serveur.Temps)))));

        visiteurs.Count(v => v.Qui.Ici == "/").ShouldBe(1);
        visiteurs.ForEach(v => v.Qui.Dispose());
    }

    [Theory, SurLesDeuxBases]
    public async Task Reinitialiser_UnCompteADoubleControle_LeRetire_LeDitALaPersonneEtAuJournal(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        await Activer(serveur, Principal);
        using var admin = await serveur.Visiteur("admin@demo.neuvieme.fr");
        var id = await serveur.Lire(db => db.Users.Where(c => c.Email == Principal).Select(c => c.Id).SingleAsync());
        var page = await admin.Page($"/comptes/reinitialiser?id={id}");
        page.Texte().ShouldContain("le double contrôle retiré");

        await admin.CliquerSur(page, "mot de passe provisoire");

        (await serveur.Lire(db => db.Users.Where(c => c.Id == id).Select(c => c.TwoFactorEnabled).SingleAsync())).ShouldBeFalse();
        (await serveur.Lire(db => db.Journal.Where(j => j.Action == "mot de passe réinitialisé").Select(j => j.Apres).SingleAsync())).ShouldContain("double_controle");
        (await serveur.Lire(db => db.Courriels.Where(c => c.CompteId == id && c.Objet == "Votre mot de passe a été réinitialisé").Select(c => c.Texte).SingleAsync())).ShouldContain("double contrôle");
    }

    static async Task<string> Activer(ServeurDeTest serveur, string courriel)
    {
        using var portee = serveur.Services.CreateScope();
        var comptes = portee.ServiceProvider.GetRequiredService<UserManager<Compte>>();
        var compte = (await comptes.FindByEmailAsync(courriel))!;
        await comptes.ResetAuthenticatorKeyAsync(compte);
        await comptes.SetTwoFactorEnabledAsync(compte, true);
        return (await comptes.GetAuthenticatorKeyAsync(compte))!;
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
