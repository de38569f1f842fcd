using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.MesMissions;

public class RepondreTests
{
    [Theory, SurLesDeuxBases]
    public async Task DemanderUnChangement_VideOuTropLong_GardeLeFormulaireEtLeTexte(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var agent = await serveur.Visiteur("samia.benali@demo.neuvieme.fr");
        var id = await serveur.Lire(db => db.Attributions.Where(a => a.Mission!.Code == "IMP-DECR" && a.Uai == Demonstration.College).Select(a => a.Id).SingleAsync());
        var trop = new string('a', 1001);

        var vide = await agent.EnvoyerFormulaire($"/mes-missions/consulter/{id}", ("modification", " "));
        var longue = await agent.CliquerSur(vide, "Demander ce changement", ("modification", trop));
        await agent.CliquerSur(longue, "Demander ce changement", ("modification", "Deux heures de moins."));

        vide.QuerySelector("[role=alert]")!.TextContent.ShouldContain("Écrivez ce que vous voudriez changer");
        longue.QuerySelector("[role=alert]")!.TextContent.ShouldContain("au plus 1 000 caractères");
        longue.QuerySelector("textarea[aria-invalid=true]")!.TextContent.ShouldBe(trop);
        agent.Ici.ShouldBe("/mes-missions");
        (await serveur.Lire(db => db.Attributions.Where(a => a.Id == id).Select(a => a.Etat).SingleAsync())).ShouldNotBe(EtatAttribution.AccordDemande);
    }

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

    /// <summary>Tant que rien n'est proposé, la personne dispose de son accord ; une fois proposé, elle le dit à son chef.</summary>
    [Theory, SurLesDeuxBases]
    public async Task Reconsiderer_AvantLaProposition_LaDemandeAttendDeNouveau(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var agent = await serveur.Visiteur("samia.benali@demo.neuvieme.fr");
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");
        var id = await serveur.Lire(db => db.Attributions.Where(a => a.Mission!.Code == "IMP-DECR" && a.Uai == Demonstration.College).Select(a => a.Id).SingleAsync());
        await agent.Cliquer($"/mes-missions/consulter/{id}", "Je donne mon accord");

        (await agent.Cliquer($"/mes-missions/consulter/{id}", "Reprendre mon accord")).QuerySelector("main")!.TextContent.ShouldContain("attend de nouveau votre réponse");
        (await serveur.Lire(db => db.Attributions.Where(a => a.Id == id).Select(a => new { a.Etat, a.AccordReponduLe }).SingleAsync())).ShouldBe(new { Etat = EtatAttribution.AccordDemande, AccordReponduLe = (DateTime?)null });

        await agent.Cliquer($"/mes-missions/consulter/{id}", "Je donne mon accord");
        await chef.Cliquer("/attributions", "Proposer au rectorat", await serveur.Ligne(id));
        (await agent.Page($"/mes-missions/consulter/{id}")).QuerySelector("main")!.TextContent.ShouldNotContain("Reprendre mon accord");
    }

    /// <summary>Demander un changement ne fait pas disparaître la mission : la personne relit ce qu'elle a demandé, le chef le voit dès l'accueil.</summary>
    [Theory, SurLesDeuxBases]
    public async Task DemanderUnChangement_ResteLisible_EtParaitALAccueilDuChef(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var agent = await serveur.Visiteur("samia.benali@demo.neuvieme.fr");
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");
        var id = await serveur.Lire(db => db.Attributions.Where(a => a.Mission!.Code == "IMP-DECR" && a.Uai == Demonstration.College).Select(a => a.Id).SingleAsync());
        await agent.Cliquer($"/mes-missions/consulter/{id}", "Demander ce changement", ("modification", "Une heure de moins"));

        (await agent.Page("/mes-missions")).QuerySelector("main")!.TextContent.ShouldContain("vous avez demandé un changement");
        (await agent.Page($"/mes-missions/consulter/{id}")).QuerySelector("main")!.TextContent.ShouldContain("« Une heure de moins »");
        (await chef.Page("/")).QuerySelector("main")!.TextContent.ShouldContain("1 personne demande un changement");
    }
}
