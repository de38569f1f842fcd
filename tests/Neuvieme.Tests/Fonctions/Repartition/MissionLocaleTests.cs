using System.Net;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Tests.Socle;
using Mission = Neuvieme.Fonctions.Repartition.Mission;

namespace Neuvieme.Tests.Fonctions.Repartition;

/// <summary>Ce que l'établissement a défini au titre de l'article 7 se reprend une mission à la fois, comme un type de plus.</summary>
public class MissionLocaleTests
{
    const string Principal = "principal@demo.neuvieme.fr";

    static async Task AnDernier(NeuviemeDb db)
    {
        foreach (var (uai, annee, intitule) in new[] { (Demonstration.College, 2024, "Jardin pédagogique"), (Demonstration.College, 2025, "Jardin pédagogique"), (Demonstration.College, 2025, "Voyage à Séville"), (Demonstration.Lycee, 2025, "Atelier radio") })
        {
            var mission = new Mission { Uai = uai, Annee = annee, Code = intitule == "Voyage à Séville" ? "IMP-VOY" : "IMP-ART7", Intitule = intitule, Contenu = "Tenir l’atelier", HeuresEstimees = 18, LienProjetEtablissement = true, Debut = new(annee, 9, 1) };
            mission.Attributions.Add(new() { Uai = uai, Annee = annee, Centimes = annee == 2025 ? 62_500 : 31_250, Justification = "Une classe" });
            db.Missions.Add(mission);
        }

        await db.SaveChangesAsync();
    }

    [Theory, SurLesDeuxBases]
    public async Task Ajouter_UneMissionPropreALEtablissement_ReprendContenuEtTaux(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, AnDernier);
        using var chef = await serveur.Visiteur(Principal);
        var page = await chef.Page("/repartition/ajouter");
        // La plus récente des deux, et ni celle que l'année prévoit déjà, ni celle du lycée.
        var liens = page.QuerySelectorAll("a[href*='modele=']").ToList();
        liens.Select(l => l.TextContent).ShouldBe(["Jardin pédagogique"]);

        await chef.Cliquer(liens[0].GetAttribute("href")!, "Enregistrer");

        var mission = await serveur.Lire(db => db.Missions.AsNoTracking().Include(m => m.Attributions).SingleAsync(m => m.Uai == Demonstration.College && m.Annee == 2026 && m.Intitule == "Jardin pédagogique"));
        (mission.Contenu, mission.HeuresEstimees, mission.Debut, mission.LienProjetEtablissement).ShouldBe(("Tenir l’atelier", 18, null, null));
        var part = mission.Attributions.ShouldHaveSingleItem();
        (part.AgentId, part.Centimes, part.Justification).ShouldBe((null, 62_500, ""));
    }

    [Fact]
    public async Task Ajouter_LeModeleDUnAutreEtablissement_EstIntrouvable()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite, AnDernier);
        using var chef = await serveur.Visiteur(Principal);
        var id = await serveur.Lire(db => db.Missions.Where(m => m.Intitule == "Atelier radio").Select(m => m.Id).SingleAsync());
        await chef.Page($"/repartition/ajouter?modele={id}", HttpStatusCode.NotFound);
    }
}
