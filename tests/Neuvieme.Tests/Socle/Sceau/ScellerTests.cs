using System.Text;
using Neuvieme.Socle.Sceau;

namespace Neuvieme.Tests.Socle.Sceau;

public sealed class ScellerTests(AtelierDeSceau atelier) : IClassFixture<AtelierDeSceau>
{
    static CancellationToken Fin => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(TypeDeCle.Rsa3072, "SHA-256")]
    [InlineData(TypeDeCle.EcdsaP256, "SHA-256")]
    [InlineData(TypeDeCle.EcdsaP384, "SHA-384")]
    public async Task Sceller_LettreDeTypst_ValidePourPdfsigEtPourNous(TypeDeCle type, string empreinte)
    {
        using var cle = atelier.Cle(type);
        byte[] scelle = await atelier.Sceller(cle);

        scelle.AsSpan(0, atelier.Pdf.Length).SequenceEqual(atelier.Pdf).ShouldBeTrue("les octets d'origine n'ont pas bougé");
        string dit = await AtelierDeSceau.Pdfsig(scelle);
        dit.ShouldContain("Signature Validation: Signature is Valid.");
        dit.ShouldContain("Total document signed");
        dit.ShouldContain("ETSI.CAdES.detached");
        dit.ShouldContain($"Signing Hash Algorithm: {empreinte}");
        var constat = AtelierDeSceau.Verifier(scelle);
        constat.Intact.ShouldBeTrue(constat.ToString());
        var sceau = constat.Sceaux.ShouldHaveSingleItem();
        (sceau.Nom, sceau.Signataire, sceau.Raison, sceau.Lieu).ShouldBe((AtelierDeSceau.Nom, AtelierDeSceau.Nom, "Lettre de mission n° 12", "Lyon (Rhône)"));
        (sceau.DateDite, sceau.Confiance, sceau.CouvreToutLeFichier, sceau.Horodatage, sceau.Motif).ShouldBe((TempsDeTest.Rentree, Confiance.AutoSignee, true, null, ""));
        sceau.EmpreinteDuCertificat.ShouldBe(cle.EmpreinteDuCertificat);
    }

    [Fact]
    public async Task Sceller_LettreDeTypst_ResteConformeEtBalisee()
    {
        using var cle = atelier.Cle();
        byte[] scelle = await atelier.Sceller(cle);

        (await Outils.Lancer("qpdf", scelle, "--check", "{}")).ShouldContain("No syntax or stream encoding errors found");
        string infos = await Outils.Lancer("pdfinfo", scelle, "{}");
        infos.ShouldMatch("Tagged: +yes");
        infos.ShouldMatch("Form: +AcroForm");
        // ISO 14289-1 § 7.18.1 et 7.18.3 : un nom pour le champ, l'ordre des annotations par la structure ; le lien reste.
        string json = await Outils.Lancer("qpdf", scelle, "--json=2", "--json-key=qpdf", "{}");
        json.ShouldContain("\"/Tabs\": \"/S\"");
        json.ShouldContain($"\"/TU\": \"u:Sceau électronique : {AtelierDeSceau.Nom}\"");
        json.ShouldContain("\"/SigFlags\": 3");
        json.ShouldContain("\"/Subtype\": \"/Link\"");
        json.ShouldMatch("""
            "/Annots": \[\s*"\d+ 0 R",\s*"\d+ 0 R"\s*\]
            """.Trim());
    }

    /// <summary>Niveau B-B, ETSI EN 319 142-1 : pas d'heure dans la signature, le certificat y est désigné.</summary>
    [Fact]
    public async Task Sceller_AttributsSignes_CeuxDuNiveauBB()
    {
        using var cle = atelier.Cle();
        string cms = atelier.Chemin("cms.der");
        await File.WriteAllBytesAsync(cms, Signature(await atelier.Sceller(cle)), Fin);
        string lu = atelier.Chemin("cms.txt");
        await AtelierDeSceau.Openssl("cms", "-cmsout", "-print", "-inform", "DER", "-in", cms, "-out", lu);
        string texte = await File.ReadAllTextAsync(lu, Fin);
        texte.ShouldContain("contentType (1.2.840.113549.1.9.3)");
        texte.ShouldContain("messageDigest (1.2.840.113549.1.9.4)");
        texte.ShouldContain("id-smime-aa-signingCertificateV2 (1.2.840.113549.1.9.16.2.47)");
        texte.ShouldNotContain("signingTime");
    }

    [Fact]
    public async Task Sceller_DeuxFois_DeuxSceauxValidesDontUnSeulCouvreTout()
    {
        using var premiere = atelier.Cle();
        using var seconde = atelier.Cle(TypeDeCle.Rsa3072);
        byte[] scelle = await atelier.Sceller(seconde, await atelier.Sceller(premiere));

        var constat = AtelierDeSceau.Verifier(scelle);
        constat.Intact.ShouldBeTrue();
        constat.Sceaux.Select(s => (s.Valide, s.CouvreToutLeFichier, s.EmpreinteDuCertificat)).ShouldBe([(true, false, premiere.EmpreinteDuCertificat), (true, true, seconde.EmpreinteDuCertificat)]);
        constat.Sceaux.Select(s => s.Champ).ShouldBeUnique();
        string dit = await AtelierDeSceau.Pdfsig(scelle);
        dit.Split("Signature is Valid.").Length.ShouldBe(3);
        dit.Split("Total document signed").Length.ShouldBe(2);
        (await Outils.Lancer("qpdf", scelle, "--check", "{}")).ShouldContain("No syntax or stream encoding errors found");
    }

    /// <summary>D'autres producteurs compressent leurs objets et leur table, ou ouvrent le fichier par sa première page.</summary>
    [Theory]
    [InlineData("--object-streams=generate")]
    [InlineData("--linearize")]
    [InlineData("--object-streams=generate", "--linearize")]
    [InlineData("--object-streams=generate", "--compress-streams=n")]
    public async Task Sceller_PdfRecritParQpdf_Valide(params string[] options)
    {
        using var cle = atelier.Cle();
        byte[] autre = await atelier.Qpdf(atelier.Pdf, options);
        byte[] scelle = await atelier.Sceller(cle, await atelier.Sceller(cle, autre));

        (await AtelierDeSceau.Pdfsig(scelle)).Split("Signature is Valid.").Length.ShouldBe(3);
        AtelierDeSceau.Verifier(scelle).Intact.ShouldBeTrue();
        AtelierDeSceau.Verifier(autre).Sceaux.ShouldBeEmpty();
        (await Outils.Lancer("qpdf", scelle, "--check", "{}")).ShouldContain("No syntax or stream encoding errors found");
    }

    [Fact]
    public async Task Sceller_PdfChiffre_DitDeLEnregistrerSansMotDePasse()
    {
        using var cle = atelier.Cle();
        byte[] chiffre = await atelier.Qpdf(atelier.Pdf, "--encrypt", "", "proprietaire", "256", "--");
        (await Should.ThrowAsync<SceauImpossibleException>(() => atelier.Sceller(cle, chiffre))).Message
            .ShouldBe("Le PDF est chiffré : enregistrez-le sans mot de passe ni restriction, puis recommencez.");
    }

    [Fact]
    public async Task Sceller_FichierFautif_DitOuEtQuoiFaire()
    {
        using var cle = atelier.Cle();
        await Refuse([], "n'est pas un PDF");
        await Refuse(Encoding.ASCII.GetBytes("PK bonjour"), "n'est pas un PDF");
        await Refuse(atelier.Pdf[..(atelier.Pdf.Length / 2)], "tronqué : « startxref » n'est pas dans ses derniers octets");
        await Refuse(Encoding.ASCII.GetBytes("%PDF-1.7\nstartxref\n99999\n%%EOF\n"), "hors du fichier (PDF tronqué ?)");
        await Refuse(Encoding.ASCII.GetBytes("%PDF-1.7\nxref\n0 0\ntrailer\n<< /Size 1 /Prev 9 >>\nstartxref\n9\n%%EOF\n"), "tournent en rond");
        await Refuse(Encoding.ASCII.GetBytes("%PDF-1.7\nxref\n2147483647 2\n0000000000 65535 f \n0000000000 65535 f \ntrailer\n<< >>\nstartxref\n9\n%%EOF\n"), "nombre démesuré");

        async Task Refuse(byte[] pdf, string message) => (await Should.ThrowAsync<SceauImpossibleException>(() => atelier.Sceller(cle, pdf))).Message.ShouldContain(message);
    }

    internal static byte[] Signature(byte[] scelle)
    {
        string texte = Encoding.Latin1.GetString(scelle);
        int debut = texte.LastIndexOf("/Contents <", StringComparison.Ordinal) + 11;
        return Convert.FromHexString(texte[debut..texte.IndexOf('>', debut)]);
    }
}
