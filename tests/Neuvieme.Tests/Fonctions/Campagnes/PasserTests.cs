using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Campagnes;
using Neuvieme.Fonctions.Campagnes.Modifier;
using Neuvieme.Fonctions.Campagnes.Passer;
using Neuvieme.Fonctions.Campagnes.Rouvrir;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Socle;
using Neuvieme.Socle.Web;
using Neuvieme.Tests.Socle;
using static Neuvieme.Tests.Fonctions.Campagnes.SituationDeCampagne;

namespace Neuvieme.Tests.Fonctions.Campagnes;

/// <summary>
/// Les courriels de campagne : chacun une fois, quoi qu'il arrive aux nœuds. Le collège a deux accords à demander, le lycée
/// aucun ; au collège, l'adjointe tient la délégation du principal et reçoit comme lui.
/// </summary>
public class PasserTests
{
    static Task<IReadOnlyList<Envoye>> Passer(BaseDeTest laBase, int mois, int jour, int heureUtc = 8, int minute = 0) => Passer(laBase, new DateTime(2026, mois, jour, heureUtc, minute, 0, DateTimeKind.Utc));

    static async Task<IReadOnlyList<Envoye>> Passer(BaseDeTest laBase, DateTime instant)
    {
        await using var db = laBase.Ouvrir();
        return await PasserLesCampagnes.Executer(db, PasserLesCampagnes.Tache(instant), TestContext.Current.CancellationToken);
    }

    static async Task<BaseDeTest> Accords(Base sur, string ouvre = "2026-09-10", string ferme = "2026-09-30")
    {
        var laBase = await BaseDeTest.Creer(sur, demo: true);
        await using var db = laBase.Ouvrir();
        await Seule(GenreCampagne.DemanderAccords, ouvre, ferme)(db);
        return laBase;
    }

