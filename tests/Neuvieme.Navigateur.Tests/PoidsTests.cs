namespace Neuvieme.Navigateur.Tests;

public class PoidsTests(Chromium chromium, ModeleDeDemo modele)
{
    [Fact]
    public async Task PremiereVisite_250Ko_PagesSuivantes_30Ko()
    {
        await using var site = await modele.Servir();
        await using var fenetre = await chromium.Fenetre(site.Adresse, largeur: 1280);
        var ecran = await Ecran.Ouvrir(fenetre);

        await ecran.Aller("/comptes/connexion");
        (await ecran.Peser()).ShouldBeInRange(5_000, 250_000);

        await ecran.SeConnecter("principal@demo.neuvieme.fr");
        await ecran.Peser();
        foreach (var adresse in (string[])["/", "/repartition", "/instances", "/attributions", "/enveloppes"])
        {
            await ecran.Aller(adresse);
            (await ecran.Peser()).ShouldBeInRange(500, 30_000, adresse);
            await ecran.Examiner("principal" + adresse);
        }
    }
}
