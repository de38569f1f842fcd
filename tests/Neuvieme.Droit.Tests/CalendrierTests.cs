using Neuvieme.Droit.ImpSecondDegre;

namespace Neuvieme.Droit.Tests;

/// <summary>Le calendrier des versements et des années scolaires, à ses bornes ; les textes datés, à leurs charnières.</summary>
public sealed class CalendrierTests
{
    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "janvier")]
    [InlineData(2, "février")]
    [InlineData(3, "mars")]
    [InlineData(4, "avril")]
    [InlineData(5, "mai")]
    [InlineData(6, "juin")]
    [InlineData(7, "juillet")]
    [InlineData(8, "août")]
    [InlineData(9, "septembre")]
    [InlineData(10, "octobre")]
    [InlineData(11, "novembre")]
    [InlineData(12, "décembre")]
    [InlineData(13, "")]
    public void Chaque_mois_a_son_nom(int numero, string nom) => new Mois(2026, numero).Nom.ShouldBe(nom);

    [Theory]
    [InlineData("2026-12", "2027-01", -1)]
    [InlineData("2027-01", "2026-12", 1)]
    [InlineData("2026-10", "2026-11", -1)]
    [InlineData("2026-10", "2026-10", 0)]
    public void Les_mois_s_ordonnent(string a, string b, int ordre)
    {
        Mois x = Lu(a), y = Lu(b);

        (x < y).ShouldBe(ordre < 0);
        (x <= y).ShouldBe(ordre <= 0);
        (x > y).ShouldBe(ordre > 0);
        (x >= y).ShouldBe(ordre >= 0);
        Math.Sign(x.CompareTo(y)).ShouldBe(ordre);
    }

    [Theory]
    [InlineData("0001-01", true)]
    [InlineData("2026-12", true)]
    [InlineData("0000-01", false)]
    [InlineData("2026-00", false)]
    [InlineData("2026-13", false)]
    [InlineData("2026/10", false)]
    [InlineData("2026-1", false)]
    [InlineData("2026-010", false)]
    [InlineData("202a-10", false)]
    [InlineData("2026-1a", false)]
    [InlineData("-026-10", false)]
    [InlineData(null, false)]
    public void Un_mois_se_lit_ou_se_refuse(string? texte, bool lu)
    {
        Mois.TryParse(texte, out Mois mois).ShouldBe(lu);
        mois.ToString().ShouldBe(lu ? texte : "0000-00");
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(9998, true)]
    [InlineData(9999, false)]
    public void Une_annee_scolaire_tient_dans_le_calendrier(int debut, bool tient) => new AnneeScolaire(debut).EstRepresentable.ShouldBe(tient);

    [Theory]
    [InlineData("2026-2027", 2026)]
    [InlineData("2026", 2026)]
    [InlineData("0001", 1)]
    [InlineData("9998-9999", 9998)]
    [InlineData("0000", null)]
    [InlineData("9999", null)]
    [InlineData("2026_2027", null)]
    [InlineData("2026-2026", null)]
    [InlineData("2026-202a", null)]
    [InlineData("202a-2027", null)]
    [InlineData("202a", null)]
    [InlineData("20262", null)]
    public void Une_annee_scolaire_se_lit_ou_se_refuse(string texte, int? debut)
    {
        bool lu = AnneeScolaire.TryParse(texte, out AnneeScolaire annee);

        (lu ? annee.Debut : (int?)null).ShouldBe(debut);
    }

    [Fact]
    public void Une_annee_scolaire_va_du_1er_septembre_au_31_aout()
    {
        var annee = new AnneeScolaire(2026);

        annee.PremierJour.ShouldBe(new(2026, 9, 1));
        annee.DernierJour.ShouldBe(new(2027, 8, 31));
        annee.Precedente.ToString().ShouldBe("2025-2026");
        annee.Contient(new(2026, 9, 1)).ShouldBeTrue();
        annee.Contient(new(2027, 8, 31)).ShouldBeTrue();
        annee.Contient(new(2026, 8, 31)).ShouldBeFalse();
        annee.Contient(new(2027, 9, 1)).ShouldBeFalse();
        new AnneeScolaire(int.MaxValue).ToString().ShouldBe("2147483647-2147483648");
    }

    [Theory]
    [InlineData(2025, 2026)]
    [InlineData(2026, 2026)]
    [InlineData(2027, 2026)]
    public void Les_annees_scolaires_s_ordonnent(int a, int b)
    {
        (new AnneeScolaire(a) < new AnneeScolaire(b)).ShouldBe(a < b);
        (new AnneeScolaire(a) > new AnneeScolaire(b)).ShouldBe(a > b);
        (new AnneeScolaire(a) <= new AnneeScolaire(b)).ShouldBe(a <= b);
        (new AnneeScolaire(a) >= new AnneeScolaire(b)).ShouldBe(a >= b);
        new AnneeScolaire(a).CompareTo(new(b)).ShouldBe(a.CompareTo(b));
    }

    /// <summary>Un jour seul est une période ; deux périodes se touchent par leur dernier jour commun, à l'endroit comme à l'envers.</summary>
    [Fact]
    public void Les_periodes_se_touchent_par_un_jour()
    {
        Periode mars = new(new(2027, 3, 1), new(2027, 3, 31)), jour = new(new(2027, 3, 31), new(2027, 3, 31)), avril = new(new(2027, 4, 1), new(2027, 4, 30)),
            envers = new(new(2027, 3, 20), new(2027, 3, 10));

        jour.EstOrdonnee.ShouldBeTrue();
        jour.Jours.ShouldBe(1);
        envers.EstOrdonnee.ShouldBeFalse();
        mars.Chevauche(jour).ShouldBeTrue();
        jour.Chevauche(mars).ShouldBeTrue();
        mars.Chevauche(avril).ShouldBeFalse();
        avril.Chevauche(mars).ShouldBeFalse();
        mars.Chevauche(envers).ShouldBeFalse();
        envers.Chevauche(mars).ShouldBeFalse();
    }

    /// <summary>Une suite de versions fautive dit laquelle, et pourquoi.</summary>
    [Fact]
    public void Une_suite_de_versions_fautive_se_dit()
    {
        Version<int> close = new(new(2015, 9, 1), new(2020, 8, 31), 1), ouverte = new(new(2020, 9, 1), null, 2);

        Should.Throw<ArgumentNullException>(() => new ValeursDatees<int>((IReadOnlyList<Version<int>>)null!));
        Should.Throw<ArgumentException>(() => new ValeursDatees<int>()).Message.ShouldStartWith("Aucune version.");
        Should.Throw<ArgumentException>(() => new ValeursDatees<int>(close, new(new(2020, 9, 2), null, 2))).Message.ShouldStartWith("Version 1 : trou ou recouvrement.");
        Should.Throw<ArgumentException>(() => new ValeursDatees<int>(ouverte, new(new(2025, 9, 1), null, 3))).Message.ShouldStartWith("Version 1 : trou ou recouvrement.");
        Should.Throw<ArgumentException>(() => new ValeursDatees<int>(new Version<int>(new(2020, 1, 2), new(2020, 1, 1), 1))).Message.ShouldStartWith("Version 0 : finit avant de commencer.");
        new ValeursDatees<int>(close, ouverte).Versions.ShouldBe([close, ouverte]);
    }

    /// <summary>Un texte peut ne valoir qu'un jour.</summary>
    [Fact]
    public void Une_version_peut_ne_durer_qu_un_jour()
    {
        var jour = new DateOnly(2024, 6, 24);
        var valeurs = new ValeursDatees<int>(new Version<int>(jour, jour, 7));

        valeurs.Lire(jour, out int lu).ShouldBeTrue();
        lu.ShouldBe(7);
        valeurs.Lire(jour.AddDays(1), out _).ShouldBeFalse();
    }

    static Mois Lu(string texte) => Mois.TryParse(texte, out Mois mois) ? mois : throw new FormatException(texte);
}
