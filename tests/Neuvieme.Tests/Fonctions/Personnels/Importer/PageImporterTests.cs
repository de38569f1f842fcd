using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Tests.Socle;
using static Neuvieme.Tests.Fonctions.Personnels.Importer.FabriqueSts;

namespace Neuvieme.Tests.Fonctions.Personnels.Importer;

/// <summary>L'import par l'écran, sans script, sur la démonstration : ses personnes ne sont pas dans nos fichiers, elles y seront donc absentes.</summary>
public class PageImporterTests
{
    const string Page = "/personnels/importer";
    const string Principal = "principal@demo.neuvieme.fr";

    static readonly byte[] Bon = Latin9.GetBytes(Xml(
        Individu("101", "HUNIER", "ZOÉ", reste: "<GRADE>PEPS CN</GRADE>" + Discipline("L1900", "E.P.S", "17.00")) + Individu("102", "MISAINE", "LUC", "EDU")
        + Individu("103", "BARRE", "JO", "DIR") + Individu("104", "CACATOIS", "IDA", "", "local"), Division("6 A", Service("100100", "101", "16.50"))));

    static string Texte(IHtmlDocument page) => string.Join(' ', page.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    static Task<int> Ajoutes(ServeurDeTest serveur) => serveur.Lire(db => db.Agents.CountAsync(a => a.Uai == Uai && a.IdSts.StartsWith("10") && a.IdSts.Length == 3));

    /// <summary>Envoie le formulaire d'une page restée ouverte, sans la rouvrir.</summary>
    static async Task<IHtmlDocument> Envoyer(Visiteur visiteur, IHtmlDocument page, string vers)
    {
        var champs = page.QuerySelector("form[action*=Confirmer]")!.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]");
        using var corps = new FormUrlEncodedContent(champs.Select(c => KeyValuePair.Create(c.Name!, c.Value)));
        using var reponse = await visiteur.Http.PostAsync(vers, corps, TestContext.Current.CancellationToken);
        return new HtmlParser().ParseDocument(await reponse.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory, SurLesDeuxBases]
    public async Task Apercu_confirmation_puis_second_import_sans_changement(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);

        var apercu = await chef.EnvoyerFichier(Page, "Fichier", NomFichier, Bon);

        chef.Ici.ShouldStartWith(Page + "?apercu=");
        Texte(apercu).ShouldContain("Zoé HUNIER");
        Texte(apercu).ShouldContain("16,5 h");
        (await Ajoutes(serveur)).ShouldBe(0);
        var cases = apercu.QuerySelectorAll<IHtmlInputElement>("input[name=Ajouter]").ToDictionary(c => c.Value, c => c.IsChecked);
        cases.ShouldBe(new Dictionary<string, bool> { ["epp 101"] = true, ["epp 102"] = true, ["epp 103"] = false, ["local 104"] = false }, ignoreOrder: true);

        var rapport = await chef.Cliquer(chef.Ici, "Importer");

        Texte(rapport).ShouldContain("Import terminé 2 personnes ajoutées");
        (await Ajoutes(serveur)).ShouldBe(2);
        (await serveur.Lire(db => db.ImportsEnAttente.CountAsync())).ShouldBe(0);

        Texte(await chef.EnvoyerFichier(Page, "Fichier", "encore.zip", Zip((NomFichier, Bon)))).ShouldContain("Aucun changement");
        (await serveur.Lire(db => db.Imports.CountAsync(i => i.Uai == Uai))).ShouldBe(1);
    }

    [Theory, SurLesDeuxBases]
    public async Task Personne_sans_fonction_ajoutee_quand_on_la_coche(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);
        await chef.EnvoyerFichier(Page, "Fichier", NomFichier, Bon);

        await chef.Cliquer(chef.Ici, "Importer", ("Ajouter", "local 104"));

