using System.Text;
using Neuvieme.Fonctions.Personnels.Importer;
using static Neuvieme.Tests.Fonctions.Personnels.Importer.FabriqueSts;

namespace Neuvieme.Tests.Fonctions.Personnels.Importer;

public class EncodageStsTests
{
    const string Nom = "ŒUVRÉ-ÇÀ";

    static FichierSts Lu(byte[] octets)
    {
        var lecture = LecteurSts.Lire(octets, NomFichier, Attentes);
        lecture.Erreurs.ShouldBeEmpty();
        lecture.Fichier!.Individus[0].NomUsage.ShouldBe(Nom);
        return lecture.Fichier;
    }

    static string Document(string encodage) => Xml(Individu("1", Nom, "ÉLOÏSE"), encodage: encodage);

    [Theory]
    [InlineData("ISO-8859-15", "iso-8859-15")]
    [InlineData("iso-8859-15", "iso-8859-15")]
    [InlineData("UTF-8", "utf-8")]
    [InlineData("windows-1252", "windows-1252")]
    [InlineData("UTF-16", "utf-16")]
    [InlineData("UTF-16", "utf-16BE")]
    public void Encodage_conforme_au_prologue_lu_sans_avertissement(string prologue, string octets)
    {
        var encodage = octets is "windows-1252" ? CodePagesEncodingProvider.Instance.GetEncoding(1252)! : octets is "iso-8859-15" ? Latin9 : Encoding.GetEncoding(octets);
        Lu([.. octets.StartsWith("utf-16", StringComparison.Ordinal) ? encodage.GetPreamble() : [], .. encodage.GetBytes(Document(prologue))])
            .Avertissements.ShouldNotContain(a => a.Code == CodeAvertissementSts.Encodage);
    }

    [Fact]
    public void Utf8_avec_marque_l_emporte_sur_un_prologue_8859_15() =>
        Lu([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Document("ISO-8859-15"))]).Avertissements.ShouldNotContain(a => a.Code == CodeAvertissementSts.Encodage);

    [Fact]
    public void Utf16_sans_marque_reconnu() => Lu(Encoding.Unicode.GetBytes(Document("UTF-16")));

    [Fact]
    public void Prologue_utf8_mais_octets_8859_15_relus_avec_avertissement() =>
        Lu(Latin9.GetBytes(Document("UTF-8"))).Avertissements.ShouldContain(a => a.Code == CodeAvertissementSts.Encodage && a.Message.Contains("ISO-8859-15"));

    [Fact]
    public void Prologue_8859_15_mais_octets_utf8_relus_avec_avertissement() =>
        Lu(Encoding.UTF8.GetBytes(Document("ISO-8859-15"))).Avertissements.ShouldContain(a => a.Code == CodeAvertissementSts.Encodage && a.Message.Contains("réenregistré en UTF-8"));

    [Fact]
    public void Prologue_8859_1_mais_caracteres_windows_relus_avec_avertissement() =>
        Lu(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(Document("ISO-8859-1"))).Avertissements.ShouldContain(a => a.Code == CodeAvertissementSts.Encodage && a.Message.Contains("Windows"));

    [Theory]
    [InlineData("UTF-7")]
    [InlineData("klingon")]
    [InlineData("ibm037")]
    public void Encodage_inconnu_relu_avec_avertissement(string prologue) =>
        Lu(Latin9.GetBytes(Document(prologue))).Avertissements.ShouldContain(a => a.Code == CodeAvertissementSts.Encodage);

    [Fact]
    public void Sans_prologue_lu_en_utf8()
    {
        var xml = Document("x");
        Lu(Encoding.UTF8.GetBytes(xml[(xml.IndexOf("?>", StringComparison.Ordinal) + 2)..].TrimStart()));
    }

    [Fact]
    public void Accents_decomposes_recomposes()
    {
        var f = LecteurSts.Lire(Encoding.UTF8.GetBytes(Xml(Individu("1", "LE\u0301GE\u0300RE", "NOE\u0308L C\u0327A"), encodage: "UTF-8")), NomFichier, Attentes).Fichier!;
        (f.Individus[0].NomUsage, f.Individus[0].Prenom).ShouldBe(("LÉGÈRE", "Noël Ça"));
    }
}
