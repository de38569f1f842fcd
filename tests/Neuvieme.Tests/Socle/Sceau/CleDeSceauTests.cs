using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Neuvieme.Socle.Sceau;

namespace Neuvieme.Tests.Socle.Sceau;

public sealed class CleDeSceauTests(AtelierDeSceau atelier) : IClassFixture<AtelierDeSceau>
{
    static readonly DateTimeOffset Hier = TempsDeTest.Rentree.AddDays(-1);
    static readonly DateTimeOffset DansUnAn = TempsDeTest.Rentree.AddYears(1);

    [Fact]
    public void Creer_FichierNeuf_LisibleDuSeulProprietaire()
    {
        string fichier = atelier.Chemin("neuf.pfx");
        var cree = CertificatAutoSigne.Creer(fichier, "Lycée d’essai", "secret", Hier);
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(fichier).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        using var cle = CleDeSceau.DepuisFichier(fichier, "secret");
        (cle.Nom, cle.EmpreinteDuCertificat).ShouldBe(("Lycée d’essai", cree.EmpreinteSha256));
        using var public_ = X509Certificate2.CreateFromPem(cree.Pem);
        public_.HasPrivateKey.ShouldBeFalse();
        Should.Throw<SceauImpossibleException>(() => CertificatAutoSigne.Creer(fichier, "x", "secret", Hier)).Message.ShouldContain("existe déjà : une clé ne s'écrase pas");
        Should.Throw<SceauImpossibleException>(() => CertificatAutoSigne.Creer(atelier.Chemin("b.pfx"), "x", "", Hier)).Message.ShouldContain("donnez un mot de passe");
        Should.Throw<SceauImpossibleException>(() => CertificatAutoSigne.Creer(atelier.Chemin("absent/b.pfx"), "x", "s", Hier)).Message.ShouldContain("ne peut pas être écrit");
    }

    [Fact]
    public void DepuisFichier_Absent_DonneLeRemede() =>
        Refus(() => CleDeSceau.DepuisFichier(atelier.Chemin("absent.pfx"), "x")).ShouldContain("absent.pfx » est introuvable : corrigez le réglage");

    [Fact]
    public void DepuisFichier_MauvaisMotDePasse_LeDitSansLeRepeter()
    {
        string fichier = atelier.Chemin("mdp.pfx");
        CertificatAutoSigne.Creer(fichier, "x", "bon", Hier);
        foreach (string? faux in (string?[])["mauvais", "", null])
        {
            string refus = Refus(() => CleDeSceau.DepuisFichier(fichier, faux));
            refus.ShouldStartWith("Le mot de passe du fichier de clé");
            refus.ShouldNotContain("mauvais");
        }
    }

    [Fact]
    public void DepuisFichier_PasUnPfx_DitQuoiExporter()
    {
        string fichier = atelier.Chemin("texte.pfx");
        File.WriteAllText(fichier, "-----BEGIN CERTIFICATE-----");
        Refus(() => CleDeSceau.DepuisFichier(fichier, "x")).ShouldContain("n'est pas un fichier de clé PFX lisible");
    }

    [Fact]
    public void DepuisFichier_SansClePrivee_DitDeLInclure()
    {
        using var rsa = RSA.Create(2048);
        using var complet = X509CertificateLoader.LoadPkcs12FromFile(atelier.Pfx(rsa, null, Hier, DansUnAn), AtelierDeSceau.MotDePasse);
        using var nu = X509CertificateLoader.LoadCertificate(complet.RawData);
        string fichier = atelier.Chemin("nu.pfx");
        File.WriteAllBytes(fichier, new X509Certificate2Collection(nu).Export(X509ContentType.Pfx, "x")!);
        Refus(() => CleDeSceau.DepuisFichier(fichier, "x")).ShouldContain("ne porte pas de clé privée");
    }

    [Fact]
    public void DepuisFichier_UsageDeCle_SignatureOuNonRepudiationSinonRefus()
    {
        using var rsa = RSA.Create(2048);
        using (Ouvrir(rsa, X509KeyUsageFlags.NonRepudiation)) { }
        using (Ouvrir(rsa, null)) { }
        Refus(() => Ouvrir(rsa, X509KeyUsageFlags.KeyEncipherment)).ShouldContain("sans « digitalSignature »");
    }

    [Fact]
    public void DepuisFichier_CleFaible_Refuse()
    {
        using var rsa = RSA.Create(1024);
        using var p521 = ECDsa.Create(ECCurve.NamedCurves.nistP521);
        Refus(() => Ouvrir(rsa, null)).ShouldContain("ni RSA d'au moins 2048 bits");
        Refus(() => Ouvrir(p521, null)).ShouldContain("ni ECDSA sur P-256 ou P-384");
    }

    [Fact]
    public async Task Sceller_CertificatHorsValidite_DitDepuisQuand()
    {
        using var rsa = RSA.Create(2048);
        using var echu = CleDeSceau.DepuisFichier(atelier.Pfx(rsa, null, Hier.AddYears(-1), Hier), AtelierDeSceau.MotDePasse);
        using var futur = CleDeSceau.DepuisFichier(atelier.Pfx(rsa, null, DansUnAn, DansUnAn.AddYears(1)), AtelierDeSceau.MotDePasse);
        (await Should.ThrowAsync<SceauImpossibleException>(() => atelier.Sceller(echu))).Message.ShouldContain("a expiré le 7 septembre 2026. Faites-le renouveler");
        (await Should.ThrowAsync<SceauImpossibleException>(() => atelier.Sceller(futur))).Message.ShouldContain("n'est valable qu'à partir du 8 septembre 2027");
    }

    [Fact]
    public void DepuisMagasin_EmpreinteInconnue_DonneLeRemede() =>
        Refus(() => CleDeSceau.DepuisMagasin("00:11 22")).ShouldContain("Aucun certificat d'empreinte 001122");

    [Fact]
    public async Task DepuisMagasin_CertificatImporte_Scelle()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "ignoré : le magasin personnel de cette machine n'est pas un simple dossier");
        using var rsa = RSA.Create(2048);
        using var certificat = X509CertificateLoader.LoadPkcs12FromFile(atelier.Pfx(rsa, null, Hier, DansUnAn), AtelierDeSceau.MotDePasse, X509KeyStorageFlags.PersistKeySet | X509KeyStorageFlags.Exportable);
        using var magasin = new X509Store(StoreName.My, StoreLocation.CurrentUser);
        magasin.Open(OpenFlags.ReadWrite);
        magasin.Add(certificat);
        try
        {
            using var cle = CleDeSceau.DepuisMagasin(certificat.Thumbprint.ToLowerInvariant());
            AtelierDeSceau.Verifier(await atelier.Sceller(cle)).Intact.ShouldBeTrue();
        }
        finally
        {
            magasin.Remove(certificat);
        }
    }

    CleDeSceau Ouvrir(AsymmetricAlgorithm cle, X509KeyUsageFlags? usage) => CleDeSceau.DepuisFichier(atelier.Pfx(cle, usage, Hier, DansUnAn), AtelierDeSceau.MotDePasse);

    static string Refus(Action action) => Should.Throw<SceauImpossibleException>(action).Message;

    static string Refus(Func<CleDeSceau> action) => Should.Throw<SceauImpossibleException>(() => action()).Message;
}
