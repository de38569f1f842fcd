using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Lettres;
using Neuvieme.Fonctions.Lettres.Suivre;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Sceau;
using Neuvieme.Tests.Socle;
using Neuvieme.Tests.Socle.Sceau;
using static Neuvieme.Tests.Fonctions.Lettres.GestesDeSignature;

namespace Neuvieme.Tests.Fonctions.Lettres;

/// <summary>Ce qui reste d'une lettre signée, et ce que n'importe qui peut en vérifier.</summary>
public class PreuveTests
{
    [Theory, SurLesDeuxBases]
    public async Task LettreSignee_CacheteeEtCertifiee_PdfsigLaDitValide_UnOctetChangeLaDitFausse(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, sceau: Cachet());
        var (id, dossier) = await Signee(serveur);
        var lettre = await serveur.Lettre(id);

        dossier.Keys.Order(StringComparer.Ordinal).ShouldBe(["VERIFIER.html", "certificat.pdf", "journal.json", "lettre-cachetee.pdf", "lettre.pdf", "preuve.json"]);
        dossier["lettre.pdf"].ShouldBe(lettre.Pdf);
        dossier["lettre-cachetee.pdf"].AsSpan(0, lettre.Pdf.Length).SequenceEqual(lettre.Pdf).ShouldBeTrue("le cachet s'ajoute, il ne change rien");
        foreach (var nom in new[] { "lettre-cachetee.pdf", "certificat.pdf" })
        {
            var dit = await AtelierDeSceau.Pdfsig(dossier[nom]);
            dit.ShouldContain("Signature is Valid");
            dit.ShouldContain("Rectorat d’essai");
        }

        var change = dossier["lettre-cachetee.pdf"].ToArray();
        change[lettre.Pdf.Length / 2] ^= 1;
        (await AtelierDeSceau.Pdfsig(change)).ShouldNotContain("Signature is Valid");

        var certificat = await Outils.TexteSansBlancs(dossier["certificat.pdf"]);
        foreach (var attendu in new[] { "Anne Sophie Kervella", "Hugo Roussel", lettre.Sha256, "127.0.0.1", "mot de passe redemandé", "J’ai lu cette lettre de mission", lettre.Code })
        {
            certificat.ShouldContain(Outils.SansBlancs(attendu));
        }

