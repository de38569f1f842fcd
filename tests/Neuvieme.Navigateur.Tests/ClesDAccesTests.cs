using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Neuvieme.Fonctions.Lettres;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Navigateur.Tests;

/// <summary>Un vrai Chromium et un appareil simulé (WebAuthn) : fabriquer une clé, entrer sans mot de passe, signer, et ne rien tirer d'une réponse déjà servie.</summary>
public class ClesDAccesTests(Chromium chromium, ModeleDeDemo modele)
{
    const string Anne = "anne.kervella@demo.neuvieme.fr";

    [Fact]
    public async Task Cle_AjouteePuisConnexionPuisSignature_UneReponseNeSertQuUneFois()
    {
        await using var site = await modele.Servir();
        var id = await LettreAttendue(site);
        // Une clé tient à un nom : l'adresse IP n'en est pas un.
        await using var fenetre = await chromium.Fenetre(new Uri($"http://localhost:{site.Adresse.Port}"), largeur: 390);
        var anne = await Ecran.Ouvrir(fenetre);
        var appareil = await fenetre.NewCDPSessionAsync(anne.Page);
        await appareil.SendAsync("WebAuthn.enable");
        await appareil.SendAsync("WebAuthn.addVirtualAuthenticator", new() { ["options"] = new { protocol = "ctap2", transport = "internal", hasResidentKey = true, hasUserVerification = true, isUserVerified = true, automaticPresenceSimulation = true } });
        await anne.SeConnecter(Anne);

        await anne.Aller("/comptes/cle-acces");
        (await anne.Defauts("clés d'accès")).ShouldBeEmpty();
        await anne.Page.GetByLabel("Mot de passe").FillAsync("ce n’est pas lui");
        await anne.Page.GetByRole(AriaRole.Button, new() { Name = "Ajouter une clé d’accès" }).ClickAsync();
        await anne.Page.GetByText("Ce n’est pas votre mot de passe").WaitForAsync();
        await anne.Page.GetByLabel("Mot de passe").FillAsync(Demo.Demonstration.MotDePasse);
        await anne.Page.GetByRole(AriaRole.Button, new() { Name = "Ajouter une clé d’accès" }).ClickAsync();
        await anne.Page.GetByText("La clé d’accès est ajoutée").WaitForAsync();
        (await anne.Texte()).ShouldContain("Mon appareil");

        await anne.Aller("/comptes/deconnexion");
        await fenetre.ClearCookiesAsync();
        await anne.Aller("/comptes/connexion");
        await anne.Page.GetByRole(AriaRole.Button, new() { Name = "Avec une clé d’accès" }).ClickAsync();
        await anne.Page.WaitForURLAsync("**/mes-missions");

        await fenetre.APIRequest.GetAsync($"/lettres/telecharger/{id}");
        await anne.Aller($"/mes-missions/signer/{id}");
        (await anne.Defauts("signer par clé")).ShouldBeEmpty();
        var envoi = anne.Page.WaitForRequestAsync(r => r.Method == "POST" && r.Url.Contains("/mes-missions/signer/"));
        await anne.Page.GetByRole(AriaRole.Button, new() { Name = "Signer avec ma clé d’accès" }).ClickAsync();
        var envoye = await envoi;
        await anne.Page.GetByText("Votre lettre est signée").WaitForAsync();

        await using (var db = Connexion.Ouvrir(site.Fichier))
        {
            (await db.SignaturesDeLettre.Where(s => s.Partie == Partie.Agent).Select(s => s.Moyen).SingleAsync(TestContext.Current.CancellationToken)).ShouldBe(MoyenDeSignature.CleDAcces);
        }

        var rejeu = await fenetre.APIRequest.PostAsync(envoye.Url, new() { DataByte = envoye.PostDataBuffer, Headers = new Dictionary<string, string> { ["Content-Type"] = "application/x-www-form-urlencoded" } });
        (await rejeu.TextAsync()).ShouldContain("La clé d’accès n’a pas été reconnue");

        await anne.Aller("/comptes/cle-acces");
        await anne.Page.GetByText("Retirer Mon appareil").Or(anne.Page.Locator("summary")).First.ClickAsync();
        await anne.Page.Locator("[id^='retirer-']").FillAsync(Demo.Demonstration.MotDePasse);
        await anne.Cliquer("Retirer cette clé");
        (await anne.Texte()).ShouldContain("La clé d’accès est retirée");
        await fenetre.ClearCookiesAsync();
        await anne.Aller("/comptes/connexion");
        await anne.Page.GetByRole(AriaRole.Button, new() { Name = "Avec une clé d’accès" }).ClickAsync();
        await anne.Page.GetByText("La clé d’accès n’a pas été reconnue").WaitForAsync();
    }

    async Task<long> LettreAttendue(SiteDeDemo site)
    {
        await using var chezChef = await chromium.Fenetre(site.Adresse, largeur: 1280);
        var chef = await Ecran.Ouvrir(chezChef);
        await chef.SeConnecter("principal@demo.neuvieme.fr");
        await chef.Aller("/lettres");
        await chef.Cliquer("Établir les 2 lettres");
        await chef.Cliquer("Envoyer les 2 lettres à la signature");
        await using var db = Connexion.Ouvrir(site.Fichier);
        return await db.Lettres.Where(l => l.Attribution!.Mission!.Code == "IMP-APSA").Select(l => l.AttributionId!.Value).SingleAsync(TestContext.Current.CancellationToken);
    }
}
