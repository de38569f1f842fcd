using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Neuvieme.Demo;
using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Instances;
using Neuvieme.Fonctions.Instances.Enregistrer;
using Neuvieme.Fonctions.Instances.Preparer;
using Neuvieme.Socle;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Instances;

/// <summary>Stupide, énorme, périmé, doublé ou d'un autre établissement : un refus clair, rien d'écrit à moitié.</summary>
public class EntreesHostilesTests
{
    const string Principal = "principal@demo.neuvieme.fr";

    static Task<string> Refus(Visiteur chef, string adresse, params (string, string)[] champs) =>
        chef.EnvoyerFormulaire(adresse, champs).ContinueWith(p => p.Result.QuerySelector("[role=alert]")?.TextContent ?? "", TaskScheduler.Default);

    static Auteur Auteur(ServeurDeTest serveur) => new(null, "Hugo Roussel", "Chef d’établissement", serveur.Temps.GetUtcNow().UtcDateTime, new(2026, 9, 8));

    /// <summary>R047 : de février à juin de l'année N pour N/N+1 ; hors de là un avertissement, jamais un refus.</summary>
    [Theory]
    [InlineData("2026-02-01", true)]
    [InlineData("2026-05-12", true)]
    [InlineData("2026-06-30", true)]
    [InlineData("2026-01-31", false)]
    [InlineData("2026-07-01", false)]
    [InlineData("2026-09-15", false)]
    [InlineData("2027-03-10", false)]
    [InlineData("2025-05-12", false)]
    public void Fenetre_DeFevrierAJuinDeLAnneePreparee(string jour, bool dedans) =>
        FenetreDesAvis.Contient(new AnneeScolaire(2026), DateOnly.Parse(jour, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(dedans);

    [Theory, SurLesDeuxBases]
    public async Task Seance_HorsFenetre_SEnregistreEtSeDitPartout(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, SansAvis.Retirer);
        using var chef = await serveur.Visiteur(Principal);
        (await chef.Page("/instances/enregistrer?instance=ConseilPedagogique")).QuerySelector("main")!.TextContent.ShouldContain("De février à juin 2026");

        var apres = await chef.EnvoyerFormulaire("/instances/enregistrer?instance=ConseilPedagogique", ("RenduLe", "2026-09-07"));

        apres.QuerySelector("[role=status]")!.TextContent.ShouldContain("Hors de la période de février à juin 2026");
        apres.QuerySelector("li .n-source")!.TextContent.ShouldContain("Hors de la période");
    }

    [Theory]
    [InlineData("Favorable", "0", "0", "", "", "", "contredit")]
    [InlineData("Defavorable", "3", "0", "", "", "", "contredit")]
    [InlineData("Partage", "9", "3", "", "", "", "contredit")]
    [InlineData("PrisActe", "9", "3", "", "", "", "ne vote pas")]
    [InlineData("Favorable", "-1", "", "", "", "", "de 0 à 100")]
    [InlineData("Favorable", "101", "", "", "", "", "de 0 à 100")]
    [InlineData("Favorable", "20", "2", "3", "24", "", "25 voix pour 24 présents")]
    [InlineData("Favorable", "20", "2", "", "", "21", "22 voix pour 21 membres")]
    [InlineData("Favorable", "20", "2", "", "25", "24", "plus de présents que de membres")]
    [InlineData("Favorable", "vingt", "", "", "", "", "Votes pour")]
    [InlineData("Unanime", "", "", "", "", "", "Sens")]
    public async Task Voix_QuiNeSePeuventPas_SontRefusees(string sens, string pour, string contre, string abstentions, string presents, string membres, string dit)
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite, SansAvis.Retirer);
        using var chef = await serveur.Visiteur(Principal);

        var refus = await Refus(chef, "/instances/enregistrer?instance=ConseilPedagogique",
            ("RenduLe", "2026-05-12"), ("Sens", sens), ("Pour", pour), ("Contre", contre), ("Abstentions", abstentions), ("Presents", presents), ("Membres", membres), ("Observations", "À garder"));