        // Refait à la main : l'empreinte de chaque fichier est celle que dit la preuve, et les lignes du journal y sont.
        var preuve = JsonNode.Parse(dossier["preuve.json"])!;
        foreach (var (nom, empreinte) in preuve["fichiers"]!.AsObject())
        {
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(dossier[nom])).ShouldBe(empreinte!.GetValue<string>(), nom);
        }

        preuve["signatures"]!.AsArray().Select(s => s!["Nom"]!.GetValue<string>()).ShouldBe(["Anne Sophie Kervella", "Hugo Roussel"]);
        JsonNode.Parse(dossier["journal.json"])!.AsArray().Select(j => j!["Action"]!.GetValue<string>()).ShouldContain("lettre signée");
        Encoding.UTF8.GetString(dossier["VERIFIER.html"]).ShouldNotContain("://", Case.Sensitive, "rien ne sort du poste");
    }

    [Theory, SurLesDeuxBases]
    public async Task PagePublique_ParCodeFichierOuFichierChange_NeDitNiNomNiLieuNiSomme(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, sceau: Cachet());
        var (id, dossier) = await Signee(serveur);
        var lettre = await serveur.Lettre(id);
        using var quiconque = serveur.Visiteur();
        var change = dossier["lettre-cachetee.pdf"].ToArray();
        change[lettre.Pdf.Length / 2] ^= 1;

        var pages = new Dictionary<string, string>
        {
            ["code"] = (await quiconque.Page($"/lettres/verifier?code={lettre.Code.ToUpperInvariant()}")).Texte(),
            ["faux code"] = (await quiconque.Page("/lettres/verifier?code=aaaaa-bbbbb-ccccc-ddddd")).Texte(),
            ["lettre"] = await Verifier(quiconque, dossier["lettre.pdf"]), ["cachetée"] = await Verifier(quiconque, dossier["lettre-cachetee.pdf"]),
            ["certificat"] = await Verifier(quiconque, dossier["certificat.pdf"]), ["changée"] = await Verifier(quiconque, change), ["rien"] = await Verifier(quiconque, []),
        };

        foreach (var nom in new[] { "code", "lettre", "cachetée", "certificat" })
        {
            pages[nom].ShouldContain("signée");
            pages[nom].ShouldContain("8 septembre 2026");
            pages[nom].ShouldContain("Elle porte toutes ses signatures");
        }

        pages["cachetée"].ShouldContain("Intact");
        pages["cachetée"].ShouldContain("Émetteur reconnu par ce site : Rectorat d’essai");
        // Sur un nœud qui n'a plus cette clé, les octets gardés restent reconnus.
        await using (var second = await serveur.SecondNoeud())
        {
            using var autre = second.Visiteur();
            (await Verifier(autre, dossier["lettre-cachetee.pdf"])).ShouldContain("Émetteur reconnu par ce site");
        }

        pages["changée"].ShouldContain("a été modifié");
        pages["changée"].ShouldContain("Invalide");
        pages["faux code"].ShouldContain("Aucune lettre ne porte ce code");
        pages["rien"].ShouldContain("Choisissez le fichier");
        foreach (var (nom, texte) in pages)
        {
            foreach (var secret in new[] { "Kervella", "Roussel", Demonstration.College, "Peupliers", "€", "EPS" })
            {
                texte.ShouldNotContain(secret, Case.Insensitive, nom);
            }
        }
    }

    /// <summary>N'importe qui se délivre un certificat au nom d'une académie, et l'heure avec.</summary>
    [Fact]
    public async Task PagePublique_SceauFabrique_NEstNiReconnuNiNommeNiDate()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite, sceau: Cachet());
        var id = await serveur.EtablirEtEnvoyer();
        var lettre = (await serveur.Lettre(id)).Pdf;
        var faux = Cachet("Académie de Lyon");
        using var cle = CleDeSceau.DepuisFichier(faux.Fichier, faux.MotDePasse);
        await using var atelier = new AtelierDeSceau();
        await atelier.InitializeAsync();
        await using var autorite = await AutoriteDHorodatage.Ouvrir(atelier);
        using var horodateur = new Horodateur(autorite.Adresse);
        using var quiconque = serveur.Visiteur();

        foreach (var scelle in new[] { await new Scelleur(cle, serveur.Temps).Sceller(lettre, new("Lettre signée"), Ct), await new Scelleur(cle, serveur.Temps, horodateur).Sceller(lettre, new("Lettre signée"), Ct) })
        {
            var page = await Verifier(quiconque, scelle);

            page.ShouldContain("Sceau intact, mais d’un émetteur que ce site ne connaît pas.");
            page.ShouldContain(cle.EmpreinteDuCertificat.ToLowerInvariant());
            page.ShouldNotContain("Lyon");
            page.ShouldNotContain("horodaté");
        }
    }

    /// <summary>La mission est confiée à une autre personne : l'ancienne part est retirée, mais sa lettre signée reste à qui la gardait.</summary>
    [Theory, SurLesDeuxBases]
    public async Task PartRetiree_LaLettreResteAuChefEtAuRectorat_EtLaPagePubliqueLaDitSansEffet(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var id = await serveur.Envoyees();
        var lettre = await serveur.Lettre(id);
        await serveur.Lire(db => db.Attributions.Where(a => a.Id == id).ExecuteUpdateAsync(a => a.SetProperty(x => x.RetireeUtc, serveur.Temps.GetUtcNow().UtcDateTime)));

        foreach (var (courriel, attendu) in new[] { (Chef, HttpStatusCode.OK), ("recteur@demo.neuvieme.fr", HttpStatusCode.OK), (Anne, HttpStatusCode.NotFound), ("proviseure@demo.neuvieme.fr", HttpStatusCode.NotFound) })
        {
            using var qui = await serveur.Visiteur(courriel);
            using var reponse = await qui.Obtenir($"/lettres/telecharger/{id}");
            reponse.StatusCode.ShouldBe(attendu, courriel);
            if (courriel != Anne)
            {
                await qui.Page($"/lettres/consulter/{id}", attendu);
            }
        }

        using var quiconque = serveur.Visiteur();
        (await quiconque.Page($"/lettres/verifier?code={lettre.Code}")).Texte().ShouldContain("sans effet");
        (await Verifier(quiconque, lettre.Pdf)).ShouldNotContain("Elle porte toutes ses signatures");
    }

    [Theory, SurLesDeuxBases]
    public async Task PagePublique_RemplaceeSansAvoirEteSigneeDeTous_NeDitPasDeDerniereSignature(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur);
        var id = await serveur.Envoyees();
        using var anne = await serveur.Visiteur(Anne);
        await anne.Signer(id);
        await serveur.Lire(db => db.Lettres.Where(l => l.AttributionId == id).ExecuteUpdateAsync(l => l.SetProperty(x => x.Etat, EtatLettre.Remplacee)));
        using var quiconque = serveur.Visiteur();

        var page = (await quiconque.Page($"/lettres/verifier?code={(await serveur.Lettre(id)).Code}")).Texte();

        page.ShouldContain("remplacée");
        page.ShouldNotContain("dernière signature");
    }

    /// <summary>Un navigateur qui se nomme comme un début de commentaire et de script ferait avaler la suite de la page.</summary>
    [Fact]
    public async Task DossierDePreuve_NavigateurHostile_LaPageDeVerificationResteEntiere()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite);
        var id = await serveur.Envoyees();
        using var anne = await serveur.Visiteur(Anne);
        using var chef = await serveur.Visiteur(Chef);
        anne.Http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "<!--<script></script>");
        await anne.Signer(id);
        await chef.SignerEnChef();

        var dossier = await Ouvrir(chef, id);

        JsonNode.Parse(dossier["preuve.json"])!["signatures"]![0]!["Navigateur"]!.GetValue<string>().ShouldBe("<!--<script></script>");
        var page = await new AngleSharp.Html.Parser.HtmlParser().ParseDocumentAsync(Encoding.UTF8.GetString(dossier["VERIFIER.html"]), Ct);
        var script = page.QuerySelectorAll("script").ShouldHaveSingleItem().TextContent;
        script.ShouldNotContain("<!--");
        var debut = script.IndexOf("const preuve = ", StringComparison.Ordinal) + 15;
        JsonNode.DeepEquals(JsonNode.Parse(script[debut..script.IndexOf(";\n// SHA-256", debut, StringComparison.Ordinal)]), JsonNode.Parse(dossier["preuve.json"])).ShouldBeTrue();
    }

    /// <summary>Cinquante lettres abîmées ne retiennent pas la cinquante et unième.</summary>
    [Fact]
    public async Task Certifier_CinquanteEchecs_LaSuivantePasseAuPassageDApres()
    {
        await using var serveur = await ServeurDeTest.Demo(Base.Sqlite, db => Ajouter(db, 49));
        await serveur.Envoyees(envoyer: false);
        var bonne = await serveur.Lire(db => db.Lettres.MaxAsync(l => l.Id));
        (await serveur.Lire(db => db.Lettres.CountAsync())).ShouldBe(51);
        await serveur.Lire(db => db.Lettres.ExecuteUpdateAsync(l => l.SetProperty(x => x.ACertifier, true).SetProperty(x => x.Donnees, x => x.Id == bonne ? x.Donnees : "{")));

        (await Certifier(serveur)).ShouldBe(0);
        (await Certifier(serveur)).ShouldBe(1);

        (await serveur.Lire(db => db.PiecesDeLettre.Select(p => p.LettreId).SingleAsync())).ShouldBe(bonne);
        serveur.Temps.Avancer(TimeSpan.FromHours(1));
        (await serveur.Lire(db => db.Lettres.CountAsync(l => l.ACertifier && l.CertifierApresUtc <= serveur.Temps.GetUtcNow().UtcDateTime))).ShouldBe(50, "elles seront reprises");
    }

    [Theory, SurLesDeuxBases]
    public async Task Certifier_DeuxNoeudsEnMemeTemps_UneSeuleFois(Base sur)
    {
        await using var serveur = await ServeurDeTest.Demo(sur, ChefDAbord, sceau: Cachet());
        var id = await serveur.EtablirEtEnvoyer();
        await using (var second = await serveur.SecondNoeud())
        {
            using var chef = await serveur.Visiteur(Chef);
            using var anne = await serveur.Visiteur(Anne);
            await chef.SignerEnChef();
            await anne.Signer(id);
            await serveur.Lire(async db =>
            {
                await db.PiecesDeLettre.ExecuteDeleteAsync();
                return await db.Lettres.Where(l => l.AttributionId == id).ExecuteUpdateAsync(l => l.SetProperty(x => x.ACertifier, true));
            });

            var faites = await Task.WhenAll(Certifier(serveur), Certifier(second));

            faites.Sum().ShouldBe(1);
        }

        (await serveur.Lire(db => db.PiecesDeLettre.CountAsync(p => p.Genre == GenreDePiece.Certificat))).ShouldBe(1);
    }

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static async Task<int> Certifier(ServeurDeTest serveur)
    {
        using var portee = serveur.Services.CreateScope();
        return await portee.ServiceProvider.GetRequiredService<CertifierLettres>().Executer(portee.ServiceProvider.GetRequiredService<NeuviemeDb>(), lettres: null, TestContext.Current.CancellationToken);
    }

    static async Task<string> Verifier(Visiteur quiconque, byte[] fichier) => (await quiconque.EnvoyerFichier("/lettres/verifier", "fichier", "recu.pdf", fichier)).Texte();

    static async Task<(long Id, Dictionary<string, byte[]> Dossier)> Signee(ServeurDeTest serveur)
    {
        var id = await serveur.EtablirEtEnvoyer();
        using var anne = await serveur.Visiteur(Anne);
        using var chef = await serveur.Visiteur(Chef);
        await anne.Signer(id);
        await chef.SignerEnChef();
        return (id, await Ouvrir(anne, id));
    }

    /// <summary>Le dossier de preuve que reçoit cette personne, fichier par fichier.</summary>
    internal static async Task<Dictionary<string, byte[]>> Ouvrir(Visiteur qui, long id)
    {
        using var reponse = await qui.Obtenir($"/lettres/preuve/{id}");
        reponse.EnsureSuccessStatusCode();
        await using var zip = new ZipArchive(await reponse.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Dictionary<string, byte[]> dossier = [];
        foreach (var entree in zip.Entries)
        {
            using var memoire = new MemoryStream();
            await using var flux = await entree.OpenAsync(TestContext.Current.CancellationToken);
            await flux.CopyToAsync(memoire, TestContext.Current.CancellationToken);
            dossier[entree.FullName] = memoire.ToArray();
        }

        return dossier;
    }
}
