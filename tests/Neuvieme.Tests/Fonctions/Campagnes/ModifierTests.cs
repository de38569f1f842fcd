using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Attributions.Proposer;
using Neuvieme.Fonctions.Campagnes;
using Neuvieme.Fonctions.Campagnes.Modifier;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Tests.Socle;
using static Neuvieme.Tests.Fonctions.Campagnes.SituationDeCampagne;

namespace Neuvieme.Tests.Fonctions.Campagnes;

public class ModifierTests
{
    static readonly AnneeScolaire Annee = new(2026);
    static readonly Auteur Ferrand = new(null, "Paul Ferrand", "Gestionnaire du rectorat", new DateTime(2026, 9, 8, 8, 0, 0, DateTimeKind.Utc), new DateOnly(2026, 9, 8));

    [Fact]
    public async Task Creer_DUnSeulJour_LeDitAuSingulier()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite, db => db.Campagnes.ExecuteDeleteAsync());
        using var gestion = await serveur.Visiteur(Gestion);

        var page = await gestion.EnvoyerFormulaire("/campagnes/modifier", ("Genre", "DemanderAccords"), ("OuvreLe", "2026-09-30"), ("FermeLe", "2026-09-30"), ("Rappels", ""));

        page.QuerySelector("[role=status]")!.TextContent.ShouldContain(": le 30 septembre 2026, ce seul jour.");
    }

    [Theory, SurLesDeuxBases]
    public async Task Creer_SeLitPartout_EtAuJournal(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, db => db.Campagnes.ExecuteDeleteAsync());
        using var gestion = await serveur.Visiteur(Gestion);
        using var chef = await serveur.Visiteur(Principal);

        await gestion.EnvoyerFormulaire("/campagnes/modifier", ("Genre", "DemanderAccords"), ("OuvreLe", "2026-09-01"), ("FermeLe", "2026-09-30"), ("Rappels", "10, 3"), ("Annonce", "Avant les vacances de la Toussaint."));

        gestion.Ici.ShouldBe("/campagnes");
        var ligne = (await gestion.Page("/campagnes")).QuerySelector("tbody tr")!;
        // Le collège a deux accords à demander ; le lycée les a tous demandés.
        ligne.QuerySelector("[data-titre='Ont fini']")!.TextContent.ShouldStartWith("1");
        ligne.QuerySelector("[data-titre='Restent']")!.TextContent.ShouldStartWith("1");
        var accueil = (await chef.Page("/")).Body!.TextContent;
        accueil.ShouldContain("jusqu’au 30 septembre 2026, encore 22 jours");
        accueil.ShouldContain("2 parts sans accord demandé");
        accueil.ShouldContain("Avant les vacances de la Toussaint.");
        var entree = await serveur.Lire(db => db.Journal.OrderByDescending(e => e.Rang).FirstAsync(e => e.Portee == "academie:99"));
        (entree.Action, entree.Auteur).ShouldBe(("campagne créée", "Paul Ferrand"));
        (await serveur.Lire(db => db.Campagnes.Select(c => c.Rappels).SingleAsync())).ShouldBe("10,3");
    }

    [Theory]
    [InlineData("2026-09-30", "2026-09-20", "7", "avant d’ouvrir le 30 septembre 2026")]
    [InlineData("2026-09-10", "2027-09-01", "7", "hors de l’année 2026-2027 : le jour de clôture va du 1er janvier 2026 au 31 août 2027")]
    [InlineData("2025-12-31", "2026-09-20", "7", "hors de l’année 2026-2027 : le jour d’ouverture")]
    [InlineData("2026-08-01", "2026-09-07", "7", "est passé : la campagne serait close avant")]
    [InlineData("2026-09-20", "2026-10-10", "7", "chevauchent la campagne « Proposer au rectorat » ouverte du 1er septembre 2026 au 25 septembre 2026")]
    [InlineData("", "2026-10-10", "7", "Donnez le jour d’ouverture")]
    [InlineData("2026-10-01", "", "7", "Donnez le jour de clôture")]
    [InlineData("2026-10-01", "2026-10-10", "demain", "Écrivez les rappels en jours")]
    [InlineData("2026-10-01", "2026-10-10", "0", "Écrivez les rappels en jours")]
    [InlineData("2026-10-01", "2026-10-10", "1,2,3,4,5,6", "cinq au plus")]
    [InlineData("0001-01-01", "9999-12-31", "7", "hors de l’année 2026-2027")]
    public async Task Creer_DatesFolles_RefuseAvecLeRemede(string ouvre, string ferme, string rappels, string message)
    {
        await using var serveur = await Servir(Base.Sqlite, GenreCampagne.Proposer, "2026-09-01", "2026-09-25");
        using var gestion = await serveur.Visiteur(Gestion);

        var page = await gestion.EnvoyerFormulaire("/campagnes/modifier", ("Genre", "Proposer"), ("OuvreLe", ouvre), ("FermeLe", ferme), ("Rappels", rappels), ("Annonce", "gardée"));

        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain(message);
        ((IHtmlTextAreaElement)page.QuerySelector("[name=Annonce]")!).Value.ShouldBe("gardée");
        (await serveur.Lire(db => db.Campagnes.CountAsync())).ShouldBe(1);
    }

    [Theory]
    [InlineData("2026-09-02", "2026-09-25", "elle a ouvert", "Elle a ouvert le 1er septembre 2026")]
    [InlineData("2026-09-01", "2026-09-05", "trop tôt", "pour fermer dès maintenant, donnez hier, le 7 septembre 2026")]
    [InlineData("2026-09-01", "2026-09-28", "", "écrivez pourquoi elle change")]
    public async Task Changer_DejaOuverte_CeQuiNeSePeutPlus(string ouvre, string ferme, string motif, string message)
    {
        await using var serveur = await Servir(Base.Sqlite, GenreCampagne.Proposer, "2026-09-01", "2026-09-25");
        using var gestion = await serveur.Visiteur(Gestion);

        var page = await gestion.EnvoyerFormulaire($"/campagnes/modifier?id={await serveur.LaCampagne()}", ("OuvreLe", ouvre), ("FermeLe", ferme), ("Motif", motif));

        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain(message);
        (await serveur.Lire(db => db.Campagnes.Select(c => c.FermeLe).SingleAsync())).ShouldBe(new DateOnly(2026, 9, 25));
    }

    [Theory, SurLesDeuxBases]
    public async Task Changer_Perimee_DitQui_PuisLaisseEnregistrer(Base sur)
    {
        await using var serveur = await Servir(sur, GenreCampagne.Proposer, "2026-09-10", "2026-09-25");
        var url = $"/campagnes/modifier?id={await serveur.LaCampagne()}";
        using var gestion = await serveur.Visiteur(Gestion);
        using var recteur = await serveur.Visiteur(Recteur);
        var ouverte = await gestion.Page(url);
        await recteur.EnvoyerFormulaire(url, ("FermeLe", "2026-09-28"));

        var page = await gestion.Soumettre(ouverte, url, ("FermeLe", "2026-09-30"));
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("Maud Delaunay a fixé cette campagne du 10 septembre 2026 au 28 septembre 2026");
        await gestion.Soumettre(page, url, ("FermeLe", "2026-09-30"));

        (await serveur.Lire(db => db.Campagnes.Select(c => c.FermeLe).SingleAsync())).ShouldBe(new DateOnly(2026, 9, 30));
    }

    [Theory, SurLesDeuxBases]
    public async Task Creer_DeuxFoisAuMemeInstant_UneSeule(Base sur)
    {
        await using var laBase = await BaseDeTest.Creer(sur, demo: true);
        var action = new ModifierCampagne(null, GenreCampagne.Saisir, new DateOnly(2026, 10, 1), new DateOnly(2026, 10, 20), "7, 1", "", "", 0);

        var resultats = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            await using var db = laBase.Ouvrir();
            return await action.Executer(db, Demonstration.Academie, Annee, Ferrand);
        })));

        resultats.ShouldAllBe(r => r.Count == 0);
        await using var lecture = laBase.Ouvrir();
        (await lecture.Campagnes.CountAsync(c => c.Genre == GenreCampagne.Saisir, TestContext.Current.CancellationToken)).ShouldBe(1);
    }

    [Theory, SurLesDeuxBases]
    public async Task Retirer_RouvreATous_EtLeJournalGardeTout(Base sur)
    {
        await using var serveur = await Servir(sur, GenreCampagne.Proposer, "2026-09-01", "2026-09-07");
        var (campagne, id) = (await serveur.LaCampagne(), await serveur.Part("IMP-CULT"));
        using var gestion = await serveur.Visiteur(Gestion);
        using var chef = await serveur.Visiteur(Principal);
        await gestion.EnvoyerFormulaire($"/campagnes/rouvrir/{campagne}", ("Uai", Demonstration.Lycee), ("Fin", "2026-09-20"), ("Motif", "essai"));

        await gestion.EnvoyerFormulaire($"/campagnes/modifier?id={campagne}", ("MotifRetrait", "Posée pour la mauvaise année"));

        await chef.Cliquer("/attributions", "Proposer au rectorat", await serveur.Ligne(id));
        (await serveur.Etat(id)).ShouldBe(EtatAttribution.Proposee);
        (await serveur.Lire(db => db.Journal.Where(j => j.Portee == "academie:99" && j.Action == "campagne retirée").Select(j => j.Motif).SingleAsync())).ShouldBe("Posée pour la mauvaise année");
    }

    /// <summary>La clôture tient le verrou : la proposition arrivée pendant attend, puis lit la nouvelle date.</summary>
    [Theory, SurLesDeuxBases]
    public async Task Cloture_PendantUneProposition_RienNePasseDerriereElle(Base sur)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var serveur = await Servir(sur, GenreCampagne.Proposer, "2026-09-01", "2026-09-25");
        var id = await serveur.Part("IMP-CULT");
        var lignes = await serveur.Lire(db => db.Attributions.Where(a => a.Id == id).Select(a => new LigneLue(a.Id, a.Version)).ToListAsync(ct));
        await using var cloture = Connexion.Ouvrir(serveur.Chaine);
        Task<IReadOnlyList<Refus>> proposition;
        await using (var transaction = await cloture.Commencer([Academie.PorteeDe(Demonstration.Academie), Fenetres.PorteeDe(Demonstration.Academie)], ct))
        {
            await cloture.Campagnes.ExecuteUpdateAsync(u => u.SetProperty(c => c.FermeLe, new DateOnly(2026, 9, 7)), ct);
            proposition = Task.Run(() => Proposer(serveur, lignes), ct);
            await Task.Delay(700, ct);
            proposition.IsCompleted.ShouldBeFalse("la proposition doit attendre que la clôture soit enregistrée");
            await transaction.CommitAsync(ct);
        }

        (await proposition)[0].Message.ShouldContain("clos depuis le 7 septembre 2026");
        (await serveur.Etat(id)).ShouldBe(EtatAttribution.AccordDonne);
    }

    [Theory, SurLesDeuxBases]
    public async Task ClotureEtProposition_EnMemeTemps_UneSeuleHistoire(Base sur)
    {
        await using var serveur = await Servir(sur, GenreCampagne.Proposer, "2026-09-01", "2026-09-25");
        var (campagne, id) = (await serveur.LaCampagne(), await serveur.Part("IMP-CULT"));
        var lignes = await serveur.Lire(db => db.Attributions.Where(a => a.Id == id).Select(a => new LigneLue(a.Id, a.Version)).ToListAsync());
        var fermer = new ModifierCampagne(campagne, GenreCampagne.Proposer, new DateOnly(2026, 9, 1), new DateOnly(2026, 9, 7), "", "", "Fermeture immédiate", 1);

        var cloture = Task.Run(() => serveur.Lire(db => fermer.Executer(db, Demonstration.Academie, Annee, Ferrand)));
        var proposition = Task.Run(() => Proposer(serveur, lignes));
        (await cloture).ShouldBeEmpty();
        var refus = await proposition;

        (await serveur.Etat(id)).ShouldBe(refus.Count == 0 ? EtatAttribution.Proposee : EtatAttribution.AccordDonne);
        refus.ShouldAllBe(r => r.Message.Contains("clos depuis le 7 septembre 2026"));
        // Une fois la clôture enregistrée, plus rien ne passe.
        (await Proposer(serveur, lignes)).ShouldNotBeEmpty();
    }

    static Task<IReadOnlyList<Refus>> Proposer(ServeurDeTest serveur, List<LigneLue> lignes) => serveur.Lire(async db =>
    {
        var college = await db.Etablissements.SingleAsync(e => e.Uai == Demonstration.College);
        var auteur = new Auteur(null, "Hugo Roussel", "Chef d’établissement", new DateTime(2026, 9, 8, 8, 0, 0, DateTimeKind.Utc), new DateOnly(2026, 9, 8));
        return await ProposerAuRecteur.Executer(db, college, Annee, auteur, lignes);
    });
}
