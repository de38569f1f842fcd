using System.IO.Compression;
using System.Text;
using Neuvieme.Fonctions.Personnels.Importer;
using static Neuvieme.Tests.Fonctions.Personnels.Importer.FabriqueSts;

namespace Neuvieme.Tests.Fonctions.Personnels.Importer;

public class OuvertureStsTests
{
    static readonly byte[] Bon = Latin9.GetBytes(Xml());

    static LectureSts Lire(byte[] octets, string nom) => LecteurSts.Lire(octets, nom, Attentes);

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t ")]
    public void Fichier_vide_refuse(string contenu) => Refuser(Lire(Encoding.UTF8.GetBytes(contenu), NomFichier), CodeErreurSts.FichierVide).Remede.ShouldContain("Exports > Emploi du temps");

    [Fact]
    public void Csv_refuse_et_nomme() =>
        Refuser(Lire("Nom;Prénom;Discipline\r\nABRICOT;Zoé;Maths\r\n"u8.ToArray(), "personnels.csv"), CodeErreurSts.PasUnXml).Message.ShouldContain("CSV");

    [Theory]
    [InlineData("%PDF-1.7", "PDF")]
    [InlineData("\x1F\x8B\x08", "gzip")]
    [InlineData("7z¼¯", "7z")]
    [InlineData("\x01\x02\0\0\x03", "binaire")]
    [InlineData("Bonjour", "balise")]
    public void Autre_format_refuse_et_nomme(string debut, string mot) =>
        Refuser(Lire(Encoding.Latin1.GetBytes(debut + new string('\x02', 50)), NomFichier), CodeErreurSts.PasUnXml).Message.ShouldContain(mot);

    [Fact]
    public void Zip_d_un_seul_xml_accepte()
    {
        var f = Lire(Zip((NomFichier, Bon), ("__MACOSX/._" + NomFichier, [1, 2]), ("lisez-moi.txt", [65])), "export.zip").Fichier.ShouldNotBeNull();
        f.NomFichier.ShouldBe("export.zip > " + NomFichier);
        f.Individus.Count.ShouldBe(1);
    }

    [Fact]
    public void Zip_reconnu_a_son_contenu_meme_nomme_xml() => Lire(Zip((NomFichier, Bon)), NomFichier).Fichier.ShouldNotBeNull();

    [Fact]
    public void Xml_nomme_zip_lu_quand_meme() => Lire(Bon, "export.zip").Fichier.ShouldNotBeNull();

    [Fact]
    public void Pas_un_zip() => Refuser(Lire("ceci n'est pas une archive"u8.ToArray(), "export.zip"), CodeErreurSts.PasUnZip);

    [Fact]
    public void Zip_vide() => Refuser(Lire(Zip(), "export.zip"), CodeErreurSts.ZipSansXml);

    [Fact]
    public void Zip_de_plusieurs_xml_les_nomme() =>
        Refuser(Lire(Zip(("a.xml", Bon), ("b.XML", Bon)), "export.zip"), CodeErreurSts.ZipPlusieursXml).Message.ShouldContain("a.xml, b.XML");

    [Fact]
    public void Zip_dans_un_zip() => Refuser(Lire(Zip(("dedans.zip", Zip((NomFichier, Bon)))), "export.zip"), CodeErreurSts.ZipImbrique);

    [Fact]
    public void Zip_deguise_en_xml_dans_un_zip() => Refuser(Lire(Zip((NomFichier, Zip((NomFichier, Bon)))), "export.zip"), CodeErreurSts.ZipImbrique);

    [Fact]
    public void Classeur_refuse_et_nomme() =>
        Refuser(Lire(Zip(("[Content_Types].xml", Bon), ("xl/workbook.xml", Bon)), "agents.xlsx"), CodeErreurSts.PasUnXml).Message.ShouldContain("classeur");

