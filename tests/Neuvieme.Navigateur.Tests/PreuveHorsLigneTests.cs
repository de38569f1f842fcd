using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Navigateur.Tests;

/// <summary>Le dossier de preuve, ouvert depuis un dossier du poste, sans réseau : il refait les empreintes, et voit un octet changé.</summary>
public class PreuveHorsLigneTests(Chromium chromium, ModeleDeDemo modele)
{
    [Fact]
    public async Task LettreSignee_LeDossierSeVerifieSansReseau()
    {
        await using var site = await modele.Servir();
        var dossier = Directory.CreateTempSubdirectory("neuvieme-preuve-");
        try
        {
            await SignerEtDecompresser(site, dossier.FullName);
            await using var fenetre = await chromium.Fenetre(site.Adresse, largeur: 1280);
            await fenetre.SetOfflineAsync(true);
            var page = await fenetre.NewPageAsync();
            var demandes = new List<string>();
            page.Request += (_, r) => demandes.Add(r.Url);
            await page.GotoAsync(new Uri(Path.Combine(dossier.FullName, "VERIFIER.html")).AbsoluteUri);
            var fichiers = dossier.GetFiles().Where(f => f.Extension != ".html").Select(f => f.FullName).ToArray();

            await page.Locator("#f").SetInputFilesAsync(fichiers);
            await page.Locator("#r h2").First.WaitForAsync();
            var conforme = await page.Locator("#r").InnerTextAsync();
            conforme.ShouldContain("conforme");
            conforme.ShouldNotContain("DIFFÉRENT");
            conforme.ShouldNotContain("non choisi");
            (await page.Locator("#s").InnerTextAsync()).ShouldContain("Hugo Roussel");

            var lettre = Path.Combine(dossier.FullName, "lettre.pdf");
            var octets = await File.ReadAllBytesAsync(lettre, TestContext.Current.CancellationToken);
            octets[octets.Length / 2] ^= 1;
            await File.WriteAllBytesAsync(lettre, octets, TestContext.Current.CancellationToken);
            await page.ReloadAsync();
            await page.Locator("#f").SetInputFilesAsync(fichiers);
            await page.Locator("#r h2").First.WaitForAsync();
            (await page.Locator("#r").InnerTextAsync()).ShouldContain("DIFFÉRENT");
            demandes.ShouldAllBe(u => u.StartsWith("file:", StringComparison.Ordinal));
        }
        finally
        {
            dossier.Delete(recursive: true);
        }
    }

    async Task SignerEtDecompresser(SiteDeDemo site, string dossier)
    {
        await using var chezChef = await chromium.Fenetre(site.Adresse, largeur: 1280);
        var chef = await Ecran.Ouvrir(chezChef);
        await chef.SeConnecter("principal@demo.neuvieme.fr");
        await chef.Aller("/lettres");
        await chef.Cliquer("Établir les 2 lettres");
        await chef.Cliquer("Envoyer les 2 lettres à la signature");
        long id;
        await using (var db = Connexion.Ouvrir(site.Fichier))
        {
            id = await db.Lettres.Where(l => l.Attribution!.Mission!.Code == "IMP-APSA").Select(l => l.AttributionId!.Value).SingleAsync(TestContext.Current.CancellationToken);
        }

        await using var chezAnne = await chromium.Fenetre(site.Adresse, largeur: 390);
        var anne = await Ecran.Ouvrir(chezAnne);
        await anne.SeConnecter("anne.kervella@demo.neuvieme.fr");
        await chezAnne.APIRequest.GetAsync($"/lettres/telecharger/{id}");
        await anne.Aller($"/mes-missions/signer/{id}");
        (await anne.Defauts("signer, personne")).ShouldBeEmpty();
        await anne.Page.GetByLabel("Votre mot de passe").FillAsync(Demo.Demonstration.MotDePasse);
        await anne.Cliquer("Signer ma lettre");
        await chef.Aller("/lettres/signer");
        (await chef.Defauts("signer, chef")).ShouldBeEmpty();
        await chef.Page.GetByLabel("Votre mot de passe").FillAsync(Demo.Demonstration.MotDePasse);
        await chef.Cliquer("Signer les lettres cochées");
        await chef.Aller($"/lettres/consulter/{id}");
        (await chef.Defauts("suivi d'une lettre")).ShouldBeEmpty();
        await using var zip = new ZipArchive(new MemoryStream(await (await chezAnne.APIRequest.GetAsync($"/lettres/preuve/{id}")).BodyAsync()));
        await zip.ExtractToDirectoryAsync(dossier, TestContext.Current.CancellationToken);
    }
}
