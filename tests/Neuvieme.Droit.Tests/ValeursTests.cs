namespace Neuvieme.Droit.Tests;

/// <summary>Les valeurs de base : écritures, lectures, bornes.</summary>
public sealed class ValeursTests
{
    [Theory]
    [InlineData(125_000, "1\u202F250,00\u00A0€")]
    [InlineData(31_250, "312,50\u00A0€")]
    [InlineData(0, "0,00\u00A0€")]
    [InlineData(5, "0,05\u00A0€")]
    [InlineData(-100_000_005, "-1\u202F000\u202F000,05\u00A0€")]
    [InlineData(long.MinValue, "-92\u202F233\u202F720\u202F368\u202F547\u202F758,08\u00A0€")]
    public void Montant_s_ecrit_a_la_francaise(long centimes, string texte) => new Montant(centimes).ToString().ShouldBe(texte);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Montant_ne_se_divise_que_par_un_entier_positif(long diviseur) => Should.Throw<ArgumentOutOfRangeException>(() => new Montant(900).DiviseParArrondi(diviseur));

    /// <summary>Un quart vaut 312,50 € ; au-delà de ce qu'un entier de 32 bits compte, la quotité se refuse au lieu de se replier.</summary>
    [Fact]
    public void Quotite_tient_ses_bornes()
    {
        Quotite.DeMontant(new(int.MaxValue * Quotite.CentimesParQuart)).ShouldBe(new Quotite(int.MaxValue));
        Quotite.DeMontant(new(int.MinValue * Quotite.CentimesParQuart)).ShouldBe(new Quotite(int.MinValue));
        Quotite.DeMontant(new((int.MaxValue + 1L) * Quotite.CentimesParQuart)).ShouldBeNull();
        Quotite.DeMontant(new((int.MinValue - 1L) * Quotite.CentimesParQuart)).ShouldBeNull();
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(4, "1")]
    [InlineData(5, "1,25")]
    [InlineData(10, "2,5")]
    [InlineData(15, "3,75")]
    [InlineData(-1, "-¼")]
    [InlineData(-6, "-1,5")]
    public void Quotite_s_ecrit_en_imp(int quarts, string texte) => new Quotite(quarts).ToString().ShouldBe(texte);

    [Fact]
    public void Une_periode_a_l_envers_n_a_aucun_jour()
    {
        new Periode(new(2026, 9, 1), new(2026, 9, 1)).Jours.ShouldBe(1);
        new Periode(new(2026, 9, 2), new(2026, 9, 1)).Jours.ShouldBe(0);
        new Periode(new(2027, 8, 31), new(2026, 9, 1)).Jours.ShouldBe(0);
    }

