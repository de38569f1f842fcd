using System.Security.Cryptography.Pkcs;
using System.Text;
using Neuvieme.Socle.Sceau;

namespace Neuvieme.Tests.Socle.Sceau;

public sealed class HorodatageTests(AtelierDeSceau atelier) : IClassFixture<AtelierDeSceau>
{
    static CancellationToken Fin => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sceller_AvecHorodatage_DateParLAutorite()
    {
        await using var tsa = await AutoriteDHorodatage.Ouvrir(atelier);
        using var cle = Cle();
        var avant = TimeProvider.System.GetUtcNow().AddSeconds(-2);
        byte[] scelle = await Sceller(cle, tsa);

        var sceau = new Verificateur(TimeProvider.System, [tsa.Racine]).Verifier(scelle).Sceaux.ShouldHaveSingleItem();
        sceau.Valide.ShouldBeTrue(sceau.Motif);
        sceau.Horodatage.ShouldNotBeNull();
        (sceau.Horodatage.Valide, sceau.Horodatage.Confiance, sceau.Horodatage.Autorite).ShouldBe((true, Confiance.Reconnue, "Horodateur d'essai"));
        sceau.Horodatage.Instant!.Value.ShouldBeInRange(avant, TimeProvider.System.GetUtcNow().AddSeconds(2));
        (await AtelierDeSceau.Pdfsig(scelle)).ShouldContain("Signature is Valid.");
        // Un juge qui n'est pas nous : openssl rapproche le jeton de la valeur de la signature.
        await VerifierParOpenssl(tsa, scelle);
    }

    /// <summary>Quand le certificat a expiré, l'heure prouvée montre que le sceau lui est antérieur.</summary>
    [Fact]
    public async Task Verifier_CertificatExpireDepuis_LHorodatageLeGardeReconnu()
    {
        await using var tsa = await AutoriteDHorodatage.Ouvrir(atelier);
        using var cle = Cle();
        using var connu = System.Security.Cryptography.X509Certificates.X509CertificateLoader.LoadCertificate(cle.Certificat.RawData);
        byte[] date = await Sceller(cle, tsa);
        byte[] nu = await new Scelleur(cle, TimeProvider.System).Sceller(atelier.Pdf, new(), Fin);
        var apres = new TempsDeTest(TimeProvider.System.GetUtcNow().AddYears(4));

        new Verificateur(apres, [tsa.Racine, connu]).Verifier(date).Sceaux[0].Confiance.ShouldBe(Confiance.Reconnue);
        new Verificateur(apres, [connu]).Verifier(date).Sceaux[0].Confiance.ShouldBe(Confiance.HorsValidite, "l'heure d'une autorité inconnue ne prouve rien");
        new Verificateur(apres, [tsa.Racine, connu]).Verifier(nu).Sceaux[0].Confiance.ShouldBe(Confiance.HorsValidite);
    }

    [Fact]
    public async Task Verifier_JetonDUnAutreSceau_Invalide()
    {
        await using var tsa = await AutoriteDHorodatage.Ouvrir(atelier);
        using var cle = Cle();
        byte[] un = ScellerTests.Signature(await Sceller(cle, tsa)), deux = await Sceller(cle, tsa);
        var donneur = new SignedCms();
        donneur.Decode(un);
        var cms = new SignedCms();
        cms.Decode(ScellerTests.Signature(deux));
        cms.SignerInfos[0].RemoveUnsignedAttribute(cms.SignerInfos[0].UnsignedAttributes[0].Values[0]);
        cms.SignerInfos[0].AddUnsignedAttribute(donneur.SignerInfos[0].UnsignedAttributes[0].Values[0]);
        string texte = Encoding.Latin1.GetString(deux);
        int debut = texte.LastIndexOf("/Contents <", StringComparison.Ordinal) + 11;
        Encoding.ASCII.GetBytes(Convert.ToHexString(cms.Encode()).PadRight(texte.IndexOf('>', debut) - debut, '0')).CopyTo(deux, debut);

        var sceau = new Verificateur(TimeProvider.System, [tsa.Racine]).Verifier(deux).Sceaux.ShouldHaveSingleItem();
        (sceau.Valide, sceau.DocumentIntact, sceau.Motif).ShouldBe((false, true, "L'horodatage ne porte pas sur ce sceau, ou n'est pas signé par son autorité."));
    }

    [Theory]
    [InlineData(Panne.AutreNonce, "n'est pas le jeton demandé")]
    [InlineData(Panne.AutreEmpreinte, "n'est pas le jeton demandé")]
    [InlineData(Panne.CharabiaEn200, "n'est pas le jeton demandé")]
    [InlineData(Panne.Vide, "n'est pas le jeton demandé")]
    [InlineData(Panne.Enorme, "n'a pas daté le sceau")]
    [InlineData(Panne.Erreur500, "il a répondu 500")]
    [InlineData(Panne.Muette, "aucune réponse en 1 s")]
    [InlineData(Panne.Eteinte, "n'a pas daté le sceau")]
    public async Task Sceller_HorodateurEnPanne_NommeLeServiceEtNeScelleRien(Panne panne, string raison)
    {
        await using var tsa = await AutoriteDHorodatage.Ouvrir(atelier, panne);
        using var cle = Cle();
        string refus = (await Should.ThrowAsync<SceauImpossibleException>(() => Sceller(cle, tsa))).Message;
        refus.ShouldContain(raison);
        refus.ShouldContain($"Le service d'horodatage {tsa.Adresse}");
        refus.ShouldContain("Le document n'est pas scellé : vérifiez l'adresse et le réseau");
    }

    [Theory]
    [InlineData("ftp://exemple.fr/")]
    [InlineData("horodatage")]
    [InlineData("https://moi:secret@exemple.fr/")]
    public void Horodateur_AdresseFautive_RefuseSansLaRepeter(string adresse)
    {
        string refus = Should.Throw<SceauImpossibleException>(() => new Horodateur(new(adresse, UriKind.RelativeOrAbsolute))).Message;
        refus.ShouldContain("n'est pas une adresse http ou https");
        refus.ShouldNotContain("secret");
    }

    /// <summary>À l'heure vraie : c'est celle que donne openssl.</summary>
    CleDeSceau Cle()
    {
        string fichier = atelier.Chemin($"{Guid.NewGuid():N}.pfx");
        CertificatAutoSigne.Creer(fichier, AtelierDeSceau.Nom, "x", TimeProvider.System.GetUtcNow().AddDays(-1), 2);
        return CleDeSceau.DepuisFichier(fichier, "x");
    }

    async Task<byte[]> Sceller(CleDeSceau cle, AutoriteDHorodatage tsa)
    {
        using var horodateur = new Horodateur(tsa.Adresse, tsa.Delai);
        return await new Scelleur(cle, TimeProvider.System, horodateur).Sceller(atelier.Pdf, new(), Fin);
    }

    async Task VerifierParOpenssl(AutoriteDHorodatage tsa, byte[] scelle)
    {
        var cms = new SignedCms();
        cms.Decode(ScellerTests.Signature(scelle));
        string jeton = atelier.Chemin("jeton.der"), valeur = atelier.Chemin("valeur.bin");
        await File.WriteAllBytesAsync(jeton, cms.SignerInfos[0].UnsignedAttributes[0].Values[0].RawData, Fin);
        await File.WriteAllBytesAsync(valeur, cms.SignerInfos[0].GetSignature(), Fin);
        await AtelierDeSceau.Openssl("ts", "-verify", "-token_in", "-in", jeton, "-data", valeur, "-CAfile", tsa.FichierRacine);
    }
}
