using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Fonctions.Journal.Verifier;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Journal;

public class JournalTests
{
    const string Principal = "principal@demo.neuvieme.fr";
    const string Auditeur = "auditeur@demo.neuvieme.fr";

    [Theory]
    // Le chef : le sien ; le rectorat et l'auditeur : l'académie ; l'administrateur : tout.
    [InlineData(Principal, Demonstration.College, true)]
    [InlineData(Principal, Demonstration.Lycee, false)]
    [InlineData(Principal, "academie:99", false)]
    [InlineData(Principal, "instance", false)]
    [InlineData(Auditeur, Demonstration.Lycee, true)]
    [InlineData(Auditeur, "academie:99", true)]
    [InlineData(Auditeur, "academie:14", false)]
    [InlineData(Auditeur, "0350710G", false)]
    [InlineData(Auditeur, "instance", false)]
    [InlineData("admin@demo.neuvieme.fr", "instance", true)]
    [InlineData("admin@demo.neuvieme.fr", "academie:14", true)]
    [InlineData("admin@demo.neuvieme.fr", "0350710G", true)]
    [InlineData("admin@demo.neuvieme.fr", "n'importe quoi", false)]
    public async Task Journal_SelonLaPortee(string courriel, string portee, bool ouvert)
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite, async db =>
        {
            db.Academies.Add(new() { Code = "14", Libelle = "Rennes" });
            db.Etablissements.Add(new() { Uai = "0350710G", Denomination = "Collège d’ailleurs", AcademieCode = "14", NatureCode = "340" });
            await db.SaveChangesAsync();
        });
        using var visiteur = await serveur.Visiteur(courriel);
        var attendu = ouvert ? HttpStatusCode.OK : HttpStatusCode.NotFound;
        foreach (var url in (string[])["/journal?portee=", "/journal/verifier?portee=", "/journal?handler=Csv&portee="])
        {
            using var reponse = await visiteur.Obtenir(url + Uri.EscapeDataString(portee));
            reponse.StatusCode.ShouldBe(attendu, url + portee);
        }
    }

    [Fact]
    public void Lecture_UneDate_EstDiteEnFrancais()
    {
        var entree = new EntreeJournal { Portee = "x", Auteur = "", Qualite = "", Action = "avis enregistré", Objet = "avis:1", Apres = """{"renduLe":"2026-05-26","precision":"2026-05"}""" };

        Lecture.SansNoms.EnUneLigne(entree).ShouldBe("rendu le 26 mai 2026 ; precision 2026-05");
    }

    [Theory, SurLesDeuxBases]
    public async Task Journal_DeLaDemonstration_LisibleEtIntact(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var principal = await serveur.Visiteur(Principal);

        var page = await principal.Page("/journal");
        var verification = await principal.Page("/journal/verifier");

        // 8 IMP font 32 quarts : le journal les dit en IMP.
        page.QuerySelectorAll("tbody tr").Single(l => l.TextContent.Contains("enveloppe notifiée", StringComparison.Ordinal)).TextContent.ShouldContain("0 → 8");
        verification.Body!.TextContent.ShouldContain("Le journal est intact");
    }

    [Theory, SurLesDeuxBases]
    public async Task Journal_FiltresDatesEtPages(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demarrer(sur, async db =>
        {
            await Demonstration.Charger(db, new TempsDeTest());
            for (var lot = 0; lot < 3; lot++)
            {
                // Le 3 juillet à 23 h UTC, il est 1 h le 4 à Paris.
                var auteur = new Auteur(null, "Essai " + lot, "Auditeur", new DateTime(2026, 7, 3, 23, 0, lot, DateTimeKind.Utc), new DateOnly(2026, 7, 4));
                await using var transaction = await db.Commencer("academie:99");
                var plume = new Plume(db, auteur, "academie:99");
                Enumerable.Range(0, 20).ToList().ForEach(i => plume.Noter("essai", $"objet:{lot * 20 + i}"));
                await plume.Enregistrer();
                await transaction.CommitAsync();
            }
        });
        using var auditeur = await serveur.Visiteur(Auditeur);

        var premiere = await auditeur.Page("/journal?evenement=essai");
        var suite = await auditeur.Page(premiere.QuerySelectorAll("nav.n-actions a").Single().GetAttribute("href")!);

        premiere.QuerySelectorAll("tbody tr").Length.ShouldBe(50);
        suite.QuerySelectorAll("tbody tr").Length.ShouldBe(10);
        (await auditeur.Page("/journal?recherche=ESSAI+1")).QuerySelectorAll("tbody tr").Length.ShouldBe(20);
        (await auditeur.Page("/journal?recherche=100%25")).QuerySelectorAll("tbody tr").Length.ShouldBe(0);
        (await auditeur.Page("/journal?evenement=essai&du=2026-07-04&au=2026-07-04")).QuerySelectorAll("tbody tr").Length.ShouldBe(50);
        (await auditeur.Page("/journal?evenement=essai&du=2026-07-03&au=2026-07-03")).QuerySelectorAll("tbody tr").Length.ShouldBe(0);
    }

    [Theory, SurLesDeuxBases]
    public async Task Journal_ChercherUnAgent_TrouveToutCeQuiLeConcerne_EtDitSonNom(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var principal = await serveur.Visiteur(Principal);

        var lignes = (await principal.Page("/journal?recherche=kervella")).QuerySelectorAll("tbody tr").Select(l => l.TextContent).ToList();

        // Sa coordination d'EPS : accord demandé, donné, proposée, validée.
        lignes.Count(l => l.Contains("Coordination d’EPS", StringComparison.Ordinal)).ShouldBe(4);
        lignes.ShouldContain(l => l.Contains("accord donné", StringComparison.Ordinal));
        lignes.ShouldContain(l => l.Contains("Anne Sophie KERVELLA", StringComparison.Ordinal));
        lignes.ShouldNotContain(l => l.Contains("Référente culture", StringComparison.Ordinal));
    }

    [Theory, SurLesDeuxBases]
    public async Task Verifier_EntreeRetouchee_DitLaquelle(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, async db =>
            await db.Journal.Where(e => e.Portee == Demonstration.College && e.Rang == 3).ExecuteUpdateAsync(s => s.SetProperty(e => e.Motif, "réécrit")));
        using var principal = await serveur.Visiteur(Principal);

        var page = await principal.Page("/journal/verifier");

        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("rompue à l’entrée n° 3");
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("modifié après coup");
    }

    [Theory, SurLesDeuxBases]
    public async Task Verifier_EntreeRetiree_OuRecalculeeApresCoup_SeVoit(Base sur)
    {
        await using var laBase = await BaseDeTest.Creer(sur, demo: true);
        await using var db = laBase.Ouvrir();
        var ct = TestContext.Current.CancellationToken;

        // Retoucher une entrée et refaire sa propre empreinte ne suffit pas : la suivante tient encore l'ancienne.
        var retouchee = await db.Journal.SingleAsync(e => e.Portee == Demonstration.Lycee && e.Rang == 2, ct);
        retouchee.Auteur = "Quelqu’un d’autre";
        retouchee.Empreinte = retouchee.CalculerEmpreinte();
        await db.SaveChangesAsync(ct);
        await db.Journal.Where(e => e.Portee == Demonstration.College && e.Rang == 4).ExecuteDeleteAsync(ct);

        (await VerifierLaChaine.Executer(db, Demonstration.Lycee, ct)).Rupture.ShouldBe(new(3, "elle ne suit pas l’entrée d’avant : une entrée a été remplacée"));
        (await VerifierLaChaine.Executer(db, Demonstration.College, ct)).Rupture.ShouldBe(new(5, "l’entrée n° 4 manque"));
        var commande = await LigneDeCommande.Lancer("journal", "verifier", "--base", laBase.Chaine);
        commande.Code.ShouldBe(1, commande.ToString());
        commande.Sortie.ShouldContain("0990001N       ROMPU à l’entrée n° 5");
    }

    [Theory, SurLesDeuxBases]
    public async Task CommandeVerifier_Intacte_ZeroEtPorteeInconnue_Deux(Base sur)
    {
        await using var laBase = await BaseDeTest.Creer(sur, demo: true);

        var toutes = await LigneDeCommande.Lancer("journal", "verifier", "--base", laBase.Chaine);
        var inconnue = await LigneDeCommande.Lancer("journal", "verifier", "--base", laBase.Chaine, "--portee", "0350710G");

        toutes.Code.ShouldBe(0, toutes.ToString());
        inconnue.Code.ShouldBe(2, inconnue.ToString());
    }

    [Fact]
    public async Task CommandeVerifier_BaseMalNommee_NeLaCreePas()
    {
        var fichier = Path.Combine(Path.GetTempPath(), $"absente-{Guid.NewGuid():N}.db");

        var r = await LigneDeCommande.Lancer("journal", "verifier", "--base", fichier);

        r.Code.ShouldBe(2, r.ToString());
        File.Exists(fichier).ShouldBeFalse();
    }

    [Theory, SurLesDeuxBases]
    public async Task Journal_DuHtmlDansUnMotif_MontreLitteralement_EtCsvFidele(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, async db =>
        {
            await using var transaction = await db.Commencer(Demonstration.College);
            var plume = new Plume(db, new(null, "=2+2", "Chef", new DateTime(2026, 9, 1, 8, 0, 0, DateTimeKind.Utc), new DateOnly(2026, 9, 1)), Demonstration.College);
            plume.Noter("essai", "objet:1", new { nom = "<b>avant</b>" }, new { nom = "<script>x</script>" }, "<i>motif</i>");
            await plume.Enregistrer();
            await transaction.CommitAsync();
        });
        using var principal = await serveur.Visiteur(Principal);

        var ligne = (await principal.Page("/journal")).QuerySelectorAll("tbody tr")[0];
        var csv = Encoding.UTF8.GetString(await principal.Http.GetByteArrayAsync("/journal?handler=Csv", TestContext.Current.CancellationToken));

        ligne.QuerySelectorAll("script, b, i").ShouldBeEmpty();
        ligne.TextContent.ShouldContain("<script>x</script>");
        ligne.QuerySelector("del")!.TextContent.ShouldBe("<b>avant</b>");
        csv.ShouldContain(";'=2+2;Chef;essai;objet:1;");
    }
}
