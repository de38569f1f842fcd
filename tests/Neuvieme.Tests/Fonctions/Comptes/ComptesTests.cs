using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Comptes;

public class ComptesTests
{
    const string Admin = "admin@demo.neuvieme.fr";
    const string Nouvelle = "nouvelle.cheffe@demo.neuvieme.fr";

    [Theory, SurLesDeuxBases]
    public async Task Creer_MotDePasseMontreUneFois_AChangerAvantToutLeReste(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var admin = await serveur.Visiteur(Admin);

        var provisoire = await Creer(admin, Nouvelle, "Léa Cheffe", Role.ChefEtablissement, Demonstration.College);

        using var elle = serveur.Visiteur();
        await elle.SeConnecter(Nouvelle, provisoire);
        elle.Ici.ShouldBe("/comptes/mot-de-passe");
        await elle.Page("/personnels");
        elle.Ici.ShouldBe("/comptes/mot-de-passe");
        await elle.EnvoyerFormulaire("/comptes/mot-de-passe", ("Actuel", provisoire), ("Nouveau", "une phrase bien à elle"), ("Confirmation", "une phrase bien à elle"));
        elle.Ici.ShouldBe("/");
        await elle.Page("/personnels");
        elle.Ici.ShouldBe("/personnels");

        using var ensuite = serveur.Visiteur();
        (await ensuite.SeConnecter(Nouvelle, provisoire)).Body!.TextContent.ShouldContain("inconnu");
        await ensuite.SeConnecter(Nouvelle, "une phrase bien à elle");
        ensuite.Ici.ShouldBe("/");
        (await serveur.Lire(db => db.Journal.AnyAsync(e => e.Avant.Contains(provisoire) || e.Apres.Contains(provisoire)))).ShouldBeFalse();
    }

    [Theory, SurLesDeuxBases]
    public async Task Creer_CourrielDejaConnu_AjouteLaQualiteSansToucherAuMotDePasse(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var admin = await serveur.Visiteur(Admin);
        var avant = await serveur.Lire(db => db.Users.Where(c => c.Email == "principal@demo.neuvieme.fr").Select(c => c.PasswordHash).SingleAsync());

        var page = await Envoyer(admin, "principal@demo.neuvieme.fr", "Autre Nom", Role.ChefEtablissement, Demonstration.Lycee);

        page.QuerySelector("[role=status]")!.TextContent.ShouldContain("Hugo Roussel a une qualité de plus");
        page.QuerySelector(".n-secret").ShouldBeNull();
        var compte = await serveur.Lire(db => db.Users.Include(c => c.Habilitations).SingleAsync(c => c.Email == "principal@demo.neuvieme.fr"));
        compte.PasswordHash.ShouldBe(avant);
        compte.NomAffiche.ShouldBe("Hugo Roussel");
        compte.Habilitations.Select(h => h.Uai).ShouldBe([Demonstration.College, Demonstration.Lycee], ignoreOrder: true);
    }

    [Theory, SurLesDeuxBases]
    public async Task Creer_InterimaireNommeeEnPropre_GardeLaQualiteQuandLInterimFinit(Base sur)
    {
        const string Adjointe = "adjointe@demo.neuvieme.fr";
        await using var serveur = await ServeurDeTest.Demo(sur, db => db.Delegations.ExecuteUpdateAsync(d => d.SetProperty(x => x.Forme, FormeDeDelegation.ParInterim)));
        using var admin = await serveur.Visiteur(Admin);

        var page = await Envoyer(admin, Adjointe, "Claire Vidal", Role.ChefEtablissement, Demonstration.College);

        page.QuerySelector("[role=status]")!.TextContent.ShouldContain("Claire Vidal a une qualité de plus");
        await serveur.Lire(db => db.Habilitations.Where(h => h.Delegation != null).ExecuteUpdateAsync(h => h.SetProperty(x => x.Fin, new DateOnly(2026, 9, 7))));
        using var nommee = await serveur.Visiteur(Adjointe);
        var compte = await serveur.Lire(db => db.Users.Include(c => c.Habilitations).ThenInclude(h => h.Delegation).SingleAsync(c => c.Email == Adjointe));
        compte.Habilitations.Count(h => h.Role == Role.ChefEtablissement && h.Delegation is null && h.EstActive(new(2026, 9, 8))).ShouldBe(1);
        // Nommée une seconde fois, elle l'est déjà.
        (await Envoyer(admin, Adjointe, "Claire Vidal", Role.ChefEtablissement, Demonstration.College)).QuerySelector("[role=alert]")!.TextContent.ShouldContain("a déjà cette qualité");
    }