    [Fact]
    public void Zip_chiffre()
    {
        var zip = Zip((NomFichier, Bon));
        // Bit 0 des drapeaux, dans l'en-tête local (décalage 6) et au répertoire central (décalage 8) : contenu chiffré.
        zip[6] |= 1;
        zip[zip.AsSpan().IndexOf("PK\x01\x02"u8) + 8] |= 1;
        Refuser(Lire(zip, "export.zip"), CodeErreurSts.ZipChiffre).Remede.ShouldContain("mot de passe");
    }

    [Fact]
    public void Zip_au_contenu_altere_refuse()
    {
        using var flux = new MemoryStream();
        using (var ecrit = new ZipArchive(flux, ZipArchiveMode.Create, leaveOpen: true))
        using (var entree = ecrit.CreateEntry(NomFichier, CompressionLevel.NoCompression).Open())
            entree.Write(Bon);
        var zip = flux.ToArray();
        // Un nom changé d'une lettre donne un XML parfaitement lisible : seule la somme de contrôle le voit.
        zip[zip.AsSpan().IndexOf("ABRICOT"u8)] = (byte)'Z';
        Refuser(Lire(zip, "export.zip"), CodeErreurSts.ZipAbime);
    }

    [Fact]
    public void Zip_coupe_n_importe_ou_refuse()
    {
        var zip = Zip((NomFichier, Bon));
        for (var n = 4; n < zip.Length; n++)
            Lire(zip[..n], "export.zip").Fichier.ShouldBeNull($"coupé à {n}");
    }

    [Fact]
    public void Zip_qui_gonfle_trop_refuse()
    {
        var gonfle = Zip((NomFichier, Latin9.GetBytes(Xml() + new string(' ', 5_000_000))));
        gonfle.Length.ShouldBeLessThan(20_000);
        Refuser(Lire(gonfle, "export.zip"), CodeErreurSts.ZipSuspect);
    }

    [Fact]
    public void Zip_de_trop_de_fichiers_refuse() =>
        Refuser(Lire(Zip([.. Enumerable.Range(0, 101).Select(i => ($"{i}.txt", new byte[] { 65 }))]), "export.zip"), CodeErreurSts.ZipSuspect);

    [Fact]
    public void Fichier_de_20_Mo_refuse_nu_ou_dans_un_zip()
    {
        var gros = new byte[20_000_000];
        Array.Fill(gros, (byte)' ');
        Bon.CopyTo(gros, 0);
        Refuser(Lire(gros, NomFichier), CodeErreurSts.TropGros).Message.ShouldContain("20 Mo");
        Refuser(Lire(Zip((NomFichier, gros)), "export.zip"), CodeErreurSts.TropGros);
        Lire(gros[..^1], NomFichier).Fichier.ShouldNotBeNull();
    }

    [Fact]
    public void Taille_annoncee_menteuse_arretee_a_20_Mo()
    {
        var gros = new byte[21_000_000];
        Random.Shared.NextBytes(gros.AsSpan(0, 500_000));
        var zip = Zip((NomFichier, gros));
        // Taille décompressée du répertoire central (décalage 24), ramenée à 900 000.
        BitConverter.TryWriteBytes(zip.AsSpan(zip.AsSpan().LastIndexOf("PK\x01\x02"u8) + 24), 900_000);
        Lire(zip, "export.zip").Fichier.ShouldBeNull();
    }

    [Fact]
    public async Task Flux_sans_fin_arrete_a_la_limite()
    {
        using var flux = new FluxSansFin();
        var lecture = await LecteurSts.LireAsync(flux, NomFichier, Attentes, TestContext.Current.CancellationToken);
        Refuser(lecture, CodeErreurSts.TropGros);
        flux.Lus.ShouldBeLessThan(20_200_000);
    }

    sealed class FluxSansFin : Stream
    {
        public long Lus { get; private set; }
        public override int Read(byte[] buffer, int offset, int count) { buffer.AsSpan(offset, count).Fill((byte)'<'); Lus += count; return count; }
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
