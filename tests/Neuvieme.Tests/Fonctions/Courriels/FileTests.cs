using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Socle.Courrier;
using Neuvieme.Socle.Web;
using Neuvieme.Tests.Socle;
using Neuvieme.Tests.Socle.Courrier;

namespace Neuvieme.Tests.Fonctions.Courriels;

/// <summary>La file vue par l'administrateur, la tâche de fond, les réglages.</summary>
public class FileTests
{
    const string Admin = "admin@demo.neuvieme.fr";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, SurLesDeuxBases]
    public async Task Page_EnEchecPuisReessayer_SansMontrerNiObjetNiTexte(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var admin = await serveur.Visiteur(Admin);
        var id = await serveur.Lire(db => db.Courriels.Where(c => c.Genre == GenreCourriel.AccordDemande).Select(c => c.Id).FirstAsync());
        await serveur.Lire(db => db.Courriels.Where(c => c.Id != id).ExecuteUpdateAsync(s => s.SetProperty(c => c.EnvoyeUtc, c => c.DeposeUtc)));
        var instant = serveur.Temps.GetUtcNow().UtcDateTime;
        await serveur.Lire(db => db.Courriels.Where(c => c.Id == id).ExecuteUpdateAsync(s => s.SetProperty(c => c.AbandonneUtc, instant).SetProperty(c => c.Essais, 3).SetProperty(c => c.DerniereErreur, "550 5.1.1 <script>inconnue</script>").SetProperty(c => c.Objet, "ZZOBJET").SetProperty(c => c.Texte, "ZZTEXTE")));

        var page = await admin.Page("/courriels?etat=Abandonne");
        page.QuerySelectorAll("tbody tr").ShouldHaveSingleItem().TextContent.ShouldContain("550 5.1.1 <script>inconnue</script>");
        var csv = Encoding.UTF8.GetString(await admin.Http.GetByteArrayAsync("/courriels?etat=Abandonne&handler=Csv", Ct));
        csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);
        foreach (var montre in new[] { page.DocumentElement.OuterHtml, csv, (await admin.Page("/courriels")).DocumentElement.OuterHtml })
        {
            montre.ShouldNotContain("ZZOBJET");
            montre.ShouldNotContain("ZZTEXTE");
            montre.ShouldNotContain("accord", Case.Insensitive);
        }

        // La personne ne se nomme que parce que l'envoi bute ; ni la liste, ni la recherche ne la montrent ailleurs.
        var adresse = await serveur.Lire(db => db.Courriels.Where(c => c.Id == id).Select(c => c.Adresse).SingleAsync());
        csv.ShouldContain(adresse);
        await serveur.Lire(db => db.Courriels.Where(c => c.Id == id).ExecuteUpdateAsync(s => s.SetProperty(c => c.DerniereErreur, "").SetProperty(c => c.AbandonneUtc, (DateTime?)null)));
        foreach (var cherche in new[] { "/courriels", "/courriels?recherche=" + adresse })
        {
            var tbody = (await admin.Page(cherche)).QuerySelector("tbody")?.TextContent ?? "";
            tbody.ShouldNotContain(adresse);
            tbody.Contains("…@demo.neuvieme.fr").ShouldBe(cherche == "/courriels");
        }

        await serveur.Lire(db => db.Courriels.Where(c => c.Id == id).ExecuteUpdateAsync(s => s.SetProperty(c => c.DerniereErreur, "550").SetProperty(c => c.AbandonneUtc, instant)));
        Texte(await admin.CliquerSur(page, "Réessayer l’envoi")).ShouldContain("Courriel remis en file");
        var remis = await serveur.Lire(db => db.Courriels.SingleAsync(c => c.Id == id));
        (remis.Etat, remis.Essais).ShouldBe((EtatCourriel.EnAttente, 0));
        Texte(await admin.Cliquer("/courriels?etat=EnAttente", "Abandonner")).ShouldContain("Courriel abandonné");
        (await serveur.Lire(db => db.Courriels.SingleAsync(c => c.Id == id))).DerniereErreur.ShouldBe("Abandonné par Dominique Ortega.");
        Texte(await admin.Cliquer("/courriels?etat=Abandonne", "Réessayer tous")).ShouldContain("Courriel remis en file");
        (await serveur.Lire(db => db.Journal.Where(j => j.Portee == "instance" && j.Action.StartsWith("courriel")).Select(j => j.Action).ToListAsync()))
            .ShouldBe(["courriel remis en file", "courriel abandonné", "courriel remis en file"]);
    }

    /// <summary>Pendant qu'un envoi le tient, ni « réessayer » ni « abandonner » ne le touchent : il partirait deux fois, ou partirait abandonné.</summary>
    [Theory, SurLesDeuxBases]
    public async Task Page_CourrielEnCoursDEnvoi_NeSeReessaiePasNiNeSAbandonne(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var admin = await serveur.Visiteur(Admin);
        var id = await serveur.Lire(db => db.Courriels.Select(c => c.Id).FirstAsync());
        await serveur.Lire(db => db.Courriels.Where(c => c.Id != id).ExecuteUpdateAsync(s => s.SetProperty(c => c.EnvoyeUtc, c => c.DeposeUtc)));
        await serveur.Lire(db => db.Courriels.Where(c => c.Id == id).ExecuteUpdateAsync(s => s.SetProperty(c => c.Essais, 2)));
        var ouverte = await admin.Page("/courriels?etat=EnAttente");
        var instant = serveur.Temps.GetUtcNow().UtcDateTime;
        await serveur.Lire(db => db.Courriels.Where(c => c.Id == id).ExecuteUpdateAsync(s => s.SetProperty(c => c.PrisUtc, instant)));

        Texte(await admin.CliquerSur(ouverte, "Réessayer")).ShouldContain("en cours d’envoi");
        Texte(await admin.CliquerSur(ouverte, "Abandonner")).ShouldContain("en cours d’envoi");

        var c = await serveur.Lire(db => db.Courriels.SingleAsync(x => x.Id == id));
        (c.Essais, c.AbandonneUtc).ShouldBe((2, null));
    }

    /// <summary>Deux sites entiers sur la même base, tâche de fond en marche, serveur qui tombe puis revient : chacun arrive une fois.</summary>
    [Theory, SurLesDeuxBases]
    public async Task TacheDeFond_DeuxNoeudsEtUnServeurQuiTombe_ToutArriveUneFois(Base sur)
    {
        await using var boite = await BoiteSmtp.Ouvrir();
        await using var laBase = await BaseDeTest.Creer(sur, demo: true);
        // Un jeudi : ni résumé, ni rappel de date.
        var temps = new TempsDeTest(TempsDeTest.Rentree.AddDays(2));
        await boite.Arreter();
        int attendus;
        await using (var db = laBase.Ouvrir())
        {
            attendus = await db.Courriels.CountAsync(c => c.AbandonneUtc == null, Ct);
            attendus.ShouldBeGreaterThan(5);
        }

        await using var un = Application.Construire(new OptionsApplication(laBase.Chaine, 0, temps, JournalTechnique: false, Courrier: boite.Reglages));
        await using var deux = Application.Construire(new OptionsApplication(laBase.Chaine, 0, temps, JournalTechnique: false, Courrier: boite.Reglages));
        await un.StartAsync(Ct);
        await deux.StartAsync(Ct);
        // Tous ceux qui sont dus essayés, aucun en route : avancer l'heure pendant un envoi ferait croire son bail échu, et l'autre site le reprendrait à raison.
        var depart = temps.GetUtcNow().UtcDateTime;
        await Attendre(async db => !await db.Courriels.AnyAsync(c => c.EnvoyeUtc == null && c.AbandonneUtc == null && (c.PrisUtc != null || c.ProchainEssaiUtc <= depart), Ct));
        await boite.Demarrer();
        temps.Avancer(TimeSpan.FromHours(2));
        await Attendre(async db => !await db.Courriels.AnyAsync(c => c.EnvoyeUtc == null && c.AbandonneUtc == null, Ct));
        await un.StopAsync(Ct);
        await deux.StopAsync(Ct);

        boite.Recus().Count.ShouldBe(attendus);
        boite.Recus().Select(r => r.Entete("Message-ID")).ShouldBeUnique();

        async Task Attendre(Func<Neuvieme.Socle.BaseDeDonnees.NeuviemeDb, Task<bool>> quoi)
        {
            for (var i = 0; i < 600; i++)
            {
                await using var db = laBase.Ouvrir();
                if (await quoi(db))
                {
                    return;
                }

                await Task.Delay(50, Ct);
            }

            Assert.Fail("La tâche de fond n'a rien fait en trente secondes.");
        }
    }

    [Fact]
    public async Task Commande_Envoyer_EcritLesFichiersEtDitCombien()
    {
        await using var laBase = await BaseDeTest.Creer(Base.Sqlite, demo: true);
        var dossier = Directory.CreateTempSubdirectory("neuvieme-courriels-").FullName;
        try
        {
            var r = await LigneDeCommande.Lancer("courriels", "envoyer", "--courrier", "dossier:" + dossier, "--base", laBase.Chaine, "--adresse-publique", "https://neuvieme.test");

            r.Code.ShouldBe(0, r.ToString());
            var fichiers = Directory.GetFiles(dossier, "*.eml");
            fichiers.Length.ShouldBeGreaterThan(5);
            r.Sortie.ShouldContain($"{fichiers.Length} courriels partis");
            (await LigneDeCommande.Lancer("courriels", "envoyer", "--courrier", "dossier:" + dossier, "--base", laBase.Chaine)).Sortie.ShouldContain("0 courriel parti");
            Directory.GetFiles(dossier).Length.ShouldBe(fichiers.Length);
        }
        finally
        {
            Directory.Delete(dossier, recursive: true);
        }
    }

    [Theory]
    [InlineData("smtp://essai.fr:587", null, "https://n.fr", "--expediteur")]
    [InlineData("smtp://essai.fr:587", "n@essai.fr", null, "--adresse-publique")]
    [InlineData("smtps://essai.fr", "n@essai.fr", "https://n.fr", "STARTTLS")]
    [InlineData("smtp://agent@essai.fr:587", "n@essai.fr", "https://n.fr", "NEUVIEME_COURRIER_MOT_DE_PASSE")]
    [InlineData("smtp://agent:secret@essai.fr:587?tls=non", "n@essai.fr", "https://n.fr", "ne s’envoie pas en clair")]
    [InlineData("smtp://essai.fr?tls=peut-etre", "n@essai.fr", "https://n.fr", "tls=starttls")]
    [InlineData("http://essai.fr", "n@essai.fr", "https://n.fr", "smtp://")]
    [InlineData("pigeon", null, null, "dossier")]
    [InlineData("dossier", "pas une adresse", null, "--expediteur")]
    [InlineData("dossier", "a@essai.fr\r\nBcc: b@essai.fr", null, "--expediteur")]
    [InlineData("dossier", null, "javascript:alert(1)", "--adresse-publique")]
    public void Reglages_Impossibles_RefusesEtExpliques(string courrier, string? expediteur, string? site, string dit)
    {
        var (lus, refus) = ReglagesCourrier.Lire(courrier, expediteur, site, null, new("http://127.0.0.1:5080"));

        lus.ShouldBeNull();
        refus.ShouldContain(dit);
        refus.ShouldNotContain("secret");
    }

    [Theory]
    [InlineData("smtp://essai.fr", true, 25)]
    [InlineData("smtp://essai.fr:587?tls=non", false, 587)]
    [InlineData("smtp://127.0.0.1:2525", false, 2525)]
    [InlineData("smtp://localhost:2525?tls=starttls", true, 2525)]
    [InlineData("smtp://agent%40essai.fr:p%3Ass@essai.fr:587", true, 587)]
    public void Reglages_Smtp_ChiffreSaufSurLaBoucleLocaleOuSurDemande(string courrier, bool chiffre, int port)
    {
        var (lus, _) = ReglagesCourrier.Lire(courrier, "Neuvième <n@essai.fr>", "https://n.fr/", null, new("http://127.0.0.1"));

        (lus!.Mode, lus.Chiffre, lus.Port).ShouldBe((ModeCourrier.Smtp, chiffre, port));
        lus.Lien("/comptes").ShouldBe("https://n.fr/comptes");
        $"{lus} {lus.Description}".ShouldNotContain("p:ss");
        if (courrier.Contains("agent", StringComparison.Ordinal))
        {
            (lus.Utilisateur, lus.MotDePasse).ShouldBe(("agent@essai.fr", "p:ss"));
            ReglagesCourrier.Lire(courrier, "n@essai.fr", "https://n.fr/", "autre", new("http://127.0.0.1")).Lus!.MotDePasse.ShouldBe("autre", "la variable d'environnement l'emporte");
        }
    }

    static string Texte(IHtmlDocument page) => page.QuerySelector("main")!.TextContent;
}
