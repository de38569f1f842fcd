namespace Neuvieme.Navigateur.Tests;

/// <summary>L'examen des pages voit ce qu'il doit voir.</summary>
public class EcranTests(Chromium chromium)
{
    [Fact]
    public async Task Defauts_PageFautive_SontVus()
    {
        await using var fenetre = await chromium.Fenetre(new Uri("about:blank"), largeur: 390);
        var ecran = await Ecran.Ouvrir(fenetre);
        await ecran.Page.SetContentAsync("<html lang='fr'><title>x</title><main><img src='x.png'><div style='width:500px'>large</div></main></html>");

        var defauts = await ecran.Defauts("fautive");

        defauts.ShouldContain(d => d.Contains("image-alt"));
        defauts.ShouldContain(d => d.Contains("déborde de 1"));
    }
}
