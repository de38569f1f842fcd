using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Comptes.Deleguer;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Tests.Fonctions.Instances;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Comptes;

/// <summary>Agir pour un autre : la mention partout, rien hors des dates, et ce qui ne se délègue pas.</summary>
public class DeleguerTests
{
    const string Principal = "principal@demo.neuvieme.fr";
    const string Proviseure = "proviseure@demo.neuvieme.fr";
    const string Adjointe = "adjointe@demo.neuvieme.fr";
    const string Secretariat = "secretariat@demo.neuvieme.fr";
    const string Gestion = "gestion@demo.neuvieme.fr";
    const string Admin = "admin@demo.neuvieme.fr";
    const string ParDelegation = "Adjoint, par délégation d’Hugo Roussel";

    [Theory, SurLesDeuxBases]
    public async Task AdjointDelegue_Propose_LeJournalEtLaPropositionPortentLaMention(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var adjointe = await serveur.Visiteur(Adjointe);
        (await adjointe.Page("/")).Body!.TextContent.ShouldContain("Vous agissez par délégation d’Hugo Roussel, jusqu’au 7 août 2027");

        var page = await adjointe.Cliquer("/attributions", "Proposer au rectorat");

        page.QuerySelector("[role=status]")!.TextContent.ShouldContain("1 attribution proposée");
        var proposee = await serveur.Lire(db => db.Attributions.Where(a => a.ProposeeLe != null).OrderByDescending(a => a.ProposeeLe).FirstAsync());
        proposee.Etat.ShouldBe(EtatAttribution.Proposee);
        proposee.ProposeePar.ShouldBe("Claire Vidal, par délégation d’Hugo Roussel");
        var entree = await serveur.Lire(db => db.Journal.OrderByDescending(e => e.Rang).FirstAsync(e => e.Portee == Demonstration.College));
        (entree.Action, entree.Auteur, entree.Qualite).ShouldBe(("proposée au rectorat", "Claire Vidal", ParDelegation));
        using var recteur = await serveur.Visiteur("recteur@demo.neuvieme.fr");
        (await recteur.Page($"/attributions/examiner/{proposee.Id}")).Body!.TextContent.ShouldContain("proposée par Claire Vidal, par délégation d’Hugo Roussel");
    }

    [Fact]
    public async Task AdjointDelegue_EtablitLesLettres_SignatairePourLeChef_QuiNeLesPerimePas()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var adjointe = await serveur.Visiteur(Adjointe);

        await adjointe.Cliquer("/lettres", "Établir les 2 lettres");

