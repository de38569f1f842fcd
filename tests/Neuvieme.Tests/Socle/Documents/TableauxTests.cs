using System.Text;
using DocumentFormat.OpenXml.Spreadsheet;
using Neuvieme.Droit;
using Neuvieme.Socle.Documents;

namespace Neuvieme.Tests.Socle.Documents;

public sealed class TableauxTests
{
    static Tableau Un(params Cellule[] ligne) => new("Essai", "Titre & essai", [.. ligne.Select((_, i) => new Colonne($"C{i}", 12))], [ligne], []);

    public static TheoryData<string> Formules => ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1"];

    [Fact]
    public void Classeur_CellulesTypees()
    {
        using var x = new LectureXlsx(Classeur.Ecrire(Un("œuvre", 12, new Montant(125_089), (DateOnly?)new DateOnly(2026, 10, 8), (DateOnly?)null)));
        x.Verifier();
        x.Ligne(0, 1).ShouldBe(["C0", "C1", "C2", "C3", "C4"]);
        // 8 octobre 2026 : 46 303 jours après le 30 décembre 1899 (36 526 au 1er janvier 2000, + 9 497 au 1er janvier 2026, + 280).
        x.Ligne(0, 2).ShouldBe(["œuvre", "12", "1250.89", "46303", ""]);
        x.Case(0, "C2").DataType!.Value.ShouldBe(CellValues.Number);
        x.Format(0, "C2").ShouldBe("#,##0.00\u00A0\"€\"");
        x.Format(0, "D2").ShouldBe("dd/mm/yyyy");
    }

    [Fact]
    public void Classeur_ImprimableEnA4Paysage_EnTeteFigeEtRepete()
    {
        using var x = new LectureXlsx(Classeur.Ecrire(Un("a", "b")));
        var feuille = x.Feuille(0);
        var page = feuille.GetFirstChild<PageSetup>()!;
        (page.PaperSize!.Value, page.Orientation!.Value, page.FitToWidth!.Value).ShouldBe((9u, OrientationValues.Landscape, 1u));
        feuille.Descendants<Pane>().Single().State!.Value.ShouldBe(PaneStateValues.Frozen);
        feuille.GetFirstChild<HeaderFooter>()!.OddHeader!.Text.ShouldContain("Titre && essai");
    }

    [Theory]
    [MemberData(nameof(Formules))]
    public void Classeur_TexteQuiRessembleAUneFormule_ResteDuTexte(string texte)
    {
        using var x = new LectureXlsx(Classeur.Ecrire(Un(texte)));
        x.Case(0, "A2").DataType!.Value.ShouldBe(CellValues.InlineString);
        x.Feuille(0).Descendants<CellFormula>().ShouldBeEmpty();
        x.Valeur(0, "A2").ShouldBe(texte.Replace("\r", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Classeur_CaracteresInterditsEtNomsTropLongs_RestentLisibles()
    {
        var tableau = Un("a\u0001b\ud800c\uffff", new string('x', 40_000)) with { Nom = "Nom [trop] long: pour une feuille de tableur", Titre = new string('&', 400) };
        using var x = new LectureXlsx(Classeur.Ecrire(tableau));
        x.Verifier();
        x.Valeur(0, "A2").ShouldBe("ab\uFFFDc");
        x.Valeur(0, "B2").Length.ShouldBe(32_767);
        x.Feuilles.Single().Length.ShouldBe(31);
    }

    [Fact]
    public void Classeur_PlusDeVingtSixColonnes_AdressesJustes()
    {
        using var x = new LectureXlsx(Classeur.Ecrire(Un([.. Enumerable.Range(0, 54).Select(i => (Cellule)i)])));
        x.Verifier();
        (x.Valeur(0, "Z2"), x.Valeur(0, "AA2"), x.Valeur(0, "AZ2"), x.Valeur(0, "BA2")).ShouldBe(("25", "26", "51", "52"));
    }

    [Fact]
    public void Csv_FormeFrancaise()
    {
        var octets = FichierCsv.Ecrire(Un("a;b", "dit \"oui\"", 3, new Montant(125_000), (DateOnly?)new DateOnly(2026, 9, 1), (string?)null));
        octets[..3].ShouldBe(new byte[] { 0xEF, 0xBB, 0xBF });
        Encoding.UTF8.GetString(octets[3..]).ShouldBe("C0;C1;C2;C3;C4;C5\r\n\"a;b\";\"dit \"\"oui\"\"\";3;1250,00;01/09/2026;\r\n");
    }

    [Theory]
    [MemberData(nameof(Formules))]
    public void Csv_TexteQuiRessembleAUneFormule_EstNeutralise(string texte)
    {
        var ligne = Encoding.UTF8.GetString(FichierCsv.Ecrire(Un(texte))[3..])["C0\r\n".Length..];
        ligne.TrimStart('"').ShouldStartWith("'" + texte[0]);
    }

    [Fact]
    public void Csv_MontantNegatif_ResteUnNombre() =>
        Encoding.UTF8.GetString(FichierCsv.Ecrire(Un(new Montant(-1_389)))[3..]).ShouldBe("C0\r\n-13,89\r\n");
}
