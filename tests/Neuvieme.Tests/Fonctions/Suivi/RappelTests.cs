using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Tests.Fonctions.Attributions;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Suivi;

/// <summary>R072 : validée le 20 novembre, après le jour limite, une mission est payée dès décembre ; octobre et novembre viennent en rappel.</summary>
public class RappelTests
{
    static async Task<long> ValiderEnNovembre(ServeurDeTest serveur)
    {
        serveur.Temps.Aller(new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero));
        using var recteur = await serveur.Visiteur("recteur@demo.neuvieme.fr");
        var id = await serveur.Lire(db => db.Attributions.Where(a => a.Uai == Demonstration.College && a.Etat == EtatAttribution.Proposee).Select(a => a.Id).SingleAsync());
        await serveur.Valider(recteur, id);
        return id;
    }

    [Theory, SurLesDeuxBases]
    public async Task ValideeEnNovembre_LaPaieDeDecembrePorteTroisNeuviemes(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var id = await ValiderEnNovembre(serveur);

        // Table V1 : 2 500 € font huit neuvièmes de 277,78 € et un de 277,76 €. Octobre et novembre rejoignent décembre : 3 × 277,78 = 833,34.
        var echeances = await serveur.Lire(db => db.Echeances.AsNoTracking().Where(e => e.AttributionId == id).OrderBy(e => e.Rang).ToListAsync());
        echeances.Take(4).Select(e => (e.Mois, e.Paie)).ShouldBe([(202610, 202612), (202611, 202612), (202612, 202612), (202701, 202701)]);
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");
        var ligne = (await chef.Page("/suivi")).QuerySelectorAll("tbody tr").Single(l => l.TextContent.Contains("Référente numérique", StringComparison.Ordinal)).TextContent;
        ligne.ShouldContain("2 neuvièmes, soit 555,56\u00A0€, en rappel sur la paie de décembre 2026");
        ligne.ShouldContain("833,34");
    }

    [Theory, SurLesDeuxBases]
    public async Task LaPersonne_LitPourquoiOctobreManque(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var id = await ValiderEnNovembre(serveur);
        using var agent = await serveur.Visiteur("linh.nguyen@demo.neuvieme.fr");

        var page = (await agent.Page($"/mes-missions/consulter/{id}")).QuerySelector("main")!.TextContent;

        page.ShouldContain("555,56\u00A0€ sont payés en rappel sur la paie de décembre 2026");
        page.ShouldContain("premier versement prévu en décembre 2026");
        page.ShouldContain("payé en décembre 2026, en rappel");
    }

    [Theory, SurLesDeuxBases]
    public async Task Suivi_PonctuelleSansServiceFait_EstAPartEtLesTotauxTombentJuste(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var id = await serveur.Lire(db => db.Attributions.Where(a => a.Mission!.Code == "IMP-VOY").Select(a => a.Id).SingleAsync());
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");
        using var agent = await serveur.Visiteur("ines.garcia@demo.neuvieme.fr");
        using var recteur = await serveur.Visiteur("recteur@demo.neuvieme.fr");
        await chef.Cliquer("/attributions", "Demander l’accord", await serveur.Ligne(id));
        await agent.Cliquer($"/mes-missions/consulter/{id}", "Je donne mon accord");
        await chef.Cliquer("/attributions", "Proposer au rectorat", await serveur.Ligne(id));
        await serveur.Valider(recteur, id);

        var page = await chef.Page("/suivi");

        // EPS 2 500 € et mathématiques 1 250 € en neuvièmes ; le voyage, 312,50 €, attend son service fait.
        var total = page.QuerySelectorAll("tfoot td").Select(c => c.TextContent.Trim()).ToList();
        total[^3].ShouldBe("312,50\u00A0€");
        total[^2].ShouldBe("3\u202F750,00\u00A0€");
        page.QuerySelector("main")!.TextContent.ShouldContain("à constater à partir du 19 mars 2027");
    }
}
