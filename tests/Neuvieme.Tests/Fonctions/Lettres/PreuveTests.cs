using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Neuvieme.Demo;
using Neuvieme.Fonctions.Lettres;
using Neuvieme.Fonctions.Lettres.Suivre;
using Neuvieme.Socle.BaseDeDonnees;
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
        using var reponse = await anne.Obtenir($"/lettres/preuve/{id}");
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

        return (id, dossier);
    }
}
