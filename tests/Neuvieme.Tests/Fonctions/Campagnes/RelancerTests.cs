using System.Net;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Campagnes;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Tests.Socle;
using static Neuvieme.Tests.Fonctions.Campagnes.SituationDeCampagne;

namespace Neuvieme.Tests.Fonctions.Campagnes;

/// <summary>Qui n'a pas fini, et un rappel en un clic ; l'accueil suit le calendrier.</summary>
public class RelancerTests
{
    [Theory, SurLesDeuxBases]
    public async Task Relancer_DepuisLAccueil_UneFoisParJour(Base sur)
    {
        await using var serveur = await Servir(sur, GenreCampagne.DemanderAccords, "2026-09-01", "2026-09-30");
        using var gestion = await serveur.Visiteur(Gestion);
        var accueil = await gestion.Page("/");
        accueil.Body!.TextContent.ShouldContain("1 établissement a fini");

        var page = await gestion.CliquerSur(accueil, "Relancer");
        gestion.Ici.ShouldBe($"/campagnes/consulter/{await serveur.LaCampagne()}?voir=Restent");
        // Le principal et son adjointe, qui tient sa délégation.
        page.QuerySelector("[role=status]")!.TextContent.ShouldContain("2 courriels déposés");
        page.QuerySelectorAll("tbody tr").Single().TextContent.ShouldContain("Neuf Peupliers");

        var encore = await gestion.Cliquer("/", "Relancer");
        encore.QuerySelector("[role=alert]")!.TextContent.ShouldContain("un par jour au plus");
        (await serveur.Lire(db => db.Courriels.CountAsync(c => c.Genre == GenreCourriel.Campagne))).ShouldBe(2);

        serveur.Temps.Aller(new(2026, 9, 8, 22, 0, 0, TimeSpan.Zero));
        using var lendemain = await serveur.Visiteur(Gestion);
        await lendemain.Cliquer("/", "Relancer");
        (await serveur.Lire(db => db.Courriels.CountAsync(c => c.Genre == GenreCourriel.Campagne))).ShouldBe(4);
    }

    [Theory, SurLesDeuxBases]
    public async Task Relancer_DeuxPersonnesALaFois_UnSeulRappel(Base sur)
    {
        await using var serveur = await Servir(sur, GenreCampagne.DemanderAccords, "2026-09-01", "2026-09-30");
        using var gestion = await serveur.Visiteur(Gestion);
        using var recteur = await serveur.Visiteur(Recteur);
        var pages = (await gestion.Page("/"), await recteur.Page("/"));

        await Task.WhenAll(gestion.CliquerSur(pages.Item1, "Relancer"), recteur.CliquerSur(pages.Item2, "Relancer"));

        (await serveur.Lire(db => db.Courriels.CountAsync(c => c.Genre == GenreCourriel.Campagne))).ShouldBe(2);
        (await serveur.Lire(db => db.Journal.CountAsync(j => j.Action == "retardataires relancés"))).ShouldBe(1);
    }

    [Fact]
    public async Task Relancer_Close_DitQueCelaNeChangeraitRien()
    {
        await using var serveur = await Servir(Base.Sqlite, GenreCampagne.DemanderAccords, "2026-09-01", "2026-09-30");
        using var gestion = await serveur.Visiteur(Gestion);
        var lue = await gestion.Page($"/campagnes/consulter/{await serveur.LaCampagne()}");
        await serveur.Lire(db => db.Campagnes.ExecuteUpdateAsync(u => u.SetProperty(c => c.FermeLe, new DateOnly(2026, 9, 7))));

        var page = await gestion.CliquerSur(lue, "Relancer");

        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("close depuis le 7 septembre 2026 : relancer n’y changerait rien");
        (await serveur.Lire(db => db.Courriels.AnyAsync(c => c.Genre == GenreCourriel.Campagne))).ShouldBeFalse();
    }

