using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Neuvieme.Socle.Sceau;

namespace Neuvieme.Tests.Socle.Sceau;

public sealed class VerifierTests(AtelierDeSceau atelier) : IClassFixture<AtelierDeSceau>
{
    [Fact]
    public async Task Verifier_UnOctetChangeHorsDeLaSignature_Invalide()
    {
        using var cle = atelier.Cle();
        byte[] scelle = await atelier.Sceller(cle);
        var (debut, fin) = Trou(scelle);
        var hasard = new Random(1);
        int[] places = [.. Enumerable.Range(0, 400).Select(_ => hasard.Next(scelle.Length)).Where(p => p < debut || p >= fin), 0, debut - 1, fin, scelle.Length - 1];
        foreach (int place in places) AtelierDeSceau.Verifier(Change(scelle, place)).Intact.ShouldBeFalse($"octet {place}");
        foreach (int place in places.Where(p => p > 1024 && p < atelier.Pdf.Length - 64).Take(12))
        {
            string dit = await AtelierDeSceau.Pdfsig(Change(scelle, place));
            dit.ShouldNotContain("Signature is Valid.", Case.Sensitive, $"octet {place}");
            dit.ShouldContain("Digest Mismatch");
        }
    }

    /// <summary>La signature elle-même n'est pas couverte : tous ses octets qui ne sont pas signés doivent tenir autrement.</summary>
    [Theory]
    [InlineData(TypeDeCle.EcdsaP256)]
    [InlineData(TypeDeCle.Rsa3072)]
    public async Task Verifier_UnOctetChangeDansLaSignature_Invalide(TypeDeCle type)
    {
        using var cle = atelier.Cle(type);
        byte[] scelle = await atelier.Sceller(cle);
        var (debut, fin) = Trou(scelle);
        List<int> passes = [];
        for (int place = debut; place < fin; place += place < debut + 2 * 1200 ? 5 : 97)
        {
            if (AtelierDeSceau.Verifier(Change(scelle, place)).Intact) passes.Add(place - debut);
        }

        passes.ShouldBeEmpty();
    }

    /// <summary>Les mêmes octets écrits autrement : une minuscule, une espace.</summary>
    [Theory]
    [InlineData('A', 'a')]
    [InlineData('0', ' ')]
    [InlineData('0', '\n')]
    public async Task Verifier_ChiffreDeLaSignatureRecrit_Invalide(char de, char vers)
    {
        using var cle = atelier.Cle();
        byte[] scelle = await atelier.Sceller(cle);
        var (debut, fin) = Trou(scelle);
        scelle[Array.LastIndexOf(scelle, (byte)de, fin, fin - debut)] = (byte)vers;
        AtelierDeSceau.Verifier(scelle).Intact.ShouldBeFalse();
    }

    [Fact]
    public async Task Verifier_RevisionAjouteeApres_NeCouvrePlusTout()
    {
        using var cle = atelier.Cle();
        byte[] scelle = await atelier.Sceller(cle);
        var constat = AtelierDeSceau.Verifier([.. scelle, .. "% rien\n"u8]);
        constat.Intact.ShouldBeFalse();
        constat.Sceaux.ShouldHaveSingleItem().ShouldSatisfyAllConditions(s => s.Valide.ShouldBeTrue(), s => s.CouvreToutLeFichier.ShouldBeFalse());
    }

