using Neuvieme.Droit.Comparateur;

namespace Neuvieme.Droit.Tests.Comparateur;

/// <summary>Chaque chiffre de l'article relevé, tel qu'imprimé et tel que calculé.</summary>
public sealed class ChiffresDuDocumentTests
{
    [Theory]
    // regles.md R231 à R238, R159, R160 ; arrondis de la contradiction C16.
    [InlineData("hsa-eps", "29,74 €", "29,74 €", Concordance.Concorde)]
    [InlineData("hsa-certifie", "33 €", "33,05 €", Concordance.Tronque)]
    [InlineData("hsa-agrege", "47,75 €", "47,75 €", Concordance.Concorde)]
    [InlineData("pp-heures", "environ 40 h", "= 40 h", Concordance.Concorde)]
    [InlineData("pp-sixieme-quatrieme", "31,14 €", "31,15 €", Concordance.Tronque)]
    [InlineData("pp-troisieme-et-plus", "35,65 €", "35,65 €", Concordance.Concorde)]
    [InlineData("pp-agrege", "40,23 €", "40,24 €", Concordance.Tronque)]
    [InlineData("pacte-18", "69 €", "69,44 €", Concordance.Tronque)]
    [InlineData("pacte-24", "52 €", "52,08 €", Concordance.Tronque)]
    // R240, C34.
    [InlineData("imp-horaire", "20 à 40 €", "de 12,50 € (100 h) à 125,00 € (10 h)", Concordance.Diverge)]
    // R178, R192 ; C09 donne les deux sommes.
    [InlineData("pacte-9h", "625 €", "625,00 €", Concordance.Concorde)]
    [InlineData("pacte-36h", "2 500 €", "2 500,00 €", Concordance.Concorde)]
    [InlineData("pacte-deux-hsa", "oui", "oui sans la majoration (2 379,50 €), non avec (2 617,45 €)", Concordance.Diverge)]
    // R191 : +110,1 % et +26,1 %.
    [InlineData("pacte-contre-hsa", "+110 %", "+110,1 %", Concordance.Concorde)]
    [InlineData("pacte-contre-hse", "+27 %", "+26,1 %", Concordance.Diverge)]
    // R190, à la main : 52,0833 ÷ 47,7542 = 1,0906 ; ÷ 59,69 = 0,8726 ; 69,4444 ÷ 47,7542 = 1,4542.
    [InlineData("pacte-agrege", "presque équivalent", "24 h : +9,1 % contre HSA, −12,7 % contre HSE ; 18 h : +45,4 % contre HSA", Concordance.NonCalculable)]
    // Table V1, C10, C11 ; 1 250 × 0,9046975 = 1 130,87.
    [InlineData("neuvieme", "138,89 €", "8 × 138,89 € puis 138,88 €", Concordance.Diverge)]
    [InlineData("net-mensuel", "1250 × 0,9047 = 125,65 €", "138,89 € → 125,65 € ; 1 250,00 € → 1 130,87 €", Concordance.Diverge)]
    // R247 à R252.
    [InlineData("prelevements", "9,53 %", "(9,2 % + 0,5 %) × 98,25 % = 9,53025 %", Concordance.Concorde)]
    [InlineData("compensation", "+5 %", "5 % ajoutés, 5 % de RAFP retirés", Concordance.Concorde)]
    [InlineData("plafond", "7 500 €", "7 500,00 €", Concordance.Concorde)]
    // R230, R234, R239 ; C15, note DEPP 22.33.
    [InlineData("part-hsa", "90 %", "", Concordance.NonCalculable)]
    [InlineData("part-pp", "50 %", "", Concordance.NonCalculable)]
    [InlineData("part-imp", "25 %", "= 23,70 %", Concordance.Diverge)]
    // R243, R244 : note DEPP 22.33.
    [InlineData("missions-depp", "149 368", "17 241 décharges + 132 127 IMP = 149 368", Concordance.Concorde)]
    [InlineData("part-decharges", "11,5 %", "11,5 %", Concordance.Concorde)]
    // R036 à R038, R170 à R172 : 15 × 18 = 270 h, 9 × 24 = 216 h.
    [InlineData("dotation-imp-college", "6 à 8", "= 6,67", Concordance.Concorde)]
    [InlineData("dotation-imp-lycee", "15 à 20", "= 20,00", Concordance.Concorde)]
    [InlineData("dotation-pacte", "50", "= 50 ; 270 h de remplacement, 216 h de Devoirs faits", Concordance.Concorde)]
    [InlineData("dotation-pacte-part", "90 à 120 %", "= 111,1 %", Concordance.Concorde)]
    [InlineData("dotation-pacte-chacun", "environ une", "= 1,11", Concordance.Concorde)]
    public void Le_chiffre_imprime_et_le_chiffre_calcule(string code, string imprime, string calcule, Concordance accord)
    {
        ChiffreDuDocument c = ChiffresDuDocument.Tous.Single(x => x.Code == code);

        Simple(c.Imprime).ShouldBe(imprime);
        Simple(c.Calcule).ShouldEndWith(calcule);
        c.Concordance.ShouldBe(accord);
        c.Lecture.ShouldEndWith(".");
        c.Releve.ShouldNotBeEmpty();
    }

    [Fact]
    public void Aucun_chiffre_n_est_oublie_par_ces_tests() => ChiffresDuDocument.Tous.Select(c => c.Code).Distinct().Count().ShouldBe(31);

    [Fact]
    public void Les_regles_citees_sont_codees() =>
        ChiffresDuDocument.Tous.SelectMany(c => c.Releve).Where(r => r[0] == 'R')
            .ShouldBeSubsetOf(Catalogue.Regles.SelectMany(r => r.Catalogue));

    static string Simple(string texte) => texte.Replace('\u202F', ' ').Replace('\u00A0', ' ');
}