    static async Task<List<Courriel>> Recus(BaseDeTest laBase, string adresse)
    {
        await using var db = laBase.Ouvrir();
        return await db.Courriels.AsNoTracking().Where(c => c.Adresse == adresse && c.Genre == GenreCourriel.Campagne).OrderBy(c => c.Id).ToListAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>De l'ouverture à la clôture : J-7 est le 23 septembre, J-1 le 29, la clôture s'annonce le 1er octobre ; 7 h à Paris est 5 h UTC.</summary>
    [Theory, SurLesDeuxBases]
    public async Task Passer_JourApresJour_ChaqueCourrielUneFois(Base sur)
    {
        await using var laBase = await Accords(sur);

        (await Passer(laBase, 9, 10, 4, 59)).ShouldBeEmpty();
        (await Passer(laBase, 9, 10, 5)).ShouldBe([new Envoye("99", "Demander les accords", GenreEcheance.Ouverture, 3)]);
        (await Passer(laBase, 9, 10, 6)).ShouldBeEmpty();
        (await Passer(laBase, 9, 22)).ShouldBeEmpty();
        (await Passer(laBase, 9, 23)).Single().ShouldBe(new("99", "Demander les accords", GenreEcheance.Rappel, 2));
        (await Passer(laBase, 9, 24)).ShouldBeEmpty();
        (await Passer(laBase, 9, 29)).Single().Destinataires.ShouldBe(2);
        (await Passer(laBase, 10, 1)).Single().ShouldBe(new("99", "Demander les accords", GenreEcheance.Cloture, 2));
        (await Passer(laBase, 10, 2)).ShouldBeEmpty();

        var principal = await Recus(laBase, Principal);
        principal.Select(c => c.Objet).ShouldBe(
        [
            "Ouvert jusqu’au 30 septembre 2026 : Demander les accords", "À finir, encore 7 jours : Demander les accords",
            "À finir, demain soir à minuit : Demander les accords", "Clos depuis le 30 septembre 2026 : Demander les accords",
        ]);
        principal[1].Texte.ShouldContain("2 parts sans accord demandé");
        principal[3].Texte.ShouldContain("Rien n’est perdu");
        principal.ShouldAllBe(c => c.Texte.Contains("aucun texte ne la fixe"));
        // Le lycée a fini : il apprend l'ouverture, et rien d'autre.
        (await Recus(laBase, Proviseure)).Count.ShouldBe(1);
        await using var db = laBase.Ouvrir();
        (await db.Journal.CountAsync(j => j.Portee == "academie:99" && j.Auteur == "tâche planifiée", TestContext.Current.CancellationToken)).ShouldBe(4);
    }

    [Theory, SurLesDeuxBases]
    public async Task Passer_QuatreNoeudsALaFois_UnSeulEnvoi(Base sur)
    {
        await using var laBase = await Accords(sur);

        var passages = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Passer(laBase, 9, 23))));

        passages.SelectMany(p => p).Count().ShouldBe(1);
        (await Recus(laBase, Principal)).Count.ShouldBe(1);
        await using var db = laBase.Ouvrir();
        (await db.EnvoisCampagne.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
    }

    /// <summary>Arrêté du 22 au 25 : le rappel de J-7 part en disant les jours qui restent vraiment. Arrêté jusqu'au 29 : celui de J-1, seul.</summary>
    [Theory]
    [SurLesDeuxBases(25, "À finir, encore 5 jours : Demander les accords")]
    [SurLesDeuxBases(29, "À finir, demain soir à minuit : Demander les accords")]
    [SurLesDeuxBases(30, "À finir, dernier jour, ce soir à minuit : Demander les accords")]
    public async Task Passer_ApresUnArret_UnSeulRappelEtIlDitVrai(Base sur, int reprise, string objet)
    {
        await using var laBase = await Accords(sur);
        await Passer(laBase, 9, 10);

        (await Passer(laBase, 9, reprise)).Count.ShouldBe(1);
        (await Passer(laBase, 9, reprise, 9)).ShouldBeEmpty();

        (await Recus(laBase, Principal)).Select(c => c.Objet).Skip(1).ShouldBe([objet]);
    }

    [Theory, SurLesDeuxBases]
    public async Task Passer_ArretJusquApresLaCloture_LaDitUneSemaineAuPlus(Base sur)
    {
        await using (var laBase = await Accords(sur))
        {
            (await Passer(laBase, 10, 7)).Single().Genre.ShouldBe(GenreEcheance.Cloture);
            (await Recus(laBase, Principal)).Count.ShouldBe(1);
        }

        await using var tard = await Accords(sur);
        (await Passer(tard, 10, 8)).ShouldBeEmpty();
    }

    [Theory, SurLesDeuxBases]
    public async Task Passer_ClotureRepoussee_ApprendLaNouvelleDate_PuisRappelleSurElle(Base sur)
    {
        await using var laBase = await Accords(sur);
        await Passer(laBase, 9, 10);
        await using (var db = laBase.Ouvrir())
        {
            var campagne = await db.Campagnes.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken);
            (await new ModifierCampagne(campagne.Id, campagne.Genre, campagne.OuvreLe, new DateOnly(2026, 10, 10), "7, 1", "", "Conseils reportés", 1)
                .Executer(db, Demonstration.Academie, new AnneeScolaire(2026), new Auteur(null, "Paul Ferrand", "Gestionnaire du rectorat", new DateTime(2026, 9, 12, 8, 0, 0, DateTimeKind.Utc), new DateOnly(2026, 9, 12)), TestContext.Current.CancellationToken)).ShouldBeEmpty();
        }

        await Passer(laBase, 9, 12, 9);
        (await Passer(laBase, 9, 23)).ShouldBeEmpty();
        await Passer(laBase, 10, 3);

        (await Recus(laBase, Principal)).Select(c => c.Objet).ShouldBe(
        [
            "Ouvert jusqu’au 30 septembre 2026 : Demander les accords", "Ouvert jusqu’au 10 octobre 2026 : Demander les accords", "À finir, encore 7 jours : Demander les accords",
        ]);
    }

    [Theory, SurLesDeuxBases]
    public async Task Passer_EtablissementRouvert_SuitSesPropresDates(Base sur)
    {
        await using var laBase = await Accords(sur, "2026-09-01", "2026-09-07");
        await Passer(laBase, 9, 8);
        await using (var db = laBase.Ouvrir())
        {
            var campagne = await db.Campagnes.Select(c => c.Id).SingleAsync(TestContext.Current.CancellationToken);
            (await new RouvrirPourEtablissement(campagne, Demonstration.College, new DateOnly(2026, 9, 18), "Panne", 0)
                .Executer(db, Demonstration.Academie, new AnneeScolaire(2026), new Auteur(null, "Paul Ferrand", "Gestionnaire du rectorat", new DateTime(2026, 9, 9, 8, 0, 0, DateTimeKind.Utc), new DateOnly(2026, 9, 9)), TestContext.Current.CancellationToken)).ShouldBeEmpty();
        }

        await Passer(laBase, 9, 9, 9);
        await Passer(laBase, 9, 11);
        await Passer(laBase, 9, 19);

        (await Recus(laBase, Principal)).Select(c => c.Objet).ShouldBe(
        [
            "Clos depuis le 7 septembre 2026 : Demander les accords", "Rouvert pour vous jusqu’au 18 septembre 2026 : Demander les accords",
            "À finir, encore 7 jours : Demander les accords", "Clos depuis le 18 septembre 2026 : Demander les accords",
        ]);
        (await Recus(laBase, Proviseure)).ShouldBeEmpty();
    }

    [Theory, SurLesDeuxBases]
    public async Task Commande_PasserDeuxFois_EnvoieUneFois(Base sur)
    {
        var aujourdhui = new Horloge(TimeProvider.System).Aujourdhui;
        await using var laBase = await Accords(sur, aujourdhui.AddDays(-2).ToString("yyyy-MM-dd"), aujourdhui.AddDays(30).ToString("yyyy-MM-dd"));

        var premier = await LigneDeCommande.Lancer("campagnes", "passer", "--base", laBase.Chaine);
        var second = await LigneDeCommande.Lancer("campagnes", "passer", "--base", laBase.Chaine);

        premier.Code.ShouldBe(0, premier.ToString());
        premier.Sortie.ShouldContain("Académie 99, « Demander les accords » : ouverture,");
        second.Sortie.Trim().ShouldBe("Rien à envoyer.");
        (await Recus(laBase, Principal)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Commande_BaseAbsente_LeDitSansLaCreer()
    {
        var fichier = Path.Combine(Path.GetTempPath(), Guid.NewGuid() + ".db");

        (await LigneDeCommande.Lancer("campagnes", "passer", "--base", fichier)).Code.ShouldBe(2);

        File.Exists(fichier).ShouldBeFalse();
    }

    /// <summary>Deux nœuds qui servent : Quartz les réveille tous deux au démarrage, et un seul courriel part.</summary>
    [Theory, SurLesDeuxBases]
    public async Task Taches_DeuxNoeudsDemarrent_UnSeulEnvoi(Base sur)
    {
        var ct = TestContext.Current.CancellationToken;
        // Quartz réveille à l'heure du système : la campagne se place autour d'aujourd'hui.
        var aujourdhui = new Horloge(TimeProvider.System).Aujourdhui;
        var (ouvre, ferme) = (aujourdhui.AddDays(-2).ToString("yyyy-MM-dd"), aujourdhui.AddDays(30).ToString("yyyy-MM-dd"));
        await using var laBase = await Accords(sur, ouvre, ferme);
        var noeuds = Enumerable.Range(0, 2).Select(_ => Application.Construire(new OptionsApplication(laBase.Chaine, Port: 0, JournalTechnique: false, Taches: true))).ToList();
        try
        {
            foreach (var noeud in noeuds)
            {
                await noeud.StartAsync(ct);
            }

            for (var i = 0; i < 150 && (await Recus(laBase, Principal)).Count == 0; i++)
            {
                await Task.Delay(200, ct);
            }

            await Task.Delay(1500, ct);
        }
        finally
        {
            foreach (var noeud in noeuds)
            {
                await noeud.StopAsync(CancellationToken.None);
                await noeud.DisposeAsync();
            }
        }

        (await Recus(laBase, Principal)).Count.ShouldBe(1);
        await using var db = laBase.Ouvrir();
        (await db.EnvoisCampagne.SingleAsync(ct)).Cle.ShouldBe($"ouverture:{ouvre}:{ferme}");
    }
}