    /// <summary>Les bornes déplacées cachent un texte entre deux parts signées.</summary>
    [Theory]
    [InlineData("0 {0} {1} {2}", 1, 0, 0)]
    [InlineData("0 {0} {1} {2}", -1, 0, 0)]
    [InlineData("0 {0} {1} {2}", 0, 1, -1)]
    [InlineData("0 {0} {1} {2}", 0, 0, 1)]
    [InlineData("0 {0} {1} 2147483647", 0, 0, 0)]
    [InlineData("0 {0} {1} -1", 0, 0, 0)]
    [InlineData("0 {0} {1} 0", 0, 0, 0)]
    [InlineData("1 {0} {1} {2}", 0, 0, 0)]
    [InlineData("0 {0}", 0, 0, 0)]
    [InlineData("99999999999 {0} {1} {2}", 0, 0, 0)]
    public async Task Verifier_BornesContrefaites_LeDit(string forme, int avant, int apres, int reste)
    {
        using var cle = atelier.Cle();
        byte[] scelle = await atelier.Sceller(cle);
        var (debut, fin) = Trou(scelle);
        string texte = Encoding.Latin1.GetString(scelle);
        int bornes = texte.LastIndexOf("/ByteRange [", StringComparison.Ordinal) + 12;
        string faux = string.Format(forme, debut + avant, fin + apres, scelle.Length - fin + reste).PadRight(texte.IndexOf(']', bornes) - bornes);
        Encoding.ASCII.GetBytes(faux.Length > texte.IndexOf(" /M", bornes, StringComparison.Ordinal) - bornes ? faux.Trim() : faux).CopyTo(scelle, bornes);
        var constat = AtelierDeSceau.Verifier(scelle);
        constat.Intact.ShouldBeFalse();
        if (constat.Illisible.Length == 0) constat.Sceaux.ShouldHaveSingleItem().Motif.ShouldStartWith("Les bornes du sceau sont contrefaites");
    }

    [Fact]
    public async Task Verifier_AutoriteDuReglage_ReconnueTantQuElleVaut()
    {
        using var cle = atelier.Cle();
        byte[] scelle = await atelier.Sceller(cle);
        using var autorite = X509CertificateLoader.LoadCertificate(cle.Certificat.RawData);
        Confiance Juge(DateTimeOffset jour, params X509Certificate2[] autorites) => new Verificateur(new TempsDeTest(jour), autorites).Verifier(scelle).Sceaux[0].Confiance;

        Juge(TempsDeTest.Rentree, autorite).ShouldBe(Confiance.Reconnue);
        Juge(TempsDeTest.Rentree).ShouldBe(Confiance.AutoSignee);
        Juge(TempsDeTest.Rentree.AddYears(2), autorite).ShouldBe(Confiance.HorsValidite);
    }

