using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Repartition;

/// <summary>Deux personnes ouvrent la même mission : la seconde sait qui est passé, ce qui diffère, et choisit.</summary>
public class ConflitTests
{
    const string Principal = "principal@demo.neuvieme.fr", Secretariat = "secretariat@demo.neuvieme.fr";

    static string Texte(AngleSharp.Dom.IDocument page) => page.QuerySelector("main")!.TextContent.Replace('\u00a0', ' ').Replace('\u202f', ' ');

    [Theory, SurLesDeuxBases]
    public async Task Modifier_UneMissionChangeeEntreTemps_DitQuiEtQuoi_PuisLaisseChoisir(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);
        using var secretariat = await serveur.Visiteur(Secretariat);
        var id = await serveur.Lire(db => db.Missions.Where(m => m.Uai == Demonstration.College && m.Code == "IMP-TUT").Select(m => m.Id).SingleAsync());
        var adresse = $"/repartition/modifier/{id}";
        var ouverte = await chef.Page(adresse);
        await secretariat.Cliquer(adresse, "Enregistrer", ("Saisie.HeuresEstimees", "24"));

        var conflit = await chef.Soumettre(ouverte, adresse, ("Saisie.Intitule", "Tutorat de troisième"));

        // Le nom de qui est passé, l'ancien et le nouveau ; et rien d'écrasé.
        Texte(conflit).ShouldContain("Nora Meunier a enregistré cette mission");
        conflit.QuerySelectorAll("[role=alert] tbody tr").Select(t => string.Join(" | ", t.Children.Select(c => c.TextContent))).Order().ShouldBe(["Heures estimées | 24 | 18", "Intitulé | Tutorat des élèves de 3e | Tutorat de troisième"], ignoreOrder: true);
        (await serveur.Lire(db => db.Missions.AsNoTracking().SingleAsync(m => m.Id == id))).Intitule.ShouldBe("Tutorat des élèves de 3e");

        await chef.CliquerSur(conflit, "Enregistrer");
        var mission = await serveur.Lire(db => db.Missions.AsNoTracking().SingleAsync(m => m.Id == id));
        (mission.Intitule, mission.HeuresEstimees).ShouldBe(("Tutorat de troisième", 18));
    }
}
