using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Suivi;

public class ConstaterTests
{
    [Theory, SurLesDeuxBases]
    public async Task Constater_UnVoyageValide_ProgrammeUnSeulVersement(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");
        using var agent = await serveur.Visiteur("ines.garcia@demo.neuvieme.fr");
        using var recteur = await serveur.Visiteur("recteur@demo.neuvieme.fr");
        var id = await serveur.Lire(db => db.Attributions.Where(a => a.Mission!.Code == "IMP-VOY").Select(a => a.Id).SingleAsync());
        await chef.Cliquer("/attributions", "Demander l’accord", await serveur.Ligne(id));
        await agent.Cliquer($"/mes-missions/consulter/{id}", "Je donne mon accord");
        await chef.Cliquer("/attributions", "Proposer au rectorat", await serveur.Ligne(id));
        await recteur.Cliquer($"/attributions/instruire?uai={Demonstration.College}", "Valider", await serveur.Ligne(id));
        (await serveur.Lire(db => db.Attributions.Where(a => a.Id == id).Select(a => a.Etat).SingleAsync())).ShouldBe(EtatAttribution.Validee);
        (await serveur.Lire(db => db.Echeances.CountAsync(e => e.AttributionId == id))).ShouldBe(0);

        (await chef.EnvoyerFormulaire("/suivi", ("id", id.ToString()), ("le", "2026-09-09"))).QuerySelector("[role=alert]")!.TextContent.ShouldContain("futur");
        (await chef.EnvoyerFormulaire("/suivi", ("id", id.ToString()), ("le", "2026-08-31"))).QuerySelector("[role=alert]")!.TextContent.ShouldContain("avant");
        await chef.EnvoyerFormulaire("/suivi", ("id", id.ToString()), ("le", "2026-09-08"));

        // 312,50 € en une fois ; constaté et validé le 8 septembre, avant le 10 : payé en septembre. Net 312,50 × 0,9046975 = 282,72.
        var echeance = await serveur.Lire(db => db.Echeances.AsNoTracking().SingleAsync(e => e.AttributionId == id));
        (echeance.Mois, echeance.BrutCentimes, echeance.NetEstimeCentimes).ShouldBe((202609, 31250L, 28272L));
    }
}
