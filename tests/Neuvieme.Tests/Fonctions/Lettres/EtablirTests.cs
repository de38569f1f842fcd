using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle;
using Neuvieme.Fonctions.Journal;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Lettres;
using Neuvieme.Fonctions.Lettres.Composer;
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

    /// <summary>L'annuaire corrige une adresse : aucune lettre n'est à refaire. Une lettre signée que les données dépassent ne se remplace que choisie.</summary>
    [Theory, SurLesDeuxBases]
    public async Task LettreSignee_AdresseCorrigee_RienAFaire_TauxChange_NeSeRemplaceQueNommement(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var id = await serveur.Envoyees();
        using var anne = await serveur.Visiteur(GestesDeSignature.Anne);
        using var chef = await serveur.Visiteur(GestesDeSignature.Chef);
        await anne.Signer(id);
        await chef.SignerEnChef();
        // Un import de l'annuaire, comme un import du personnel, s'écrit au journal de l'établissement.
        async Task Importer(Func<NeuviemeDb, Task> geste) => await serveur.Lire(async db =>
        {
            await using var transaction = await db.Commencer(Demonstration.College, TestContext.Current.CancellationToken);
            await geste(db);
            var plume = new Plume(db, new Auteur(null, "import", "", serveur.Temps.GetUtcNow().UtcDateTime, new(2026, 9, 8)), Demonstration.College);
            plume.Noter("établissement mis à jour", "etablissement:1");
            await plume.Enregistrer();
            await transaction.CommitAsync();
            return 0;
        });

        await Importer(db => db.Etablissements.Where(e => e.Uai == Demonstration.College).ExecuteUpdateAsync(e => e.SetProperty(x => x.Adresse, "12 bis rue Neuve").SetProperty(x => x.Denomination, "Collège des Peupliers rénovés")));
        (await chef.Page("/lettres")).Texte().ShouldNotContain("les données ont changé");
        (await chef.Page("/lettres")).QuerySelectorAll("main form[action='/lettres/etablir']").ShouldBeEmpty();

        await Importer(db => db.Attributions.Where(a => a.Id == id).ExecuteUpdateAsync(a => a.SetProperty(x => x.Centimes, 125_000)));
        await serveur.Lire(db => db.Lettres.Where(l => l.AttributionId == id).ExecuteUpdateAsync(l => l.SetProperty(x => x.ACertifier, true)));
        var page = await chef.Page("/lettres");
        page.Texte().ShouldContain("les données ont changé");
        page.QuerySelectorAll("main form[action='/lettres/etablir']").ShouldHaveSingleItem().QuerySelector("input[name=attribution]")!.GetAttribute("value").ShouldBe($"{id}");

        await chef.CliquerSur(page, "Établir une nouvelle version");

        var versions = await serveur.Lire(db => db.Lettres.AsNoTracking().Where(l => l.AttributionId == id).OrderBy(l => l.Numero).Select(l => new { l.Etat, l.ACertifier }).ToListAsync());
        versions.Select(v => v.Etat).ShouldBe([EtatLettre.Remplacee, EtatLettre.Etablie]);
        versions[0].ACertifier.ShouldBeTrue("signée de tous, son cachet reste dû");
    }

    /// <summary>Chaque champ qui rend une lettre périmée a un nom à dire à qui l'on refuse de signer.</summary>
    [Fact]
    public async Task Differences_ChaqueChampEngage_SeDitParSonNom()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        var donnees = (await serveur.Lettre(await serveur.Envoyees(envoyer: false))).Donnees;
        List<string> chemins = [];
        Parcourir(LettreImp.Engagement(JsonNode.Parse(donnees)!.AsObject()), []);

        chemins.Count.ShouldBeGreaterThan(12);

        void Parcourir(JsonObject objet, string[] chemin)
        {
            foreach (var (nom, valeur) in objet)
            {
                if (valeur is JsonObject enfant)
                {
                    Parcourir(enfant, [.. chemin, nom]);
                    continue;
                }

                var autre = JsonNode.Parse(donnees)!.AsObject();
                (chemin.Length == 0 ? autre : autre[chemin[0]]!.AsObject())[nom] = "autre chose";
                var dite = DifferencesDeLettre.Entre(donnees, autre.ToJsonString()).ShouldHaveSingleItem(nom);
                dite.ShouldNotStartWith("«");
                chemins.Add(dite);
            }
        }
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

        var (etablies, refus) = await serveur.Lire(db => EtablirLettres.Executer(db, serveur.Services.GetRequiredService<MoteurTypst>(), Neuvieme.Socle.Courrier.ReglagesCourrier.Aucun, lu, null, chef, ct));

        refus.ShouldHaveSingleItem().Message.ShouldContain("ont changé pendant la composition");
        etablies.ShouldBe(0);
        (await serveur.Lire(db => db.Lettres.CountAsync(ct))).ShouldBe(0);
    }
}
