using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Repartition;

/// <summary>Le formulaire a plusieurs boutons : ce que l'un a fait ne se rejoue pas quand on presse l'autre.</summary>
public class FormulaireMissionTests
{
    const string Principal = "principal@demo.neuvieme.fr";

    [Theory, SurLesDeuxBases]
    public async Task Partager_PuisEnregistrer_FaitDeuxParts(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);
        var agents = await serveur.Lire(db => db.Agents.Where(a => a.Uai == Demonstration.College && (a.IdSts == "20120" || a.IdSts == "20131")).OrderBy(a => a.IdSts).Select(a => a.Id).ToListAsync());

        var page = await chef.Cliquer("/repartition/ajouter?code=IMP-CULT", "Partager", ("Saisie.Intitule", "Culture à deux"), ("Saisie.Parts[0].AgentId", $"{agents[0]}"), ("Saisie.Parts[0].Centimes", "31250"));
        await chef.CliquerSur(page, "Enregistrer", ("Saisie.Parts[1].AgentId", $"{agents[1]}"), ("Saisie.Parts[1].Centimes", "31250"));

        chef.Ici.ShouldBe("/repartition");
        (await serveur.Lire(db => db.Attributions.Where(a => a.Mission!.Intitule == "Culture à deux").OrderBy(a => a.Id).Select(a => a.AgentId!.Value).ToListAsync())).ShouldBe(agents);
    }

    [Theory, SurLesDeuxBases]
    public async Task Controler_PuisEnregistrer_Enregistre(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);

        var page = await chef.Cliquer("/repartition/ajouter?code=IMP-CULT", "Contrôler sans enregistrer", ("Saisie.Intitule", "Culture contrôlée"));
        await chef.CliquerSur(page, "Enregistrer");

        chef.Ici.ShouldBe("/repartition");
        (await serveur.Lire(db => db.Missions.CountAsync(m => m.Intitule == "Culture contrôlée"))).ShouldBe(1);
    }

    [Theory, SurLesDeuxBases]
    public async Task Modifier_DatesEtHeuresFausses_MarqueChaqueChamp(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);
        var id = await serveur.Lire(db => db.Missions.Where(m => m.Uai == Demonstration.College && m.Code == "IMP-TUT").Select(m => m.Id).SingleAsync());

        var page = await chef.EnvoyerFormulaire($"/repartition/modifier/{id}", ("Saisie.Intitule", "Tutorat"), ("Saisie.Debut", "2020-01-01"), ("Saisie.HeuresEstimees", "5000"), ("Saisie.Parts[0].Centimes", "1"));

        page.QuerySelectorAll("[aria-invalid=true]").Select(c => c.GetAttribute("name")).ShouldBe(["Saisie.HeuresEstimees", "Saisie.Debut", "Saisie.Parts[0].Centimes"]);
        foreach (var (champ, texte) in new[] { ("Saisie.HeuresEstimees", "de 1 à 1 607"), ("Saisie.Debut", "1er janvier 2020"), ("Saisie.Parts[0].Centimes", "l’un des cinq taux") })
        {
            var erreur = page.QuerySelector($"[name='{champ}']")!.GetAttribute("aria-describedby")!;
            page.GetElementById(erreur)!.TextContent.ShouldContain(texte);
        }

        page.QuerySelector("[role=alert]")!.HasAttribute("autofocus").ShouldBeTrue();
    }

    [Theory, SurLesDeuxBases]
    public async Task Ajouter_MemeFormulaireAvecUnAutreTaux_DitQueRienDeNouveauNEstEnregistre(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);
        var page = await chef.Page("/repartition/ajouter?code=IMP-CULT");
        await chef.Soumettre(page, "/repartition/ajouter", ("Saisie.Intitule", "Culture une fois"), ("Saisie.Parts[0].Centimes", "62500"));

        var encore = await chef.Soumettre(page, "/repartition/ajouter", ("Saisie.Intitule", "Culture une fois"), ("Saisie.Parts[0].Centimes", "31250"));

        encore.QuerySelector("[role=alert]")!.TextContent.ShouldContain("a déjà ajouté « Culture une fois »");
        (await serveur.Lire(db => db.Attributions.Where(a => a.Mission!.Intitule == "Culture une fois").Select(a => a.Centimes).SingleAsync())).ShouldBe(62500);
    }
}