    [Fact]
    public void Montant_refuse_une_fraction_de_centime() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Montant.Euros(0.005m)).Message.ShouldContain("deux décimales");

    /// <summary>Neuf milliards de milliards de centimes tiennent dans un entier de 64 bits (9,22 × 10¹⁸) ; on refuse au-delà plutôt que d'approcher la borne.</summary>
    [Fact]
    public void Montant_refuse_ce_qui_sort_de_ses_bornes()
    {
        const decimal borne = 90_000_000_000_000_000m;

        Montant.Euros(borne).ShouldBe(new(9_000_000_000_000_000_000));
        Montant.Euros(-borne).ShouldBe(new(-9_000_000_000_000_000_000));
        Should.Throw<ArgumentOutOfRangeException>(() => Montant.Euros(borne + 0.01m)).Message.ShouldContain("hors bornes");
        Should.Throw<ArgumentOutOfRangeException>(() => Montant.Euros(-borne - 0.01m)).Message.ShouldContain("hors bornes");
    }

    [Fact]
    public void Montant_ne_deborde_pas_en_silence() => Should.Throw<OverflowException>(() => new Montant(long.MaxValue) + new Montant(1));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "¼")]
    [InlineData(2, "½")]
    [InlineData(3, "¾")]
    [InlineData(4, "1")]
    [InlineData(5, "1,25")]
    [InlineData(10, "2,5")]
    [InlineData(-2, "-½")]
    public void Quotite_s_ecrit_en_fractions(int quarts, string texte) => new Quotite(quarts).ToString().ShouldBe(texte);

    [Fact]
    public void Quotite_connait_son_montant()
    {
        new Quotite(32).EnMontant().ShouldBe(Montant.Euros(10_000m));
        Quotite.DeMontant(Montant.Euros(1_875m)).ShouldBe(new Quotite(6));
        Quotite.DeMontant(Montant.Euros(1_000m)).ShouldBeNull();
    }

    /// <summary>Huit IMP notifiées, sept et demie engagées : il en reste une demie, 625 € (regles.md R039) ; une IMP entière n'y tient pas.</summary>
    [Fact]
    public void Quotite_compte_une_enveloppe()
    {
        Quotite notifiee = new(32), engagee = new Quotite(28) + new Quotite(2), reste = notifiee - engagee;

        reste.EnMontant().ShouldBe(Montant.Euros(625m));
        (new Quotite(4) > reste).ShouldBeTrue();
        (reste < new Quotite(4)).ShouldBeTrue();
        (new Quotite(2) > reste).ShouldBeFalse();
        (new Quotite(2) < reste).ShouldBeFalse();
        (reste > new Quotite(4)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("2026-08-31", 2025)]
    [InlineData("2026-09-01", 2026)]
    [InlineData("2027-01-01", 2026)]
    public void Annee_scolaire_commence_le_1er_septembre(string jour, int debut) => AnneeScolaire.De(DateOnly.Parse(jour)).ShouldBe(new AnneeScolaire(debut));

    [Theory]
    [InlineData("2026-2027", true)]
    [InlineData("2026", true)]
    [InlineData("2026-2028", false)]
    [InlineData("26-27", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Annee_scolaire_se_lit(string? texte, bool lu) => AnneeScolaire.TryParse(texte, out _).ShouldBe(lu);

    [Fact]
    public void Mois_suit_le_calendrier()
    {
        new Mois(2026, 12).Suivant.ShouldBe(new Mois(2027, 1));
        new Mois(2026, 10).Libelle.ShouldBe("octobre 2026");
        Mois.TryParse("2026-13", out _).ShouldBeFalse();
        Mois.TryParse("2026-02", out Mois fevrier).ShouldBeTrue();
        fevrier.ToString().ShouldBe("2026-02");
    }

    /// <summary>droit-environnant.md B7 : 0350710 modulo 23 = 6 donne G, 0350002 donne M ; 0351122O existe dans les données officielles.</summary>
    [Theory]
    [InlineData("0350710G", true, true)]
    [InlineData(" 0350002m ", true, true)]
    [InlineData("0351122O", true, false)]
    [InlineData("0350710A", true, false)]
    [InlineData("035071G", false, false)]
    [InlineData("03507100", false, false)]
    [InlineData("٠٣٥٠٧١٠G", false, false)]
    [InlineData(null, false, false)]
    public void Uai_avertit_sans_refuser(string? texte, bool lu, bool cle)
    {
        Uai.TryParse(texte, out Uai uai).ShouldBe(lu);
        uai.CleValide.ShouldBe(cle);
    }

    [Theory]
    [InlineData("340", NatureEtablissement.College)]
    [InlineData("300", NatureEtablissement.LyceeGeneralEtTechnologique)]
    [InlineData("302", NatureEtablissement.LyceeGeneral)]
    [InlineData("306", NatureEtablissement.LyceePolyvalent)]
    [InlineData("320", NatureEtablissement.LyceeProfessionnel)]
    [InlineData("334", NatureEtablissement.SectionEnseignementProfessionnel)]
    [InlineData("370", NatureEtablissement.Erea)]
    [InlineData("151", NatureEtablissement.PremierDegre)]
    [InlineData("809", NatureEtablissement.Autre)]
    [InlineData("", NatureEtablissement.Inconnue)]
    public void Nature_se_lit_de_son_code(string code, NatureEtablissement nature) => NatureEtablissement.DeCode(code).ShouldBe(nature);

    [Fact]
    public void Periode_compte_ses_deux_bornes()
    {
        var septembre = new Periode(new(2026, 9, 1), new(2026, 9, 30));

        septembre.Jours.ShouldBe(30);
        septembre.Chevauche(new(new(2026, 9, 30), new(2026, 10, 1))).ShouldBeTrue();
        septembre.Chevauche(new(new(2026, 10, 1), new(2026, 10, 2))).ShouldBeFalse();
        new Periode(new(2026, 9, 2), new(2026, 9, 1)).Jours.ShouldBe(0);
    }

    [Fact]
    public void Valeurs_datees_refusent_trou_et_recouvrement()
    {
        Version<int> a = new(new(2015, 9, 1), new(2020, 8, 31), 1);

        Should.Throw<ArgumentException>(() => new ValeursDatees<int>(a, new(new(2020, 9, 2), null, 2)));
        Should.Throw<ArgumentException>(() => new ValeursDatees<int>(a, new(new(2020, 8, 31), null, 2)));
        Should.Throw<ArgumentException>(() => new ValeursDatees<int>());
        Should.Throw<ArgumentException>(() => new ValeursDatees<int>(new Version<int>(new(2020, 1, 2), new(2020, 1, 1), 1)));
    }

    [Theory]
    [InlineData("2015-08-31", 0)]
    [InlineData("2015-09-01", 1)]
    [InlineData("2020-08-31", 1)]
    [InlineData("2020-09-01", 2)]
    [InlineData("2025-08-31", 2)]
    [InlineData("2025-09-01", 0)]
    public void Valeurs_datees_hors_de_leurs_bornes_n_ont_pas_de_valeur(string jour, int attendu)
    {
        var valeurs = new ValeursDatees<int>(new(new(2015, 9, 1), new(2020, 8, 31), 1), new(new(2020, 9, 1), new(2025, 8, 31), 2));

        valeurs.Lire(DateOnly.Parse(jour), out int lu).ShouldBe(attendu != 0);
        lu.ShouldBe(attendu);
    }
}