        (await serveur.Lire(db => db.Agents.Where(a => a.Uai == Uai && a.IdSts.StartsWith("10") && a.IdSts.Length == 3).Select(a => a.NomUsage).ToListAsync())).ShouldBe(["CACATOIS"]);
    }

    [Theory, SurLesDeuxBases]
    public async Task Absents_montres_avec_leurs_missions_et_gardes(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);
        var (personne, mission) = await serveur.Lire(async db => await db.Attributions.Where(a => a.Uai == Uai && a.Agent != null).OrderBy(a => a.Id)
            .Select(a => new ValueTuple<string, string>(a.Agent!.NomUsage, a.Mission!.Intitule)).FirstAsync());
        var avant = await serveur.Lire(db => db.Agents.CountAsync(a => a.Uai == Uai));

        var apercu = await chef.EnvoyerFichier(Page, "Fichier", NomFichier, Bon);

        apercu.QuerySelectorAll("tr").Select(l => l.TextContent).ShouldContain(l => l.Contains(personne) && l.Contains(mission));
        await chef.Cliquer(chef.Ici, "Importer");
        (await serveur.Lire(db => db.Agents.CountAsync(a => a.Uai == Uai))).ShouldBe(avant + 2);
        (await serveur.Lire(db => db.Affectations.CountAsync(a => a.Uai == Uai && a.Annee == 2026 && a.Presente))).ShouldBe(2);
    }

    [Theory]
    [InlineData("sens inverse", "Exports > Emploi du temps")]
    [InlineData("autre établissement", "0990002P")]
    [InlineData("autre année", "année prochaine")]
    [InlineData("coupé", "</STS_EDT>")]
    [InlineData("bombe", "DOCTYPE")]
    [InlineData("vingt mégaoctets", "20 Mo")]
    [InlineData("csv", "CSV")]
    [InlineData("vide", "le fichier est vide")]
    public async Task Mauvais_fichier_explique_et_rien_n_est_ecrit(string cas, string attendu)
    {
        var contenu = cas switch
        {
            "sens inverse" => Encoding.ASCII.GetBytes("<?xml version=\"1.0\"?><EDT_STS/>"),
            "autre établissement" => Latin9.GetBytes(Xml(uaj: """<UAJ CODE="0990002P"/>""")),
            "autre année" => Latin9.GetBytes(Xml(annee: """<ANNEE_SCOLAIRE ANNEE="2027"/>""")),
            "coupé" => Bon[..(Bon.Length / 2)],
            "bombe" => Encoding.ASCII.GetBytes("<!DOCTYPE a [<!ENTITY b \"c\"><!ENTITY d \"&b;&b;\">]><STS_EDT>&d;</STS_EDT>"),
            "vingt mégaoctets" => [.. Bon, .. Enumerable.Repeat((byte)' ', 20_000_000)],
            "csv" => Encoding.UTF8.GetBytes("Nom;Prénom\nA;B\n"),
            _ => Encoding.UTF8.GetBytes(" "),
        };
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var chef = await serveur.Visiteur(Principal);
        var avant = await serveur.Lire(db => db.Journal.CountAsync());

        var page = await chef.EnvoyerFichier(Page, "Fichier", NomFichier, contenu);

        Texte(page).ShouldContain("rien n’a été écrit");
        Texte(page).ShouldContain(attendu);
        page.QuerySelector("input[type=file]").ShouldNotBeNull();
        (await serveur.Lire(db => db.Journal.CountAsync())).ShouldBe(avant);
        (await serveur.Lire(db => db.ImportsEnAttente.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Depot_au_dela_de_la_limite_du_serveur_explique()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var chef = await serveur.Visiteur(Principal);
        using var corps = new MultipartFormDataContent { { new ByteArrayContent(new byte[30_000_000]), "Fichier", NomFichier } };
        using var requete = new HttpRequestMessage(HttpMethod.Post, Page + "?handler=Deposer") { Content = corps };
        requete.Headers.ExpectContinue = true;

        using var reponse = await chef.Http.SendAsync(requete, TestContext.Current.CancellationToken);

        ((int)reponse.StatusCode).ShouldBe(413);
        (await reponse.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("Fichier trop gros");
    }

    [Theory, SurLesDeuxBases]
    public async Task Apercu_d_une_heure_pour_son_seul_auteur(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);
        using var autre = await serveur.Visiteur("proviseure@demo.neuvieme.fr");
        var apercu = await chef.EnvoyerFichier(Page, "Fichier", NomFichier, Bon);
        var ici = chef.Ici;

        Texte(await autre.Page(ici)).ShouldContain("n’est plus disponible");
        Texte(await autre.Page(ici)).ShouldNotContain("HUNIER");
        serveur.Temps.Avancer(TimeSpan.FromMinutes(61));
        var apres = await Envoyer(chef, apercu, Page + "?handler=Confirmer");

        Texte(apres).ShouldContain("n’est plus disponible");
        (await Ajoutes(serveur)).ShouldBe(0);
    }

    [Theory, SurLesDeuxBases]
    public async Task Abandon_efface_le_fichier(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        using var chef = await serveur.Visiteur(Principal);
        await chef.EnvoyerFichier(Page, "Fichier", NomFichier, Bon);
        (await serveur.Lire(db => db.ImportsEnAttente.CountAsync())).ShouldBe(1);

        var page = await chef.Cliquer(chef.Ici, "Abandonner");

        Texte(page).ShouldContain("rien n’a été écrit");
        (await serveur.Lire(db => db.ImportsEnAttente.CountAsync())).ShouldBe(0);
        (await Ajoutes(serveur)).ShouldBe(0);
    }
}
