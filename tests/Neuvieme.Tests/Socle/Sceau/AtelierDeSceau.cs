using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Neuvieme.Socle.Documents;
using Neuvieme.Socle.Sceau;

namespace Neuvieme.Tests.Socle.Sceau;

/// <summary>Un vrai document de Typst et des clés de chaque sorte, faits une fois pour toute une classe de tests.</summary>
public sealed class AtelierDeSceau : IAsyncLifetime
{
    public const string MotDePasse = "neuf-segments";
    public const string Nom = "Collège Łukasiewicz (essai)";
    public static readonly TempsDeTest Temps = new();

    public DirectoryInfo Dossier { get; } = Directory.CreateTempSubdirectory("neuvieme-sceau-");

    /// <summary>Deux pages balisées, un lien sur la première : elle a déjà des annotations.</summary>
    public byte[] Pdf { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        File.WriteAllText(Chemin("lettre.typ"), """
            #let d = json("donnees.json")
            #set document(title: "Lettre d’essai", date: none)
            #set text(lang: "fr", font: "Source Sans 3", fallback: false)
            = Lettre de mission
            #d.nom, voir #link("https://exemple.fr/")[le texte].
            #pagebreak()
            == Annexe
            """);
        await using var moteur = new MoteurTypst(new() { Modeles = Dossier.FullName, Processus = 1 });
        Pdf = await moteur.RendreAsync("lettre", new JsonObject { ["nom"] = "Mme Bœuf" });
    }

    public string Chemin(string nom) => Path.Combine(Dossier.FullName, nom);

    public CleDeSceau Cle(TypeDeCle type = TypeDeCle.EcdsaP256)
    {
        string fichier = Chemin($"{Guid.NewGuid():N}.pfx");
        CertificatAutoSigne.Creer(fichier, Nom, MotDePasse, TempsDeTest.Rentree.AddYears(-2), 3, type);
        return CleDeSceau.DepuisFichier(fichier, MotDePasse);
    }

    /// <summary>Un certificat que le générateur refuserait de faire.</summary>
    public string Pfx(AsymmetricAlgorithm cle, X509KeyUsageFlags? usage, DateTimeOffset debut, DateTimeOffset fin)
    {
        var demande = cle is RSA rsa ? new CertificateRequest("CN=Essai", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1) : new CertificateRequest("CN=Essai", (ECDsa)cle, HashAlgorithmName.SHA256);
        if (usage is { } u) demande.CertificateExtensions.Add(new X509KeyUsageExtension(u, critical: true));
        using var certificat = demande.CreateSelfSigned(debut, fin);
        string fichier = Chemin($"{Guid.NewGuid():N}.pfx");
        File.WriteAllBytes(fichier, certificat.ExportPkcs12(Pkcs12ExportPbeParameters.Pbes2Aes256Sha256, MotDePasse));
        return fichier;
    }

    public async Task<byte[]> Sceller(CleDeSceau cle, byte[]? pdf = null) =>
        await new Scelleur(cle, Temps).Sceller(pdf ?? Pdf, new("Lettre de mission n° 12", "Lyon (Rhône)"), TestContext.Current.CancellationToken);

    public static ConstatDesSceaux Verifier(byte[] pdf) => new Verificateur(Temps).Verifier(pdf);

    /// <summary>La signature seule : la confiance dépendrait de la machine, et son contrôle du réseau.</summary>
    public static Task<string> Pdfsig(byte[] pdf) => Outils.Lancer("pdfsig", pdf, "-nocert", "-no-ocsp", "{}");

    /// <summary>Le PDF réécrit par qpdf.</summary>
    public async Task<byte[]> Qpdf(byte[] pdf, params string[] options)
    {
        string sortie = Chemin($"{Guid.NewGuid():N}.pdf");
        await Outils.Lancer("qpdf", pdf, [.. options, "{}", sortie]);
        return await File.ReadAllBytesAsync(sortie);
    }

    public static async Task Openssl(params string[] arguments)
    {
        try
        {
            using var p = Process.Start(new ProcessStartInfo("openssl", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var sortie = p.StandardOutput.ReadToEndAsync();
            string erreurs = await p.StandardError.ReadToEndAsync();
            await sortie;
            await p.WaitForExitAsync();
            p.ExitCode.ShouldBe(0, erreurs);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("ignoré : openssl absent");
        }
    }

    public ValueTask DisposeAsync()
    {
        Dossier.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