    [Theory, SurLesDeuxBases]
    public async Task Consulter_FiltreEtExporte(Base sur)
    {
        await using var serveur = await Servir(sur, GenreCampagne.DemanderAccords, "2026-09-01", "2026-09-30");
        using var gestion = await serveur.Visiteur(Gestion);
        var url = $"/campagnes/consulter/{await serveur.LaCampagne()}";

        (await gestion.Page(url + "?voir=Finis")).QuerySelectorAll("tbody tr").Single().TextContent.ShouldContain("Neuvaine");
        (await gestion.Page(url + "?recherche=peupliers")).QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        (await gestion.Page(url + "?voir=Rouverts")).Body!.TextContent.ShouldContain("Aucun établissement ne correspond");
        using var csv = await gestion.Obtenir(url + "?voir=Restent&handler=Csv");
        var lignes = (await csv.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lignes.Length.ShouldBe(2);
        lignes[1].ShouldContain("2 parts sans accord demandé");
    }

    /// <summary>Quarante établissements de plus : l'accueil du rectorat, le tableau et la liste font autant de requêtes.</summary>
    [Theory]
    [SurLesDeuxBases("/")]
    [SurLesDeuxBases("/campagnes")]
    [SurLesDeuxBases("consulter")]
    public async Task Pages_PlusDEtablissements_AutantDeRequetes(Base sur, string url)
    {
        await using var serveur = await Servir(sur, GenreCampagne.Proposer, "2026-09-01", "2026-09-30");
        using var gestion = await serveur.Visiteur(Gestion);
        url = url == "consulter" ? $"/campagnes/consulter/{await serveur.LaCampagne()}" : url;
        await gestion.Page(url);
        using var compteur = await CompteurDeRequetes.Sur(serveur.Chaine);
        await gestion.Page(url);
        var avec2 = compteur.Nombre;
        avec2.ShouldBeGreaterThan(0);
        await serveur.Lire(async db =>
        {
            db.Etablissements.AddRange(Enumerable.Range(100, 40).Select(i => new Neuvieme.Fonctions.Etablissements.Etablissement { Uai = $"0990{i}Z", Denomination = $"Collège {i}", AcademieCode = Demonstration.Academie }));
            return await db.SaveChangesAsync();
        });

        var debut = compteur.Nombre;
        await gestion.Page(url);

        (compteur.Nombre - debut).ShouldBe(avec2);
    }

    [Fact]
    public async Task Chef_LitSesDates_SansPouvoirLesChanger()
    {
        await using var serveur = await Servir(Base.Sqlite, GenreCampagne.Proposer, "2026-09-01", "2026-09-12");
        using var chef = await serveur.Visiteur(Principal);

        var page = await chef.Page("/campagnes");
        page.Body!.TextContent.ShouldContain("Ouvert jusqu’au 12 septembre 2026");
        // Un accord donné reste à proposer, un autre est attendu.
        page.QuerySelector("[data-titre='Où vous en êtes']")!.TextContent.ShouldBe("1 attribution à proposer, 1 accord à obtenir");
        page.QuerySelectorAll("a[href^='/campagnes/']").ShouldBeEmpty();
        await chef.Page("/campagnes/modifier", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Secretariat_NeLitQueCeQuIlPrepare()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite, async db =>
        {
            await Seule(GenreCampagne.Proposer, "2026-09-01", "2026-09-12")(db);
            db.Campagnes.Add(new() { AcademieCode = Demonstration.Academie, Annee = 2026, Genre = GenreCampagne.Preparer, OuvreLe = new(2026, 9, 1), FermeLe = new(2026, 9, 20) });
            await db.SaveChangesAsync();
        });
        using var secretariat = await serveur.Visiteur("secretariat@demo.neuvieme.fr");

        foreach (var texte in new[] { (await secretariat.Page("/campagnes")).Body!.TextContent, (await secretariat.Page("/")).Body!.TextContent })
        {
            texte.ShouldContain("Préparer la répartition et les instances");
            texte.ShouldNotContain("Proposer au rectorat");
        }
    }
}