        refus.ShouldContain(dit);
        (await serveur.Lire(db => db.Avis.AnyAsync(a => a.Uai == Demonstration.College))).ShouldBeFalse();
    }

    [Fact]
    public async Task Quorum_NonAtteint_SeSignaleSansRefuser()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite, db => SansAvis.Retirer(db, Instance.ConseilAdministration));
        using var chef = await serveur.Visiteur(Principal);

        var page = await chef.EnvoyerFormulaire("/instances/enregistrer?instance=ConseilAdministration", ("RenduLe", "2026-05-26"), ("Presents", "12"), ("Membres", "24"));

        page.QuerySelector("[role=status]")!.TextContent.ShouldContain("quorum");
        (await serveur.Lire(db => db.Avis.CountAsync(a => a.Uai == Demonstration.College))).ShouldBe(2);
    }

    [Theory]
    [InlineData("", "date prévue")]
    [InlineData("0001-01-01", "n’est pas celle")]
    [InlineData("2031-05-12", "n’est pas celle")]
    [InlineData("31/02/2026", "Date prévue")]
    [InlineData("2026-05-01", "12 mai 2026")]
    public async Task Preparer_DateImpossible_EstRefusee(string date, string dit)
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var chef = await serveur.Visiteur(Principal);
        var avant = await serveur.Lire(db => db.DossiersInstance.CountAsync());

        (await Refus(chef, "/instances/preparer?instance=ConseilAdministration", ("SeanceLe", date))).ShouldContain(dit);

        (await serveur.Lire(db => db.DossiersInstance.CountAsync())).ShouldBe(avant);
    }

    [Theory, SurLesDeuxBases]
    public async Task Missions_DUnAutreEtablissement_SontRefusees(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, SansAvis.Retirer);
        using var chef = await serveur.Visiteur(Principal);
        var (sienne, autre) = await serveur.Lire(async db => (await db.Missions.Where(m => m.Uai == Demonstration.College).Select(m => m.Id).FirstAsync(), await db.Missions.Where(m => m.Uai == Demonstration.Lycee).Select(m => m.Id).FirstAsync()));

        (await Refus(chef, "/instances/preparer?instance=ConseilPedagogique", ("SeanceLe", "2026-05-12"), ("Missions", $"{sienne}"), ("Missions", $"{autre}"))).ShouldContain("n’est pas dans cette répartition");
        (await Refus(chef, "/instances/enregistrer?instance=ConseilPedagogique", ("RenduLe", "2026-05-12"), ("Missions", $"{sienne}"), ("Missions", $"{autre}"))).ShouldContain("n’est pas dans cette répartition");

        (await serveur.Lire(db => db.Avis.AnyAsync())).ShouldBeFalse();
        (await serveur.Lire(db => db.DossiersInstance.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task RepartitionVide_NAPasDeDossier()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var chef = await serveur.Visiteur(Principal);
        var vide = await serveur.Lire(async db => (await db.Etablissements.SingleAsync(e => e.Uai == Demonstration.College), 2));
        chef.Http.DefaultRequestHeaders.Add("Cookie", "neuvieme-annee=2025");

        (await chef.Page("/instances/preparer?instance=ConseilPedagogique")).QuerySelector("main")!.TextContent.ShouldContain("La répartition est vide");
        (await serveur.Lire(db => new PreparerDossier(Instance.ConseilPedagogique, new(2025, 5, 12), []).Executer(db, vide.Item1, new(2025), Auteur(serveur)))).ShouldContain(r => r.Message.Contains("vide"));
        (await serveur.Lire(db => new EnregistrerAvis(Instance.ConseilPedagogique, new(2025, 5, 12), SensAvis.Favorable, null, null, null, "").Executer(db, vide.Item1, new(2025), Auteur(serveur)))).ShouldContain(r => r.Message.Contains("vide"));
    }

    [Theory, SurLesDeuxBases]
    public async Task Preparer_EnvoyeDeuxFois_NeFaitQuUnDossier(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);
        const string adresse = "/instances/preparer?instance=ConseilAdministration";
        var avant = await serveur.Lire(db => db.DossiersInstance.CountAsync());
        var page = await chef.Page(adresse);

        await chef.Soumettre(page, adresse, ("SeanceLe", "2026-09-20"));
        var premier = chef.Ici;
        await chef.Soumettre(page, adresse, ("SeanceLe", "2026-09-20"));

        chef.Ici.ShouldBe(premier);
        (await serveur.Lire(db => db.DossiersInstance.CountAsync())).ShouldBe(avant + 1);
    }

    [Theory, SurLesDeuxBases]
    public async Task Saisie_SurUneRepartitionQuiAChange_EstRefuseeEtRienNEstPerdu(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, SansAvis.Retirer);
        using var chef = await serveur.Visiteur(Principal);
        const string adresse = "/instances/enregistrer?instance=ConseilPedagogique";
        var page = await chef.Page(adresse);
        await chef.EnvoyerFormulaire("/repartition/ajouter?code=IMP-CHOR", ("Saisie.Intitule", "Rencontre de chorales"), ("Saisie.Parts[0].Centimes", "31250"));

        var refus = await chef.Soumettre(page, adresse, ("RenduLe", "2026-05-12"), ("Observations", "Échanges nourris"));

        refus.QuerySelector("[role=alert]")!.TextContent.ShouldContain("a changé pendant votre saisie");
        refus.QuerySelector("textarea")!.TextContent.ShouldContain("Échanges nourris");
        refus.QuerySelector("main")!.TextContent.ShouldContain("Rencontre de chorales");
        // Relue, la même page s'enregistre.
        await chef.Soumettre(refus, adresse, ("RenduLe", "2026-05-12"));
        chef.Ici.ShouldBe("/instances");
    }

    [Theory, SurLesDeuxBases]
    public async Task DeuxPersonnes_EnMemeTemps_UnSeulAvisSurLeDossier(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, SansAvis.Retirer);
        var college = await serveur.Lire(db => db.Etablissements.SingleAsync(e => e.Uai == Demonstration.College));
        var preparer = new PreparerDossier(Instance.ConseilPedagogique, new(2026, 5, 12), await serveur.Lire(db => db.Missions.Where(m => m.Uai == college.Uai).Select(m => m.Id).ToListAsync()));
        (await serveur.Lire(db => preparer.Executer(db, college, new(2026), Auteur(serveur)))).ShouldBeEmpty();

        var issues = await Task.WhenAll(Enumerable.Range(1, 6).Select(i => Task.Run(() => serveur.Lire(db =>
            new EnregistrerAvis(Instance.ConseilPedagogique, new(2026, 5, 11 + i), SensAvis.Favorable, 10 + i, 0, 0, "") { DossierId = preparer.Id }.Executer(db, college, new(2026), Auteur(serveur))))));

        issues.Count(r => r.Count == 0).ShouldBe(1);
        issues.Where(r => r.Count > 0).ShouldAllBe(r => r[0].Message.Contains("déjà enregistré sur ce dossier"));
        (await serveur.Lire(db => db.Avis.CountAsync(a => a.Uai == college.Uai))).ShouldBe(1);
    }

    [Theory, SurLesDeuxBases]
    public async Task Migration_ChaqueAvisDejaEnregistre_RecoitSonDossier(Base sur)
    {
        await using var laBase = await BaseDeTest.Vide(sur);
        await using var db = laBase.Ouvrir();
        await db.GetService<IMigrator>().MigrateAsync("20261122000004_MoisDePaie", TestContext.Current.CancellationToken);
        await db.Database.ExecuteSqlRawAsync("""
            INSERT INTO "Academies" ("Code", "Libelle") VALUES ('99', 'fictive');
            INSERT INTO "Etablissements" ("Uai", "Denomination", "AcademieCode", "NatureCode", "Secteur", "EducationPrioritaire", "Adresse", "CodePostal", "Commune", "Telephone")
            VALUES ('0990001N', 'Collège', '99', '340', 'Public', 'Aucune', '', '', '', '');
            INSERT INTO "Avis" ("Uai", "Annee", "Instance", "RenduLe", "Sens", "Observations", "PlanPresente", "Auteur", "InstantUtc")
            VALUES ('0990001N', 2025, 'ConseilPedagogique', '2025-05-12', 'Favorable', '', '[{{"MissionId":4,"Code":"IMP-NUM","Intitule":"Numérique","Duree":"AnneeEntiere","Centimes":[125000]}}]', 'Hugo', '2025-05-13 08:00:00Z');
            """, TestContext.Current.CancellationToken);

        await db.Database.MigrateAsync(TestContext.Current.CancellationToken);

        var dossier = await db.DossiersInstance.SingleAsync(TestContext.Current.CancellationToken);
        (await db.Avis.SingleAsync(TestContext.Current.CancellationToken)).DossierId.ShouldBe(dossier.Id);
        (dossier.SeanceLe, dossier.Instance, dossier.EstComplement).ShouldBe((new DateOnly(2025, 5, 12), Instance.ConseilPedagogique, false));
        dossier.Lire().Presentees.ShouldHaveSingleItem().Intitule.ShouldBe("Numérique");
    }
}
