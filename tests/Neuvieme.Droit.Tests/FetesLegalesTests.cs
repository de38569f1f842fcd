namespace Neuvieme.Droit.Tests;

/// <summary>Code du travail, art. L. 3133-1. Les dates de Pâques viennent du calendrier : 5 avril 2026, 28 mars 2027, 16 avril 2028 ; 22 mars 1818 et 25 avril 2038, les extrêmes.</summary>
public class FetesLegalesTests
{
    [Theory]
    [InlineData(2026, 4, 5)]
    [InlineData(2027, 3, 28)]
    [InlineData(2028, 4, 16)]
    [InlineData(1818, 3, 22)]
    [InlineData(2038, 4, 25)]
    [InlineData(1954, 4, 18)]
    [InlineData(1981, 4, 19)]
    public void Paques_AnneesConnues(int annee, int mois, int jour) => FetesLegales.Paques(annee).ShouldBe(new DateOnly(annee, mois, jour));

    [Theory]
    [InlineData("2026-11-11", "l'armistice de 1918")]
    [InlineData("2026-11-01", "la Toussaint")]
    [InlineData("2027-03-29", "le lundi de Pâques")]
    [InlineData("2027-05-06", "l'Ascension")]
    [InlineData("2027-05-17", "le lundi de Pentecôte")]
    [InlineData("2027-05-08", "la victoire de 1945")]
    [InlineData("2027-03-28", null)]
    [InlineData("2026-11-12", null)]
    public void Nom_JourFerieOuNon(string jour, string? nom) => FetesLegales.Nom(DateOnly.ParseExact(jour, "yyyy-MM-dd")).ShouldBe(nom);

    [Fact]
    public void Nom_OnzeParAn_TousLesAnsDeCeSiecle()
    {
        for (var annee = 2000; annee < 2100; annee++)
        {
            // L'Ascension peut tomber le 1er ou le 8 mai : la fête est alors comptée une fois (2008).
            var fetes = Enumerable.Range(0, DateTime.IsLeapYear(annee) ? 366 : 365).Count(i => FetesLegales.Nom(new DateOnly(annee, 1, 1).AddDays(i)) is not null);
            var ascension = FetesLegales.Paques(annee).AddDays(39);
            fetes.ShouldBe(ascension is { Month: 5, Day: 1 or 8 } ? 10 : 11, $"{annee}");
        }
    }

    [Theory]
    [InlineData(1582)]
    [InlineData(9999)]
    public void Paques_HorsDesBornes_Refuse(int annee) => Should.Throw<ArgumentOutOfRangeException>(() => FetesLegales.Paques(annee));
}