    [Fact]
    public async Task Verifier_CertificatDUneAutorite_InconnueSansElle()
    {
        using var cleRacine = RSA.Create(2048);
        var demande = new CertificateRequest("CN=Racine", cleRacine, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        demande.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var racine = demande.CreateSelfSigned(TempsDeTest.Rentree.AddYears(-1), TempsDeTest.Rentree.AddYears(5));
        using var cleFeuille = RSA.Create(2048);
        using var feuille = new CertificateRequest("CN=Rectorat", cleFeuille, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).Create(racine, TempsDeTest.Rentree.AddDays(-9), TempsDeTest.Rentree.AddYears(1), [7, 7]);
        using var complet = feuille.CopyWithPrivateKey(cleFeuille);
        string pfx = atelier.Chemin("rectorat.pfx");
        await File.WriteAllBytesAsync(pfx, new X509Certificate2Collection { complet, racine }.Export(X509ContentType.Pfx, "x")!, TestContext.Current.CancellationToken);
        using var cle = CleDeSceau.DepuisFichier(pfx, "x");
        byte[] scelle = await atelier.Sceller(cle);

        new Verificateur(AtelierDeSceau.Temps, [racine]).Verifier(scelle).Sceaux[0].Confiance.ShouldBe(Confiance.Reconnue);
        var seul = AtelierDeSceau.Verifier(scelle);
        (seul.Intact, seul.Sceaux[0].Confiance, seul.Sceaux[0].Signataire).ShouldBe((true, Confiance.Inconnue, "Rectorat"));
    }

    [Fact]
    public async Task Verifier_FichiersAbimesAuHasard_NeLeveJamais()
    {
        using var cle = atelier.Cle();
        byte[] scelle = await atelier.Sceller(cle);
        byte[] compresse = await atelier.Sceller(cle, await atelier.Qpdf(atelier.Pdf, "--object-streams=generate"));
        var hasard = new Random(9);
        for (int n = 0; n < 300; n++)
        {
            byte[] abime = (byte[])(n % 2 == 0 ? scelle : compresse).Clone();
            // La fin du fichier, où sont les tables et le sceau, est la plus exposée.
            int de = n % 3 == 0 ? 0 : atelier.Pdf.Length / 2;
            for (int k = 0; k < 1 + n % 40; k++) abime[hasard.Next(de, abime.Length)] = (byte)(n % 5 == 0 ? "0123456789<>[]/()R"[hasard.Next(18)] : hasard.Next(256));
            if (n % 7 == 0) abime = abime[..hasard.Next(abime.Length)];
            if (n % 11 == 0) abime = [.. abime, .. abime];
            var constat = Should.NotThrow(() => AtelierDeSceau.Verifier(abime));
            if (!abime.AsSpan().SequenceEqual(n % 2 == 0 ? scelle : compresse)) constat.Intact.ShouldBeFalse($"essai {n}");
        }
    }

    [Theory]
    [InlineData("<< /Root 1 0 R >>", "<< /AcroForm << /Fields [2 0 R] >> >>", "<< /FT /Sig /Kids [2 0 R 2 0 R] >>")]
    [InlineData("<< /Root 1 0 R >>", "2 0 R", "1 0 R")]
    [InlineData("<< /Root 1 0 R >>", "<< /AcroForm << /Fields [2 0 R] >> >>", "<< /FT /Sig /V << >> >>")]
    [InlineData("<< /Root 1 0 R >>", "<< /AcroForm << /Fields [2 0 R] >> >>", "<< /FT /Sig /V << /SubFilter /ETSI.CAdES.detached /ByteRange [0 0 0 0] /Contents <> >> >>")]
    [InlineData("<< /Root 1 0 R >>", "<< /AcroForm << /Fields [2 0 R] >> /AcroForm null >>", "null")]
    [InlineData("<< /Root 1 0 R /Size 99999999999999999999 /Prev -4 >>", "<< >>", "null")]
    [InlineData("<< /Root 9 0 R >>", "<< >>", "null")]
    [InlineData("[]", "<< >>", "null")]
    public void Verifier_PdfHostile_NiSceauNiPanne(string final, string premier, string second)
    {
        var pdf = new StringBuilder("%PDF-1.7\n");
        int un = pdf.Length, deux = pdf.Append($"1 0 obj {premier} endobj\n").Length, table = pdf.Append($"2 0 obj {second} endobj\n").Length;
        pdf.Append($"xref\n0 3\n0000000000 65535 f \n{un:D10} 00000 n \n{deux:D10} 00000 n \ntrailer\n{final}\nstartxref\n{table}\n%%EOF\n");
        var constat = AtelierDeSceau.Verifier(Encoding.ASCII.GetBytes(pdf.ToString()));
        constat.Intact.ShouldBeFalse();
        constat.Sceaux.ShouldAllBe(s => s.Motif.Length > 0);
    }

    [Fact]
    public void Verifier_EmboitementSansFin_Illisible() =>
        AtelierDeSceau.Verifier(Encoding.ASCII.GetBytes($"%PDF-1.7\n{new string('[', 1_000_000)}\nstartxref\n9\n%%EOF\n")).Illisible.ShouldContain("octet");

    /// <summary>Mille champs dont chacun contient tous les suivants, dans un texte : un lecteur naïf relirait un gigaoctet.</summary>
    [Fact]
    public void Verifier_ObjetsEmboites_Illisible()
    {
        const int champs = 1000;
        var pdf = new StringBuilder("%PDF-1.7\n");
        List<int> places = [pdf.Length];
        pdf.Append($"1 0 obj << /AcroForm << /Fields [{string.Join(' ', Enumerable.Range(2, champs).Select(n => $"{n} 0 R"))}] >> >> endobj\n");
        for (int n = 2; n < champs + 2; n++)
        {
            places.Add(pdf.Length);
            pdf.Append($"{n} 0 obj << /A (").Append(' ', 1000);
        }

        pdf.Insert(pdf.Length, ") >> ", champs);
        int table = pdf.Append('\n').Length;
        pdf.Append($"xref\n1 {places.Count}\n").AppendJoin("", places.Select(p => $"{p:D10} 00000 n \n")).Append($"trailer << /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        AtelierDeSceau.Verifier(Encoding.ASCII.GetBytes(pdf.ToString())).Illisible.ShouldContain("références démesurées");
    }

    /// <summary>Dix-neuf mégaoctets de blancs entre le numéro et « obj », cités deux cents fois : ils se lisent une fois, et se comptent.</summary>
    [Theory]
    [InlineData("{0}2 0 obj")]
    [InlineData("2{0} 0 obj")]
    [InlineData("2 0{0} obj")]
    public void Verifier_ObjetLointainCiteDeuxCentsFois_LuUneFoisEtCompte(string forme)
    {
        const int blancs = 19_000_000;
        var pdf = Pdf([string.Format(forme, new string(' ', blancs)) + " << /FT /Tx >> endobj\n"], $"<< /AcroForm << /Fields [{string.Concat(Enumerable.Repeat("2 0 R ", 200))}] >> >>");
        var fichier = FichierPdf.Ouvrir(pdf);
        var champs = fichier.Suivre(fichier.Catalogue(), "AcroForm").Dictionnaire()["Fields"].Elements();
        champs.Count.ShouldBe(200);

        champs.ForEach(c => fichier.Suivre(c).EstDictionnaire.ShouldBeTrue());

        fichier.OctetsLus.ShouldBeInRange(blancs, 2 * blancs);
    }

    /// <summary>Autant d'objets différents que de citations, au même endroit d'un flux d'objets : un nombre suivi de mégaoctets de blancs.</summary>
    [Fact]
    public void Verifier_NombreSuiviDeBlancs_NeRegardePasAuDela()
    {
        byte[] source = Encoding.ASCII.GetBytes("5" + new string(' ', 1000) + "0 R");
        var valeur = LecturePdf.Valeur(source, 0);
        (valeur.Fin, valeur.Reference).ShouldBe((1, null));
    }

    /// <summary>Une table en flux désigne les mêmes octets que la précédente, mille fois de suite.</summary>
    [Fact]
    public void Verifier_TablesQuiDesignentLesMemesOctets_Illisible()
    {
        const int tables = 100, corps = 1_000_000;
        var pdf = new StringBuilder("%PDF-1.7\n");
        int avant = -1;
        for (int n = 1; n <= tables; n++)
        {
            int ici = pdf.Length;
            // Toutes sauf la dernière écrite couvrent celles qui suivent : la longueur porte jusqu'au bout du fichier.
            pdf.Append($"{n} 0 obj << /Type /XRef /W [1 1 1] /Size 1 /Length {corps}{(avant < 0 ? "" : $" /Prev {avant}")} >> stream\n");
            avant = ici;
        }

        pdf.Append('0', corps + 10_000).Append($"\nstartxref\n{avant}\n%%EOF\n");
        AtelierDeSceau.Verifier(Encoding.ASCII.GetBytes(pdf.ToString())).Illisible.ShouldContain("références démesurées");
    }

    /// <summary>Le catalogue est l'objet 1 ; les autres suivent, dans l'ordre.</summary>
    static byte[] Pdf(string[] objets, string catalogue)
    {
        var pdf = new StringBuilder("%PDF-1.7\n");
        List<int> places = [];
        foreach (string objet in (string[])[$"1 0 obj {catalogue} endobj\n", .. objets])
        {
            places.Add(pdf.Length);
            pdf.Append(objet);
        }

        int table = pdf.Length;
        pdf.Append($"xref\n1 {places.Count}\n").AppendJoin("", places.Select(p => $"{p:D10} 00000 n \n")).Append($"trailer << /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }

    static byte[] Change(byte[] scelle, int place)
    {
        byte[] autre = (byte[])scelle.Clone();
        // Un chiffre reste un chiffre : dans la signature, tout autre signe la rendrait simplement illisible.
        int chiffre = "0123456789ABCDEF".IndexOf((char)autre[place]);
        autre[place] = (byte)(chiffre < 0 ? autre[place] ^ 0x15 : "0123456789ABCDEF"[(chiffre + 1) % 16]);
        return autre;
    }

    static (int Debut, int Fin) Trou(byte[] scelle)
    {
        string texte = Encoding.Latin1.GetString(scelle);
        int debut = texte.LastIndexOf("/Contents <", StringComparison.Ordinal) + 10;
        return (debut, texte.IndexOf('>', debut) + 1);
    }
}