    [Theory, SurLesDeuxBases]
    public async Task Creer_Agent_RetrouveSesMissionsParSonCourriel(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, async db =>
            await db.Agents.Where(a => a.NomUsage == "FAURE").ExecuteUpdateAsync(s => s.SetProperty(a => a.CompteId, (long?)null).SetProperty(a => a.Courriel, "Camille.Neuve@demo.neuvieme.fr")));
        using var admin = await serveur.Visiteur(Admin);

        await Creer(admin, "camille.neuve@demo.neuvieme.fr", "Camille Faure", Role.Agent, Demonstration.College);

        var (agent, compte) = await serveur.Lire(async db => (await db.Agents.SingleAsync(a => a.NomUsage == "FAURE"), await db.Users.SingleAsync(c => c.Email == "camille.neuve@demo.neuvieme.fr")));
        agent.CompteId.ShouldBe(compte.Id);
    }

    [Theory]
    [InlineData("pas-une-adresse", "Léa", Role.ChefEtablissement, Demonstration.College, "", "n’est pas une adresse")]
    [InlineData(Nouvelle, "", Role.ChefEtablissement, Demonstration.College, "", "Écrivez le nom")]
    [InlineData(Nouvelle, "Léa", Role.ChefEtablissement, "", "", "donnez son UAI")]
    [InlineData(Nouvelle, "Léa", Role.ChefEtablissement, "0990009X", "", "Aucun établissement 0990009X")]
    [InlineData(Nouvelle, "Léa", Role.Recteur, "", "", "choisissez-la")]
    [InlineData(Nouvelle, "Léa", Role.Recteur, Demonstration.College, "", "choisissez-la")]
    [InlineData(Nouvelle, "Léa", Role.Administrateur, "", Demonstration.Academie, "ne porte pas sur une académie")]
    [InlineData("admin@demo.neuvieme.fr", "Léa", Role.Administrateur, "", "", "a déjà cette qualité")]
    public async Task Creer_Impossible_ExpliqueEtNEcritRien(string courriel, string nom, Role role, string uai, string academie, string message)
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var admin = await serveur.Visiteur(Admin);
        var avant = await serveur.Lire(db => db.Habilitations.CountAsync());

        var page = await Envoyer(admin, courriel, nom, role, uai, academie);

        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain(message);
        ((IHtmlInputElement)page.QuerySelector("[name='Saisie.Courriel']")!).Value.ShouldBe(courriel);
        (await serveur.Lire(db => db.Habilitations.CountAsync())).ShouldBe(avant);
    }

    [Theory, SurLesDeuxBases]
    public async Task Desactiver_FermeToutDeSuite_SansRienEffacer(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var admin = await serveur.Visiteur(Admin);
        using var principal = await serveur.Visiteur("principal@demo.neuvieme.fr");
        await principal.Page("/personnels");
        var id = await Id(serveur, "principal@demo.neuvieme.fr");

        await admin.EnvoyerFormulaire($"/comptes/desactiver?id={id}", ("Id", id.ToString()));

        admin.Ici.ShouldBe("/comptes");
        // Le timbre de sécurité a tourné : la session ouverte ne vaut plus rien, sans attendre.
        await principal.Page("/personnels");
        principal.Ici.ShouldStartWith("/comptes/connexion");
        var compte = await serveur.Lire(db => db.Users.Include(c => c.Habilitations).SingleAsync(c => c.Id == id));
        // L'horloge des tests est au 8 septembre 2026 : la dernière journée ouverte est la veille.
        compte.Habilitations.Single().Fin.ShouldBe(new DateOnly(2026, 9, 7));
        (await serveur.Lire(db => db.Journal.OrderByDescending(e => e.Rang).FirstAsync(e => e.Portee == Demonstration.College))).Action.ShouldBe("qualité retirée");
    }

    [Theory, SurLesDeuxBases]
    public async Task Desactiver_SoiMeme_Refuse(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var admin = await serveur.Visiteur(Admin);
        var id = await Id(serveur, Admin);

        var page = await admin.EnvoyerFormulaire($"/comptes/desactiver?id={id}", ("Id", id.ToString()));

        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("On ne se retire pas");
        await admin.Page("/comptes");
    }

    [Theory, SurLesDeuxBases]
    public async Task Reinitialiser_RendUnMotDePasseProvisoire_EtLeveLeBlocage(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var admin = await serveur.Visiteur(Admin);
        var id = await Id(serveur, "recteur@demo.neuvieme.fr");
        using (var essais = serveur.Visiteur())
        {
            for (var i = 0; i < 5; i++)
            {
                await essais.SeConnecter("recteur@demo.neuvieme.fr", "mauvais-mot-de-passe");
            }
        }

        var page = await admin.EnvoyerFormulaire($"/comptes/reinitialiser?id={id}", ("Id", id.ToString()));

        using var recteur = serveur.Visiteur();
        await recteur.SeConnecter("recteur@demo.neuvieme.fr", page.QuerySelector(".n-secret")!.TextContent);
        recteur.Ici.ShouldBe("/comptes/mot-de-passe");
    }

    [Theory]
    [InlineData("pas le bon actuel", "une phrase bien à moi", "une phrase bien à moi", "n’est pas celui-là")]
    [InlineData(Demonstration.MotDePasse, "court", "court", "au moins 12 caractères")]
    [InlineData(Demonstration.MotDePasse, "une phrase bien à moi", "une autre phrase", "diffèrent")]
    [InlineData(Demonstration.MotDePasse, Demonstration.MotDePasse, Demonstration.MotDePasse, "le même que l’actuel")]
    public async Task MotDePasse_Refuse_Explique(string actuel, string nouveau, string confirmation, string message)
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var gestion = await serveur.Visiteur("gestion@demo.neuvieme.fr");

        var page = await gestion.EnvoyerFormulaire("/comptes/mot-de-passe", ("Actuel", actuel), ("Nouveau", nouveau), ("Confirmation", confirmation));

        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain(message);
        page.QuerySelectorAll("input[type=password]").ShouldAllBe(c => string.IsNullOrEmpty(c.GetAttribute("value")));
    }

    [Fact]
    public async Task MotDePasse_SessionVolee_NeSertPasADeviner()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var gestion = await serveur.Visiteur("gestion@demo.neuvieme.fr");
        for (var i = 0; i < 5; i++)
        {
            await gestion.EnvoyerFormulaire("/comptes/mot-de-passe", ("Actuel", "essai numéro " + i), ("Nouveau", "une phrase bien à moi"), ("Confirmation", "une phrase bien à moi"));
        }

        await gestion.EnvoyerFormulaire("/comptes/mot-de-passe", ("Actuel", Demonstration.MotDePasse), ("Nouveau", "une phrase bien à moi"), ("Confirmation", "une phrase bien à moi"));

        gestion.Ici.ShouldBe("/comptes/connexion");
    }

    [Theory, SurLesDeuxBases]
    public async Task Liste_CherchePartout_EtMontreLeNomLitteralement(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, async db =>
            await db.Users.Where(c => c.Email == "gestion@demo.neuvieme.fr").ExecuteUpdateAsync(s => s.SetProperty(c => c.NomAffiche, "<img src=x onerror=alert(1)> Élodie")));
        using var admin = await serveur.Visiteur(Admin);

        (await admin.Page("/comptes?recherche=gestion@")).QuerySelector("tbody th")!.TextContent.ShouldBe("<img src=x onerror=alert(1)> Élodie");
        (await admin.Page("/comptes?recherche=élodie")).QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        (await admin.Page($"/comptes?recherche={Demonstration.Lycee}&role=ChefEtablissement")).QuerySelector("tbody td")!.TextContent.ShouldBe("proviseure@demo.neuvieme.fr");
        (await admin.Page("/comptes?recherche=%25")).QuerySelector("tbody").ShouldNotBeNull();
        (await admin.Page("/comptes?recherche=zzzzz")).QuerySelector(".n-vide").ShouldNotBeNull();
    }

    static async Task<string> Creer(Visiteur admin, string courriel, string nom, Role role, string uai) =>
        (await Envoyer(admin, courriel, nom, role, uai)).QuerySelector(".n-secret")!.TextContent;

    static Task<IHtmlDocument> Envoyer(Visiteur admin, string courriel, string nom, Role role, string uai, string academie = "") =>
        admin.EnvoyerFormulaire("/comptes/creer", ("Saisie.Courriel", courriel), ("Saisie.Nom", nom), ("Saisie.Role", role.ToString()), ("Saisie.Uai", uai), ("Saisie.Academie", academie));

    static Task<long> Id(ServeurDeTest serveur, string courriel) => serveur.Lire(db => db.Users.Where(c => c.Email == courriel).Select(c => c.Id).SingleAsync());
}
