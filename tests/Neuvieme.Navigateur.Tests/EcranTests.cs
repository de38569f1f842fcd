namespace Neuvieme.Navigateur.Tests;

/// <summary>L'examen des pages voit ce qu'il doit voir.</summary>
public class EcranTests(Chromium chromium)
{
    [Fact]
    public async Task Defauts_PageFautive_SontVus()
    {
        await using var fenetre = await chromium.Fenetre(new Uri("about:blank"), largeur: 390);
        var ecran = await Ecran.Ouvrir(fenetre);
        await ecran.Page.SetContentAsync("<html lang='fr'><title> — Neuvième</title><main><img src='x.png'><details><summary>Plus</summary><div style='width:500px'>large</div></details><div class='n-carte' style='width:100px'><input name='long' aria-label='Long' style='width:150px'></div></main></html>");

        var defauts = await ecran.Defauts("fautive");

        defauts.ShouldContain(d => d.Contains("image-alt"));
        defauts.ShouldContain(d => d.Contains("déborde de 1"));
        defauts.ShouldContain(d => d.Contains("input long sort de son cadre"));
        defauts.ShouldContain(d => d.Contains("pas de titre"));
    }
}
