using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.MesMissions;

public class RepondreTests
{
    [Theory, SurLesDeuxBases]
    public async Task Repondre_ADemandeRepriseEntreTemps_EstRefuseEtExplique(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var agent = await serveur.Visiteur("samia.benali@demo.neuvieme.fr");
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");
        var id = await serveur.Lire(db => db.Attributions.Where(a => a.Mission!.Code == "IMP-DECR" && a.Uai == Demonstration.College).Select(a => a.Id).SingleAsync());
        var lue = await agent.Page($"/mes-missions/consulter/{id}");
        var reprise = (await chef.Page("/attributions")).QuerySelector($"button[formaction^='/attributions/reprendre?ligne={id}.']");
        reprise.ShouldNotBeNull();
        await chef.CliquerSur(reprise);

        var page = await agent.CliquerSur(lue, "Je donne mon accord");

        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("La demande a changé depuis que vous l’avez lue");
        (await serveur.Lire(db => db.Attributions.Where(a => a.Id == id).Select(a => a.Etat).SingleAsync())).ShouldBe(EtatAttribution.EnPreparation);
    }
}
