using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle;
using Neuvieme.Fonctions.Journal;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Lettres.Etablir;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle.Documents;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Lettres;

public class EtablirTests
{
    [Theory, SurLesDeuxBases]
    public async Task Etablir_LesMissionsValidees_RemetLePdfAuChefEtALAgentSeulement(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");

        var page = await chef.Cliquer("/lettres", "Établir les 2 lettres");

        page.QuerySelector("[role=status]")!.TextContent.ShouldContain("2 lettres établies");
        var lettre = await serveur.Lire(db => db.Lettres.AsNoTracking().Where(l => l.Attribution!.Mission!.Code == "IMP-APSA").SingleAsync());
        Encoding.ASCII.GetString(lettre.Pdf, 0, 5).ShouldBe("%PDF-");
        foreach (var (courriel, attendu) in new[]
        {
            ("principal@demo.neuvieme.fr", HttpStatusCode.OK), ("anne.kervella@demo.neuvieme.fr", HttpStatusCode.OK), ("recteur@demo.neuvieme.fr", HttpStatusCode.OK),
            ("samia.benali@demo.neuvieme.fr", HttpStatusCode.NotFound), ("proviseure@demo.neuvieme.fr", HttpStatusCode.NotFound), ("admin@demo.neuvieme.fr", HttpStatusCode.Forbidden),
        })
        {
            using var visiteur = await serveur.Visiteur(courriel);
            using var reponse = await visiteur.Obtenir($"/lettres/telecharger/{lettre.AttributionId}");
            reponse.StatusCode.ShouldBe(attendu, courriel);
        }
    }

    [Fact]
    public async Task Etablir_ApresUnChangement_AjouteUneVersionEtGardeLAncienne()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var chef = await serveur.Visiteur("principal@demo.neuvieme.fr");
        await chef.Cliquer("/lettres", "Établir");
        (await chef.Page("/lettres")).QuerySelectorAll("main form[action='/lettres/etablir']").ShouldBeEmpty();

        var mission = await serveur.Lire(db => db.Missions.Where(m => m.Code == "IMP-APSA").Select(m => m.Id).SingleAsync());
        // Ce à quoi la personne a donné son accord ne se réécrit plus ; son nom, lui, peut changer avec un import.
        (await chef.EnvoyerFormulaire($"/repartition/modifier/{mission}", ("Saisie.Intitule", "Coordination d’EPS et piscine"))).QuerySelector("[role=alert]")!.TextContent.ShouldContain("Reprenez d’abord cet accord");
        await serveur.Lire(async db =>
        {
            await using var transaction = await db.Commencer("0990001N", TestContext.Current.CancellationToken);
            await db.Agents.Where(a => a.IdSts == "31762").ExecuteUpdateAsync(m => m.SetProperty(a => a.NomUsage, "KERVELLA-MOREL"));
            var plume = new Plume(db, new Auteur(null, "import", "", serveur.Temps.GetUtcNow().UtcDateTime, DateOnly.FromDateTime(serveur.Temps.GetUtcNow().Date)), "0990001N");
            plume.Noter("personnel mis à jour", "agent:1");
            await plume.Enregistrer();
            await transaction.CommitAsync();
            return 0;
        });
        await chef.Cliquer("/lettres", "Établir la lettre");

        var versions = await serveur.Lire(db => db.Lettres.AsNoTracking().Where(l => l.Attribution!.MissionId == mission).OrderBy(l => l.Numero).Select(l => new { l.Numero, l.Sha256 }).ToListAsync());
        versions.Select(v => v.Numero).ShouldBe([1, 2]);
        versions[0].Sha256.ShouldNotBe(versions[1].Sha256);
        (await serveur.Lire(db => db.Journal.CountAsync(j => j.Action == "lettre établie"))).ShouldBe(3);
    }

    [Fact]
    public async Task Etablir_DonneesChangeesPendantLaComposition_NEnregistreRien()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        var (ct, jour) = (TestContext.Current.CancellationToken, new DateOnly(2026, 9, 8));
        var chef = new Auteur(null, "Hugo Roussel", "Chef d’établissement", serveur.Temps.GetUtcNow().UtcDateTime, jour);
        var etablissement = await serveur.Lire(db => db.Etablissements.AsNoTracking().Include(e => e.Academie).SingleAsync(e => e.Uai == Demonstration.College));
        var lu = await serveur.Lire(db => Plan.Charger(db, etablissement, new(2026), jour, ct));
        await serveur.Lire(db => db.Agents.Where(a => a.IdSts == "31762").ExecuteUpdateAsync(m => m.SetProperty(a => a.NomUsage, "KERVELLA-MOREL"), ct));

        var (etablies, refus) = await serveur.Lire(db => EtablirLettres.Executer(db, serveur.Services.GetRequiredService<MoteurTypst>(), Neuvieme.Socle.Courrier.ReglagesCourrier.Aucun, lu, chef, ct));

        refus.ShouldHaveSingleItem().Message.ShouldContain("ont changé pendant la composition");
        etablies.ShouldBe(0);
        (await serveur.Lire(db => db.Lettres.CountAsync(ct))).ShouldBe(0);
    }
}
