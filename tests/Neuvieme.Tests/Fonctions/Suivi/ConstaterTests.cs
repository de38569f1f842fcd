using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Tests.Fonctions.Attributions;
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
        await serveur.Valider(recteur, id);
        (await serveur.Lire(db => db.Attributions.Where(a => a.Id == id).Select(a => a.Etat).SingleAsync())).ShouldBe(EtatAttribution.Validee);
        (await serveur.Lire(db => db.Echeances.CountAsync(e => e.AttributionId == id))).ShouldBe(0);

        // Le voyage finit le 19 mars : R070, rien ne se constate avant.
        serveur.Temps.Aller(new(2027, 3, 22, 8, 0, 0, TimeSpan.Zero));
        using var auRetour = await serveur.Visiteur("principal@demo.neuvieme.fr");
        await auRetour.EnvoyerFormulaire("/comptes/changer", ("Annee", "2026"));
        (await auRetour.EnvoyerFormulaire("/suivi", ("Ids", id.ToString()), ($"Le[{id}]", "2027-03-23"))).QuerySelector("[role=alert]")!.TextContent.ShouldContain("futur");
        (await auRetour.EnvoyerFormulaire("/suivi", ("Ids", id.ToString()), ($"Le[{id}]", "2027-03-18"))).QuerySelector("[role=alert]")!.TextContent.ShouldContain("avant");
        // Ensemble : une mission annuelle cochée par un formulaire forgé, et rien ne se constate ; la page nomme qui.
        var page = await auRetour.Page("/suivi/constater");
        page.QuerySelector($"#le-{id}")!.GetAttribute("value").ShouldBe("2027-03-19", "la fin prévue est proposée");
        var annuelle = await serveur.Lire(db => db.Attributions.Where(a => a.Mission!.Code == "IMP-APSA" && a.Uai == Demonstration.College).Select(a => a.Id).SingleAsync());
        using (var forge = new FormUrlEncodedContent([new("__RequestVerificationToken", page.QuerySelector("main [name=__RequestVerificationToken]")!.GetAttribute("value")!), new("Ids", $"{id}"), new($"Le[{id}]", "2027-03-19"), new("Ids", $"{annuelle}"), new($"Le[{annuelle}]", "2027-03-19")]))
        using (var refusee = await auRetour.Http.PostAsync(new Uri("/suivi/constater", UriKind.Relative), forge, TestContext.Current.CancellationToken))
        {
            (await refusee.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("KERVELLA, « Coordination d’EPS » : le service fait se constate pour une mission ponctuelle");
        }

        (await serveur.Lire(db => db.Echeances.CountAsync(e => e.AttributionId == id))).ShouldBe(0);
        await auRetour.CliquerSur(page, "Constater les missions cochées");

        // 312,50 € en une fois ; constaté le 19, après le jour limite du 10 : payé le mois suivant. Net 312,50 × 0,9046975 = 282,72.
        var echeance = await serveur.Lire(db => db.Echeances.AsNoTracking().SingleAsync(e => e.AttributionId == id));
        (echeance.Mois, echeance.BrutCentimes, echeance.NetEstimeCentimes).ShouldBe((202704, 31250L, 28272L));
    }
}
