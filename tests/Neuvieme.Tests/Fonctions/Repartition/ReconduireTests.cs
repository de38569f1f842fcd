using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Tests.Socle;
using Mission = Neuvieme.Fonctions.Repartition.Mission;

namespace Neuvieme.Tests.Fonctions.Repartition;

/// <summary>L'an dernier en un clic : les missions, jamais les personnes ni leur accord.</summary>
public class ReconduireTests
{
    const string Principal = "principal@demo.neuvieme.fr";

    static async Task AnDernier(NeuviemeDb db)
    {
        var agent = await db.Agents.SingleAsync(a => a.Uai == Demonstration.College && a.IdSts == "20131");
        var auteur = new Neuvieme.Socle.Auteur(null, "essai", "", new(2025, 9, 20, 8, 0, 0, DateTimeKind.Utc), new(2025, 9, 20));
        var culture = new Mission
        {
            Uai = Demonstration.College, Annee = 2025, Code = "IMP-CULT", Intitule = "Cinéma et patrimoine", Contenu = "Programmer les séances\nAccueillir les partenaires", HeuresEstimees = 30,
            LienProjetEtablissement = true, Debut = new(2025, 9, 1), Fin = new(2026, 6, 30),
        };
        var tenue = new Attribution { Uai = Demonstration.College, Annee = 2025, AgentId = agent.Id, Centimes = 125_000, Justification = "Deux classes de plus" };
        foreach (var action in (ActionAttribution[])[ActionAttribution.DemanderAccord, ActionAttribution.Accorder, ActionAttribution.Proposer, ActionAttribution.Valider])
        {
            tenue.Passer(action, auteur).ShouldBeNull();
        }

        culture.Attributions.Add(tenue);
        db.Missions.Add(culture);
        db.Missions.Add(new Mission { Uai = Demonstration.College, Annee = 2025, Code = "IMP-DISPARUE", Intitule = "Mission d’un autre temps" });
        await db.SaveChangesAsync();
    }

    static Task<Mission> Reprise(ServeurDeTest serveur) =>
        serveur.Lire(db => db.Missions.AsNoTracking().Include(m => m.Attributions).SingleAsync(m => m.Annee == 2026 && m.Intitule == "Cinéma et patrimoine"));

    [Theory, SurLesDeuxBases]
    public async Task Reconduire_ReprendLeBesoinEtLeTaux_NiLaPersonneNiLesDates(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, AnDernier);
        using var chef = await serveur.Visiteur(Principal);
        var page = await chef.Page("/repartition/reconduire");
        page.QuerySelector("main")!.TextContent.ShouldContain("tenue par");
        page.QuerySelector("main")!.TextContent.ShouldContain("n’est plus dans la nomenclature");

        await chef.CliquerSur(page, "Reprendre les missions cochées");

        var mission = await Reprise(serveur);
        (mission.HeuresEstimees, mission.Duree, mission.Debut, mission.Fin, mission.LienProjetEtablissement).ShouldBe((30, Duree.AnneeEntiere, null, null, null));
        mission.Activites.ShouldBe(["Programmer les séances", "Accueillir les partenaires"]);
        var part = mission.Attributions.ShouldHaveSingleItem();
        (part.AgentId, part.Centimes, part.Etat, part.Justification).ShouldBe((null, 125_000, EtatAttribution.EnPreparation, ""));
    }

    [Theory, SurLesDeuxBases]
    public async Task Reconduire_DeuxFois_NeReprendQuUneFois_EtLesFaitsConfirmesViennent(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, AnDernier);
        using var chef = await serveur.Visiteur(Principal);
        var page = await chef.Page("/repartition/reconduire");

        await chef.CliquerSur(page, "Reprendre les missions cochées", ("FaitsConfirmes", "true"));
        (await chef.Soumettre(page, "/repartition/reconduire", ("FaitsConfirmes", "true"))).QuerySelector("[role=alert]")!.TextContent.ShouldContain("déjà dans la répartition");

        var mission = await Reprise(serveur);
        (mission.LienProjetEtablissement, mission.Attributions[0].Justification).ShouldBe((true, "Deux classes de plus"));
    }

    [Theory, SurLesDeuxBases]
    public async Task Reconduire_UneMissionDUnAutreEtablissement_NeReprendRien(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, AnDernier);
        using var proviseure = await serveur.Visiteur("proviseure@demo.neuvieme.fr");
        var id = await serveur.Lire(db => db.Missions.Where(m => m.Annee == 2025 && m.Code == "IMP-CULT").Select(m => m.Id).SingleAsync());
        await serveur.Lire(async db =>
        {
            db.Missions.Add(new Mission { Uai = Demonstration.Lycee, Annee = 2025, Code = "IMP-TUT", Intitule = "Tutorat d’avant", Attributions = [new() { Uai = Demonstration.Lycee, Annee = 2025, Centimes = 62_500 }] });
            return await db.SaveChangesAsync();
        });

        var page = await proviseure.EnvoyerFormulaire("/repartition/reconduire", ("Ids", $"{id}"));

        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("n’existe pas dans l’année précédente");
        (await serveur.Lire(db => db.Missions.CountAsync(m => m.Annee == 2026 && m.Intitule == "Cinéma et patrimoine"))).ShouldBe(0);
    }
}
