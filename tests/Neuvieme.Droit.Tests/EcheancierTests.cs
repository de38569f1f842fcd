using Neuvieme.Droit.ImpSecondDegre;

namespace Neuvieme.Droit.Tests;

/// <summary>Table V1 du relevé, au centime, et bornes du partage.</summary>
public sealed class EcheancierTests
{
    [Theory]
    [InlineData("312,50", "34,72", "34,74", "31,41", "31,43", "282,71")]
    [InlineData("625", "69,44", "69,48", "62,82", "62,86", "565,42")]
    [InlineData("1250", "138,89", "138,88", "125,65", "125,64", "1130,84")]
    [InlineData("1875", "208,33", "208,36", "188,48", "188,50", "1696,34")]
    [InlineData("2500", "277,78", "277,76", "251,31", "251,29", "2261,77")]
    [InlineData("3125", "347,22", "347,24", "314,13", "314,15", "2827,19")]
    [InlineData("3750", "416,67", "416,64", "376,96", "376,93", "3392,61")]
    [InlineData("7500", "833,33", "833,36", "753,91", "753,94", "6785,22")]
    public void Table_V1(string annuel, string part, string solde, string netPart, string netSolde, string sommeNets)
    {
        IReadOnlyList<Echeance> lignes = Echeancier.ParNeuviemes(De(annuel), new AnneeScolaire(2026));

        lignes.Count.ShouldBe(9);
        lignes.Take(8).ShouldAllBe(e => e.Brut == De(part) && e.NetEstime == De(netPart));
        lignes[8].Brut.ShouldBe(De(solde));
        lignes[8].NetEstime.ShouldBe(De(netSolde));
        lignes.Aggregate(Montant.Zero, (s, e) => s + e.NetEstime).ShouldBe(De(sommeNets));
        lignes.Select(e => e.Rang).ShouldBe([1, 2, 3, 4, 5, 6, 7, 8, 9]);
        lignes[0].Mois.ToString().ShouldBe("2026-10");
        lignes[8].Mois.ToString().ShouldBe("2027-06");
    }

    [Theory]
    [InlineData(9, "2026-09", "2027-05")]
    [InlineData(11, "2026-11", "2027-07")]
    [InlineData(12, "2026-12", "2027-08")]
    public void Le_premier_mois_deplace_les_neuf(int premier, string debut, string fin)
    {
        IReadOnlyList<Echeance> lignes = Echeancier.ParNeuviemes(De("1250"), new AnneeScolaire(2026), premier);

        lignes[0].Mois.ToString().ShouldBe(debut);
        lignes[8].Mois.ToString().ShouldBe(fin);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(13)]
    [InlineData(1)]
    public void Un_autre_premier_mois_est_refuse(int premier) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Echeancier.ParNeuviemes(De("1250"), new AnneeScolaire(2026), premier));

    /// <summary>5 centimes : huit fois 1 laisserait −3 ; on arrondit vers zéro (calcul à la main).</summary>
    [Theory]
    [InlineData(5, 0, 5)]
    [InlineData(7, 0, 7)]
    [InlineData(8, 1, 0)]
    [InlineData(15, 1, 7)]
    [InlineData(23, 2, 7)]
    [InlineData(24, 3, 0)]
    [InlineData(-5, 0, -5)]
    [InlineData(-8, -1, 0)]
    [InlineData(0, 0, 0)]
    [InlineData(-125_000, -13_889, -13_888)]
    public void Le_solde_ne_change_jamais_de_signe(long centimes, long part, long solde) =>
        Echeancier.Partage(new(centimes)).ShouldBe((new Montant(part), new Montant(solde)));

    [Theory]
    [InlineData("2027-03-10", 10, "2027-03")]
    [InlineData("2027-03-11", 10, "2027-04")]
    [InlineData("2026-12-31", 10, "2027-01")]
    [InlineData("2026-12-31", 31, "2026-12")]
    [InlineData("2027-03-01", 1, "2027-03")]
    [InlineData("2027-03-02", 1, "2027-04")]
    public void Le_jour_limite_choisit_le_mois(string jour, int limite, string mois) =>
        Echeancier.ApresServiceFait(De("312,50"), DateOnly.Parse(jour), limite).Mois.ToString().ShouldBe(mois);

    [Theory]
    [InlineData(0)]
    [InlineData(32)]
    public void Un_jour_limite_hors_du_mois_est_refuse(int limite) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Echeancier.ApresServiceFait(De("312,50"), new(2027, 3, 10), limite));

    /// <summary>Facteur 1 − 0,0970 × 0,9825 (precisions.md 5) ; valeurs calculées à la main.</summary>
    [Theory]
    [InlineData(13_889, 12_565)]
    [InlineData(125_000, 113_087)]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(-125_000, -113_087)]
    [InlineData(10_000_000, 9_046_975)]
    [InlineData(900_000_000_001, 814_227_750_001)]
    [InlineData(-900_000_000_001, -814_227_750_001)]
    public void Le_net_s_arrondit_une_fois_par_ligne(long brut, long net) => NetEstime.De(new(brut)).ShouldBe(new Montant(net));

    [Fact]
    public void Le_net_des_extremes_ne_deborde_pas()
    {
        NetEstime.De(new(long.MaxValue)).ShouldBeLessThan(new(long.MaxValue));
        NetEstime.De(new(long.MinValue)).ShouldBeGreaterThan(new(long.MinValue));
    }

    static Montant De(string euros) => Faits.Somme(euros)!.Value;
}