        var lettre = await serveur.Lire(db => db.Lettres.AsNoTracking().FirstAsync());
        var chef = JsonNode.Parse(lettre.Donnees)!["chef"]!;
        (chef["nom"]!.GetValue<string>(), chef["qualite"]!.GetValue<string>()).ShouldBe(("Claire Vidal", "pour le chef d’établissement, par délégation d’Hugo Roussel"));
        lettre.Auteur.ShouldBe("Claire Vidal, par délégation d’Hugo Roussel");
        var texte = await Outils.TexteSansBlancs(lettre.Pdf);
        // Sous le nom en tête, et dans le cadre de signature.
        texte.Split(Outils.SansBlancs("pour le chef d’établissement, par délégation d’Hugo Roussel")).Length.ShouldBe(3);
        using var principal = await serveur.Visiteur(Principal);
        (await principal.Page("/lettres")).QuerySelectorAll("main form[action='/lettres/etablir']").ShouldBeEmpty();
    }

    [Theory, SurLesDeuxBases]
    public async Task Delegation_ExpireePendantLaSession_PlusRien(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, db => db.Habilitations.Where(h => h.Delegation != null).ExecuteUpdateAsync(s => s.SetProperty(h => h.Fin, new DateOnly(2026, 9, 8))));
        // 23 h 30 à Paris : le dernier jour est compris, et l'heure est celle d'ici.
        serveur.Temps.Aller(new DateTimeOffset(2026, 9, 8, 21, 30, 0, TimeSpan.Zero));
        using var adjointe = await serveur.Visiteur(Adjointe);
        var ouverte = await adjointe.Page("/attributions");

        serveur.Temps.Avancer(TimeSpan.FromHours(1));

        using var reponse = await adjointe.Obtenir("/attributions");
        reponse.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var journal = await serveur.Lire(db => db.Journal.CountAsync());
        (await adjointe.CliquerSur(ouverte, "Proposer au rectorat")).Title!.ShouldContain("Accès refusé");
        (await serveur.Lire(db => db.Journal.CountAsync())).ShouldBe(journal);
        var accueil = (await adjointe.Page("/")).Body!.TextContent;
        accueil.ShouldContain("Aucune délégation n’est en cours");
        accueil.ShouldContain("terminée");
    }

    [Theory, SurLesDeuxBases]
    public async Task Revoquer_PendantLaSession_FermeToutDeSuite(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var adjointe = await serveur.Visiteur(Adjointe);
        using var principal = await serveur.Visiteur(Principal);
        await adjointe.Page("/attributions");

        await principal.Cliquer($"/comptes/revoquer?id={await Delegation(serveur)}", "Révoquer");

        principal.Ici.ShouldBe("/comptes/deleguer");
        await adjointe.Page("/attributions", HttpStatusCode.Forbidden);
        (await adjointe.Page("/")).Body!.TextContent.ShouldContain("révoquée le 8 septembre 2026 par Hugo Roussel");
        (await serveur.Lire(db => db.Journal.OrderByDescending(e => e.Rang).FirstAsync(e => e.Portee == Demonstration.College))).Action.ShouldBe("délégation révoquée");
        (await principal.Cliquer($"/comptes/revoquer?id={await Delegation(serveur)}", "Révoquer")).QuerySelector("[role=alert]")!.TextContent.ShouldContain("déjà révoquée");
    }

    [Theory, SurLesDeuxBases]
    public async Task Delegataire_PerdSaQualiteDAdjoint_PerdLaDelegation(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var adjointe = await serveur.Visiteur(Adjointe);
        await adjointe.Page("/attributions");

        // La fin arrive sans que la session soit coupée : c'est la délégation elle-même qui s'éteint.
        await serveur.Lire(db => db.Habilitations.Where(h => h.Role == Role.Adjoint).ExecuteUpdateAsync(s => s.SetProperty(h => h.Fin, new DateOnly(2026, 9, 7))));

        await adjointe.Page("/attributions", HttpStatusCode.Forbidden);
        (await adjointe.Page("/")).Body!.TextContent.ShouldContain("Aucune qualité en cours");
        using var principal = await serveur.Visiteur(Principal);
        (await principal.Page("/comptes/deleguer")).Body!.TextContent.ShouldContain("n’a plus la qualité");
    }

    [Theory, SurLesDeuxBases(FormeDeDelegation.ParDelegation, HttpStatusCode.Forbidden), SurLesDeuxBases(FormeDeDelegation.ParInterim, HttpStatusCode.OK)]
    public async Task Delegant_QuitteSonPoste_LaDelegationTombe_LInterimReste(Base sur, FormeDeDelegation forme, HttpStatusCode attendu)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, db => db.Delegations.ExecuteUpdateAsync(s => s.SetProperty(d => d.Forme, forme)));
        using var adjointe = await serveur.Visiteur(Adjointe);

        await serveur.Lire(db => db.Habilitations.Where(h => h.Role == Role.ChefEtablissement && h.Uai == Demonstration.College && h.Delegation == null).ExecuteUpdateAsync(s => s.SetProperty(h => h.Fin, new DateOnly(2026, 9, 7))));

        await adjointe.Page("/attributions", attendu);
        // Ce que disent les écrans est ce que les droits font.
        var (dit, tait) = forme == FormeDeDelegation.ParDelegation ? ("éteinte : le délégant n’a plus la qualité", "en cours") : ("en cours", "éteinte");
        using var admin = await serveur.Visiteur(Admin);
        var ligne = (await admin.Page("/comptes/deleguer")).QuerySelector("main tbody tr")!.TextContent;
        ligne.ShouldContain(dit);
        ligne.ShouldNotContain(tait);
        if (forme == FormeDeDelegation.ParDelegation)
        {
            (await adjointe.Page("/")).QuerySelector("main ul")!.TextContent.ShouldContain(dit);
        }
    }

    /// <summary>Chaque acte dit au nom de qui : l'avis, le dossier présenté, l'information des enseignants, la saisie et son annulation ; les noms les plus longs tiennent.</summary>
    [Theory, SurLesDeuxBases(Secteur.Public), SurLesDeuxBases(Secteur.PriveSousContrat)]
    public async Task AdjointDelegue_AvisDossierInformationEtSaisie_PortentLaMention(Base sur, Secteur secteur)
    {
        var (elle, lui) = (new string('É', 200), new string('L', 200));
        await using var serveur = await ServeurDeTest.Demo(sur, async db =>
        {
            await SansAvis.Retirer(db);
            await db.Users.Where(c => c.Email == Adjointe).ExecuteUpdateAsync(c => c.SetProperty(x => x.NomAffiche, elle));
            await db.Delegations.ExecuteUpdateAsync(d => d.SetProperty(x => x.DelegantNom, lui));
            await db.Etablissements.Where(e => e.Uai == Demonstration.College).ExecuteUpdateAsync(e => e.SetProperty(x => x.Secteur, secteur));
        });
        using var adjointe = await serveur.Visiteur(Adjointe);
        var signature = $"{elle}, par délégation de {lui}";

        if (secteur == Secteur.Public)
        {
            await adjointe.EnvoyerFormulaire("/instances/enregistrer?instance=ConseilPedagogique", ("RenduLe", "2026-05-12"), ("Sens", "Favorable"));
            (await serveur.Lire(db => db.Avis.SingleAsync(a => a.Uai == Demonstration.College))).Auteur.ShouldBe(signature);
        }
        else
        {
            await adjointe.EnvoyerFormulaire("/instances/informer", ("InformesLe", "2026-09-03"), ("Moyen", "Reunion"));
            (await serveur.Lire(db => db.Informations.SingleAsync())).Auteur.ShouldBe(signature);
        }

        (await serveur.Lire(db => db.DossiersInstance.SingleAsync(d => d.Uai == Demonstration.College))).Auteur.ShouldBe(signature);
        var validee = await serveur.Lire(db => db.Attributions.Where(a => a.Uai == Demonstration.College && a.Etat == EtatAttribution.Validee).OrderBy(a => a.Id).Select(a => a.Id).FirstAsync());
        await adjointe.Cliquer("/stsweb", "C’est saisi dans STSWeb", await serveur.Ligne(validee));
        await adjointe.Cliquer("/stsweb", "Annuler la saisie", ("motif", "mauvais écran"));
        var saisie = await serveur.Lire(db => db.SaisiesSts.SingleAsync());
        (saisie.Auteur, saisie.AnnuleePar).ShouldBe((signature, signature));
    }

    [Theory, SurLesDeuxBases]
    public async Task Compte_Desactive_SessionEtDelegationFermees(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var admin = await serveur.Visiteur(Admin);
        using var adjointe = await serveur.Visiteur(Adjointe);
        await adjointe.Page("/attributions");
        var id = await serveur.Lire(db => db.Users.Where(c => c.Email == Adjointe).Select(c => c.Id).SingleAsync());

        await admin.EnvoyerFormulaire($"/comptes/desactiver?id={id}", ("Id", id.ToString()));

        await adjointe.Page("/attributions");
        adjointe.Ici.ShouldStartWith("/comptes/connexion");
        using var revenue = await serveur.Visiteur(Adjointe);
        await revenue.Page("/attributions", HttpStatusCode.Forbidden);
        (await revenue.Page("/")).Body!.TextContent.ShouldContain("Aucune qualité en cours");
        await revenue.Page("/comptes/mot-de-passe");
    }

    [Theory]
    [SurLesDeuxBases(Principal, "ParDelegation", "2026-10-01", "2026-10-31", "On ne se délègue rien à soi-même")]
    [SurLesDeuxBases(Adjointe, "ParDelegation", "2026-10-01", "2026-10-31", "Claire Vidal tient déjà cette qualité par délégation d’Hugo Roussel, du 7 septembre 2026 au 7 août 2027")]
    [SurLesDeuxBases(Adjointe, "ParInterim", "2027-08-07", "2027-08-09", "tient déjà cette qualité")]
    [SurLesDeuxBases(Secretariat, "ParInterim", "2026-10-01", "2026-10-31", "ni d’un adjoint")]
    [SurLesDeuxBases("samia.benali@demo.neuvieme.fr", "ParDelegation", "2026-10-01", "2026-10-31", "pas celle d’un adjoint")]
    [SurLesDeuxBases(Proviseure, "ParDelegation", "2026-10-01", "2026-10-31", "ne remplace que par intérim")]
    [SurLesDeuxBases("inconnu@demo.neuvieme.fr", "ParDelegation", "2026-10-01", "2026-10-31", "pas celle d’un adjoint")]
    [SurLesDeuxBases(Adjointe, "ParDelegation", "2026-09-07", "2026-10-31", "au plus tôt aujourd’hui")]
    [SurLesDeuxBases(Adjointe, "ParDelegation", "2026-10-02", "2026-10-01", "après le premier")]
    [SurLesDeuxBases(Adjointe, "ParDelegation", "2026-10-01", "", "a toujours une fin")]
    [SurLesDeuxBases(Adjointe, "ParDelegation", "2026-10-01", "2027-10-02", "un an au plus")]
    public async Task Deleguer_Impossible_ExpliqueEtNEcritRien(Base sur, string courriel, string forme, string debut, string fin, string message)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var principal = await serveur.Visiteur(Principal);
        var avant = await serveur.Lire(async db => (await db.Delegations.CountAsync(), await db.Journal.CountAsync()));

        var page = await Deleguer(principal, courriel, forme, debut, fin);

        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain(message);
        ((IHtmlInputElement)page.QuerySelector("[name='Saisie.Courriel']")!).Value.ShouldBe(courriel);
        (await serveur.Lire(async db => (await db.Delegations.CountAsync(), await db.Journal.CountAsync()))).ShouldBe(avant);
    }

    [Theory, SurLesDeuxBases]
    public async Task Deleguer_DatesQuiSeSuivent_EtSecondAdjoint_Permis_MaisUnSeulInterim(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, db => Ajouter(db, "second@essai.fr", "Second Adjoint", Role.Adjoint, Demonstration.College, null));
        using var principal = await serveur.Visiteur(Principal);

        await Deleguer(principal, Adjointe, "ParDelegation", "2027-08-08", "2027-08-31");
        principal.Ici.ShouldBe("/comptes/deleguer");
        await Deleguer(principal, "second@essai.fr", "ParDelegation", "2026-10-01", "2026-10-31");
        await Deleguer(principal, Proviseure, "ParInterim", "2026-11-01", "2026-11-30");
        var refus = await Deleguer(principal, "second@essai.fr", "ParInterim", "2026-11-30", "2026-12-31");

        refus.QuerySelector("[role=alert]")!.TextContent.ShouldContain("Inès Carpentier tient déjà cette qualité par intérim d’Hugo Roussel");
        (await serveur.Lire(db => db.Delegations.CountAsync())).ShouldBe(4);
    }

    [Theory, SurLesDeuxBases]
    public async Task Deleguer_DeuxFoisEnMemeTemps_UneSeule(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, db => Ajouter(db, "second@essai.fr", "Second Adjoint", Role.Adjoint, Demonstration.College, null));
        using var principal = await serveur.Visiteur(Principal);
        using var ailleurs = await serveur.Visiteur(Principal);

        await Task.WhenAll(Deleguer(principal, "second@essai.fr", "ParDelegation", "2026-10-01", "2026-10-31"), Deleguer(ailleurs, "second@essai.fr", "ParDelegation", "2026-10-01", "2026-10-31"));

        (await serveur.Lire(db => db.Delegations.CountAsync())).ShouldBe(2);
    }

    [Theory, SurLesDeuxBases]
    public async Task AdjointDelegue_VeutDeleguerAUnAutre_RefuseAlEcranEtDansLAction(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, db => Ajouter(db, "second@essai.fr", "Second Adjoint", Role.Adjoint, Demonstration.College, null));
        using var adjointe = await serveur.Visiteur(Adjointe);
        await adjointe.Page("/comptes/deleguer", HttpStatusCode.Forbidden);

        var refus = await serveur.Lire(async db =>
        {
            var elle = await db.Users.SingleAsync(c => c.Email == Adjointe);
            var auteur = new Auteur(elle.Id, elle.NomAffiche, ParDelegation, serveur.Temps.GetUtcNow().UtcDateTime, new(2026, 9, 8), "par délégation d’Hugo Roussel");
            return await new DeleguerQualite(Role.ChefEtablissement, Demonstration.College, null, "second@essai.fr", FormeDeDelegation.ParDelegation, new(2026, 10, 1), new(2026, 10, 31)).Executer(db, auteur);
        });

        refus.Single().Message.ShouldContain("une délégation ne se délègue pas");
        (await serveur.Lire(db => db.Delegations.CountAsync())).ShouldBe(1);
    }

    [Theory, SurLesDeuxBases]
    public async Task Chef_DemandeLEtablissementDUnAutre_NeDelegueQueLeSien(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, db => Ajouter(db, "adjoint.lycee@essai.fr", "Adjoint du lycée", Role.Adjoint, Demonstration.Lycee, null));
        using var principal = await serveur.Visiteur(Principal);
        var page = await principal.Page("/comptes/deleguer");
        var jeton = page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        using var corps = new FormUrlEncodedContent([new("__RequestVerificationToken", jeton), new("Saisie.Role", "Recteur"), new("Saisie.Uai", Demonstration.Lycee), new("Saisie.Academie", "99"),
            new("Saisie.Courriel", "adjoint.lycee@essai.fr"), new("Saisie.Forme", "ParDelegation"), new("Saisie.Debut", "2026-10-01"), new("Saisie.Fin", "2026-10-31")]);
        using var reponse = await principal.Http.PostAsync("/comptes/deleguer", corps, TestContext.Current.CancellationToken);

        (await reponse.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("pas celle d’un adjoint de l’établissement");
        (await serveur.Lire(db => db.Delegations.CountAsync())).ShouldBe(1);
    }

    [Theory, SurLesDeuxBases]
    public async Task Recteur_DelegueAUnGestionnaire_QuiValideAvecLaMention(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var recteur = await serveur.Visiteur("recteur@demo.neuvieme.fr");
        using var gestion = await serveur.Visiteur(Gestion);
        await gestion.Page("/attributions/valider-sans-remarque", HttpStatusCode.Forbidden);

        await Deleguer(recteur, Gestion, "ParDelegation", "2026-09-08", "2026-09-30");
        (await gestion.Page("/")).Body!.TextContent.ShouldContain("Vous agissez par délégation de Maud Delaunay");
        var id = await serveur.Lire(db => db.Attributions.Where(a => a.Uai == Demonstration.College && a.Etat == EtatAttribution.Validee).OrderBy(a => a.Id).Select(a => a.Id).FirstAsync());
        await gestion.EnvoyerFormulaire($"/attributions/revenir/{id}", ("Motif", "Erreur de saisie signalée par le collège"), ("Retrait.Fondement", "Illegale"));

        var revenue = await serveur.Lire(db => db.Attributions.SingleAsync(a => a.Id == id));
        revenue.InstruitePar.ShouldBe("Paul Ferrand, par délégation de Maud Delaunay");
        (await serveur.Lire(db => db.Journal.OrderByDescending(e => e.Id).FirstAsync(e => e.Objet == $"attribution:{id}"))).Qualite.ShouldBe("Gestionnaire du rectorat, par délégation de Maud Delaunay");
    }

    [Theory, SurLesDeuxBases]
    public async Task EnLigneDeCommande_InterimDUnPosteVacant_PuisRevoque(Base sur)
    {
        await using var laBase = await BaseDeTest.Creer(sur, demo: true);
        await using (var db = laBase.Ouvrir())
        {
            await db.Habilitations.Where(h => h.Role == Role.ChefEtablissement && h.Uai == Demonstration.College).ExecuteUpdateAsync(s => s.SetProperty(h => h.Fin, new DateOnly(2026, 9, 7)), TestContext.Current.CancellationToken);
        }

        var jour = new Horloge(TimeProvider.System).Aujourdhui;
        string[] commun = ["comptes", "deleguer", "--base", laBase.Chaine, "--uai", Demonstration.College, "--courriel", Adjointe, "--du", $"{jour:yyyy-MM-dd}", "--au", $"{jour.AddDays(30):yyyy-MM-dd}"];
        var signature = await LigneDeCommande.Lancer(commun);
        var interim = await LigneDeCommande.Lancer([.. commun, "--interim"]);

        signature.Code.ShouldBe(2, signature.ToString());
        signature.Erreurs.ShouldContain("il n’y a pas de signature à déléguer");
        interim.Code.ShouldBe(0, interim.ToString());
        interim.Sortie.ShouldContain("Claire Vidal agit par intérim");
        var revoque = await LigneDeCommande.Lancer("comptes", "revoquer", "--base", laBase.Chaine, "--courriel", Adjointe);
        revoque.Code.ShouldBe(0, revoque.ToString());
        var rien = await LigneDeCommande.Lancer("comptes", "revoquer", "--base", laBase.Chaine, "--courriel", Adjointe);
        rien.Code.ShouldBe(2, rien.ToString());
        rien.Erreurs.ShouldContain("aucune délégation en cours");
    }

    static Task<IHtmlDocument> Deleguer(Visiteur visiteur, string courriel, string forme, string debut, string fin) =>
        visiteur.EnvoyerFormulaire("/comptes/deleguer", ("Saisie.Courriel", courriel), ("Saisie.Forme", forme), ("Saisie.Debut", debut), ("Saisie.Fin", fin));

    static Task<long> Delegation(ServeurDeTest serveur) => serveur.Lire(db => db.Delegations.Select(d => d.HabilitationId).SingleAsync());

    internal static async Task Ajouter(NeuviemeDb db, string courriel, string nom, Role role, string? uai, string? academie)
    {
        db.Users.Add(new()
        {
            UserName = courriel, NormalizedUserName = courriel.ToUpperInvariant(), Email = courriel, NormalizedEmail = courriel.ToUpperInvariant(), NomAffiche = nom, SecurityStamp = "essai",
            Habilitations = [new() { Role = role, Uai = uai, AcademieCode = academie, Debut = new(2026, 1, 1) }],
        });
        await db.SaveChangesAsync();
    }
}
