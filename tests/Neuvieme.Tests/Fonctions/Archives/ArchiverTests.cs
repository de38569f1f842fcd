using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Tests.Fonctions.Lettres;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Archives;

/// <summary>Le zip d'un établissement et d'une année : les octets signés, ce qui les prouve, un index, et qui peut l'avoir.</summary>
public class ArchiverTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, SurLesDeuxBases]
    public async Task Telecharger_LettresSigneesEtNon_LesOctetsExactsLeursPreuvesEtLeursEmpreintes(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, sceau: GestesDeSignature.Cachet());
        var signee = await serveur.EtablirEtEnvoyer();
        using var anne = await serveur.Visiteur(GestesDeSignature.Anne);
        await anne.Signer(signee);
        using var chef = await serveur.Visiteur(GestesDeSignature.Chef);
        await chef.SignerEnChef();
        var lettre = await serveur.Lettre(signee);

        var (_, zip) = await Telecharger(chef, Demonstration.College);

        var dossier = zip.Entries.Single(e => e.FullName.StartsWith($"lettres/{Demonstration.College}-2026-{signee:0000}_v1_", StringComparison.Ordinal) && e.Name == "lettre.pdf").FullName[..^"lettre.pdf".Length];
        (await Octets(zip, dossier + "lettre.pdf")).ShouldBe(lettre.Pdf);
        var cachetee = await serveur.Lire(db => db.PiecesDeLettre.Where(p => p.LettreId == lettre.Id && p.Genre == Neuvieme.Fonctions.Lettres.GenreDePiece.Cachetee).Select(p => p.Contenu).SingleAsync(Ct));
        (await Octets(zip, dossier + "lettre-cachetee.pdf")).ShouldBe(cachetee);
        zip.Entries.ShouldContain(e => e.FullName == dossier + "certificat.pdf");
        var preuve = JsonDocument.Parse(await Octets(zip, dossier + "preuve.json")).RootElement;
        preuve.GetProperty("fichiers").GetProperty("lettre.pdf").GetString().ShouldBe(lettre.Sha256);
        preuve.GetProperty("signatures").GetArrayLength().ShouldBe(2);
        zip.Entries.Count(e => e.Name == "lettre.pdf").ShouldBe(2, "celle qui n’est pas signée y est aussi");

        var empreintes = Encoding.UTF8.GetString(await Octets(zip, "empreintes.sha256")).Split('\n', StringSplitOptions.RemoveEmptyEntries).ToDictionary(l => l[66..], l => l[..64]);
        empreintes.Keys.Order(StringComparer.Ordinal).ShouldBe(zip.Entries.Select(e => e.FullName).Where(n => n != "empreintes.sha256").Order(StringComparer.Ordinal));
        foreach (var (chemin, empreinte) in empreintes)
        {
            Convert.ToHexStringLower(SHA256.HashData(await Octets(zip, chemin))).ShouldBe(empreinte, chemin);
        }

        var index = await new HtmlParser().ParseDocumentAsync(Encoding.UTF8.GetString(await Octets(zip, "index.html")), Ct);
        index.Links.Select(l => l.GetAttribute("href")!).ShouldAllBe(h => zip.GetEntry(h) != null);
        index.QuerySelectorAll("script, img, link").ShouldBeEmpty();
        index.Body!.TextContent.ShouldContain("Kervella");
        Encoding.UTF8.GetString(await Octets(zip, "index.csv")).ShouldContain(lettre.Sha256);
        (await serveur.Lire(db => db.Journal.CountAsync(j => j.Action == "archive des lettres remise" && j.Portee == Demonstration.College, Ct))).ShouldBe(1);
    }

    [Fact]
    public async Task Telecharger_AvecLesCopies_ElleSontAPartEtNeSontPasLaLettre()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        using var chef = await serveur.Visiteur(GestesDeSignature.Chef);
        await chef.Cliquer("/lettres", "Établir");
        var lettre = await serveur.Lettre(await serveur.Eps());

        var (_, zip) = await Telecharger(chef, Demonstration.College, copies: true);

        var copie = await Octets(zip, zip.Entries.Single(e => e.FullName.StartsWith($"copies-pdfa/COPIE_{Demonstration.College}-2026-{lettre.AttributionId:0000}", StringComparison.Ordinal)).FullName);
        var texte = Encoding.Latin1.GetString(copie);
        texte.ShouldContain("pdfaid:part");
        copie.ShouldNotBe(lettre.Pdf);
        (await Outils.TexteSansBlancs(copie)).ShouldContain(Outils.SansBlancs(lettre.Code), Case.Sensitive, "la même lettre, sous le même code");
        Encoding.UTF8.GetString(await Octets(zip, "LISEZMOI.txt")).ShouldContain("ne portent aucune signature", Case.Sensitive);

        using var seule = await chef.Obtenir($"/lettres/telecharger/{lettre.AttributionId}?copie=true");
        seule.Content.Headers.ContentDisposition!.FileName!.ShouldStartWith("COPIE-PDFA");
        Encoding.Latin1.GetString(await seule.Content.ReadAsByteArrayAsync(Ct)).ShouldContain("pdfaid:part");
    }

    [Fact]
    public async Task Telecharger_HorsDeSaPortee_Introuvable()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        await serveur.Envoyees(envoyer: false);
        using var proviseure = await serveur.Visiteur("proviseure@demo.neuvieme.fr");
        (await Telecharger(proviseure, Demonstration.College, statut: HttpStatusCode.NotFound)).Statut.ShouldBe(HttpStatusCode.NotFound);
        using var recteur = await serveur.Visiteur("recteur@demo.neuvieme.fr");
        (await recteur.Page("/archives")).Texte().ShouldContain(Demonstration.College);
        (await Telecharger(recteur, Demonstration.College)).Statut.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, SurLesDeuxBases]
    public async Task Telecharger_PartRetireeDeLaRepartition_SaLettreSeConserveQuandMeme(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        await serveur.Envoyees(envoyer: false);
        var eps = await serveur.Eps();
        await serveur.Lire(db => db.Attributions.Where(a => a.Id == eps).ExecuteUpdateAsync(s => s.SetProperty(a => a.RetireeUtc, DateTime.UtcNow), Ct));
        using var chef = await serveur.Visiteur(GestesDeSignature.Chef);

        var (_, zip) = await Telecharger(chef, Demonstration.College);

        zip.Entries.Count(e => e.Name == "lettre.pdf").ShouldBe(2);
        zip.Entries.ShouldContain(e => e.FullName.StartsWith($"lettres/{Demonstration.College}-2026-{eps:0000}_v1_", StringComparison.Ordinal));
    }

    [Theory, SurLesDeuxBases]
    public async Task Commande_EcritLeMemeZip_EtNeLaisseRienAMoitie(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        await serveur.Envoyees(envoyer: false);
        var vers = Path.Combine(Modeles.Dossier, $"{Guid.NewGuid():N}.zip");

        var r = await LigneDeCommande.Lancer("archives", "ecrire", "--uai", Demonstration.College, "--annee", "2026", "--vers", vers, "--base", serveur.Chaine);

        r.Code.ShouldBe(0, r.ToString());
        r.Sortie.ShouldContain("2 lettres dans");
        using (var zip = ZipFile.OpenRead(vers))
        {
            zip.Entries.Count(e => e.Name == "lettre.pdf").ShouldBe(2);
        }

        (await LigneDeCommande.Lancer("archives", "ecrire", "--uai", "9999999X", "--annee", "2026", "--vers", vers, "--base", serveur.Chaine)).Code.ShouldBe(2);
        File.Exists(vers + ".part").ShouldBeFalse();
    }

    static async Task<(HttpStatusCode Statut, ZipArchive Zip)> Telecharger(Visiteur visiteur, string uai, bool copies = false, HttpStatusCode statut = HttpStatusCode.OK)
    {
        var page = await visiteur.Page("/archives");
        var jeton = ((IHtmlInputElement)page.QuerySelector("input[name=__RequestVerificationToken]")!).Value;
        using var corps = new FormUrlEncodedContent([new("uai", uai), new("annee", "2026"), new("copies", copies ? "true" : "false"), new("__RequestVerificationToken", jeton)]);
        using var reponse = await visiteur.Http.PostAsync("/archives/telecharger", corps, Ct);
        reponse.StatusCode.ShouldBe(statut);
        return (reponse.StatusCode, statut == HttpStatusCode.OK ? new ZipArchive(new MemoryStream(await reponse.Content.ReadAsByteArrayAsync(Ct))) : null!);
    }

    static async Task<byte[]> Octets(ZipArchive zip, string nom)
    {
        await using var flux = await zip.GetEntry(nom)!.OpenAsync(Ct);
        using var memoire = new MemoryStream();
        await flux.CopyToAsync(memoire, Ct);
        return memoire.ToArray();
    }
}
