using Neuvieme.Droit;
using Neuvieme.Fonctions.Personnels.Importer;
using static Neuvieme.Tests.Fonctions.Personnels.Importer.FabriqueSts;
using Parametres = Neuvieme.Droit.Parametres;

namespace Neuvieme.Tests.Fonctions.Personnels.Importer;

public class FaitsStsTests
{
    static FaitsSts Faits(string individus, params string[] divisions) => FaitsSts.De(Accepter(Xml(individus, string.Concat(divisions))), Parametres.Defaut);

    static string Eps(string id, string grade, string? nbHeures = null) =>
        Individu(id, "EPS" + id, "A", reste: $"<GRADE>{grade}</GRADE>" + Discipline("L1900", "E.P.S", nbHeures));

    [Fact]
    public void Heures_sommees_sur_les_services_d_eps_puis_forfait_d_association_sportive()
    {
        var e = Faits(Eps("1", "PEPS CN", "20.00"), Division("6 A", Service("100100", "1", "4.00"), Service("061300", "1", "2.00")), Division("5 A", Service("100100", "1", "3.50")))
            .Eps.Enseignants.ShouldHaveSingleItem();
        e.HeuresEnseignees.ShouldBe(750);
        e.OrigineHeures.ShouldBe("2 services d’EPS");
        e.HeuresStatutaires.ShouldBe(1050); // 7,5 h + 3 h
        e.HeuresAuDela.ShouldBe(0);
    }

    [Fact]
    public void Un_service_sans_heures_fait_prendre_celles_de_la_discipline()
    {
        var e = Faits(Eps("1", "PEPS CN", "17.00"), Division("6 A", Service("100100", "1", "4.00"), Service("100100", "1"))).Eps.Enseignants[0];
        (e.HeuresEnseignees, e.HeuresStatutaires).ShouldBe((1700, 2000));
        e.OrigineHeures.ShouldContain("L1900");
    }

    [Fact]
    public void Sans_aucune_heure_le_total_est_inconnu_pas_zero()
    {
        var eps = Faits(Eps("1", "PEPS CN", "17.00") + Eps("2", "PEPS CN"), Division("6 A", Service("100100", "1", "17.00"), Service("100100", "2"))).Eps;
        eps.Enseignants.Count.ShouldBe(2);
        eps.Compte(Parametres.Defaut).ShouldBeNull();
        eps.HeuresSupplementaires.ShouldBeNull();
        (eps with { Enseignants = [eps.Enseignants[0], eps.Enseignants[1] with { HeuresEnseignees = 700 }] }).Compte(Parametres.Defaut)!.Value.HeuresCentiemes.ShouldBe(3000); // 20 + (7 + 3)
    }

    // Décret 2014-940, art. 2 : 17 h pour l'agrégé d'EPS, 20 h pour le professeur d'EPS. 15 h + 3 h = 18 h : 1 h au-delà pour l'agrégé.
    [Theory]
    [InlineData("AGREGE CLN", 1700, 1700, 100)]
    [InlineData("PEPS CN", 2000, 1800, 0)]
    [InlineData("CE EPS", 2000, 1800, 0)]
    [InlineData("CONTRACTUEL", 2000, 1800, 0)]
    public void Maximum_du_grade_separe_le_service_des_heures_supplementaires(string grade, int maximum, int statutaires, int auDela)
    {
        var e = Faits(Eps("1", grade), Division("6 A", Service("100100", "1", "15.00"))).Eps.Enseignants[0];
        (e.Maximum, e.HeuresStatutaires, e.HeuresAuDela).ShouldBe((maximum, statutaires, auDela));
    }

    // 9 h + 3 h = 12 h : 12/17 + 12/20 = 1,30588, porté au centième supérieur.
    [Fact]
    public void Etp_rapporte_au_maximum_de_chaque_corps()
    {
        var eps = Faits(Eps("1", "AGREGE CLN") + Eps("2", "PEPS CN"), Division("6 A", Service("100100", "1", "9.00"), Service("100100", "2", "9.00"))).Eps;
        eps.Compte(Parametres.Defaut).ShouldBe(new(2, 2400, 131));
    }

    // 18 h + 3 h = 21 h pour un maximum de 20 h : 1 h supplémentaire, qui ne fait pas un ETP de plus d'un.
    [Fact]
    public void Heures_supplementaires_hors_du_compte()
    {
        var eps = Faits(Eps("1", "PEPS CN"), Division("6 A", Service("100100", "1", "18.00"))).Eps;
        eps.Compte(Parametres.Defaut).ShouldBe(new(1, 2000, 100));
        eps.HeuresSupplementaires.ShouldBe(100);
    }

    [Fact]
    public void Trois_enseignants_et_cinquante_heures_forfait_compris()
    {
        var trois = string.Concat(Enumerable.Range(1, 3).Select(i => Eps(i.ToString(), "PEPS CN")));
        var eps = Faits(trois, Division("6 A", Service("100100", "1", "14.00"), Service("100100", "2", "14.00"), Service("100100", "3", "13.00"))).Eps;
        eps.Compte(Parametres.Defaut).ShouldBe(new(3, 5000, 250)); // 17 + 17 + 16 = 50 h ; 50/20 = 2,5
    }

    [Fact]
    public void Somme_de_plus_de_cent_heures_tenue_pour_inconnue()
    {
        var services = Enumerable.Range(0, 6).Select(_ => Service("100100", "1", "20.00")).ToArray();
        Faits(Eps("1", "PEPS CN"), Division("6 A", services)).Eps.Enseignants[0].HeuresEnseignees.ShouldBeNull();
    }

    [Fact]
    public void Faits_d_une_personne_ranges_pour_son_affectation()
    {
        const string deux = """<DISCIPLINES><DISCIPLINE CODE="L0000"/><DISCIPLINE CODE="L1900"><LIBELLE_COURT>E.P.S</LIBELLE_COURT><NB_HEURES>17.00</NB_HEURES></DISCIPLINE></DISCIPLINES>""";
        var f = Accepter(Xml(Individu("1", "A", "B", reste: "<GRADE>PEPS CN</GRADE>" + deux) + Individu("2", "C", "D"), Division("6 A", Service("100100", "1", "16.50"), Service("062300", "2"))));
        var faits = FaitsSts.De(f, Parametres.Defaut);
        faits.Pour(f.Individus[0]).ShouldBe(new("L1900", "E.P.S", true, 1650, 2000, "1 service d’EPS", false));
        faits.Pour(f.Individus[1]).ShouldBe(new(null, null, false, null, null, null, true));
    }

    [Fact]
    public void Sans_service_d_eps_la_discipline_1900_sert_de_repli()
    {
        var eps = Faits(Eps("1", "PEPS CN", "17.00") + Individu("2", "A", "B", reste: Discipline("C1900", "EPS")) + Individu("3", "A", "C", reste: Discipline("L1300", "MATHS"))).Eps;
        eps.Enseignants.Select(e => e.Cle.Id).ShouldBe(["1", "2"]);
        eps.Origine.ShouldContain("1900");
    }

    [Fact]
    public void Chef_d_etablissement_de_discipline_eps_ou_technologie_non_compte()
    {
        var faits = Faits(Individu("1", "A", "B", "DIR", reste: Discipline("L1900", "EPS")) + Individu("2", "C", "D", "DIR", reste: Discipline("L1400", "TECHNO")));
        (faits.Eps.Enseignants.Count, faits.ProfesseursTechnologie.Count).ShouldBe((0, 0));
    }

    [Fact]
    public void Declare_en_eps_sans_service_d_eps_est_a_verifier_et_non_compte()
    {
        var eps = Faits(Eps("1", "PEPS CN") + Eps("2", "PEPS CN", "20.00"), Division("6 A", Service("100100", "1", "17.00"))).Eps;
        eps.Enseignants.Count.ShouldBe(1);
        eps.AVerifier.ShouldHaveSingleItem().Cle.Id.ShouldBe("2");
    }

    [Theory]
    [InlineData("100100", null, null, true)]
    [InlineData("100155", null, null, true)]
    [InlineData("200100", "EPS", null, true)]
    [InlineData("200100", "EPS-O", null, true)]
    [InlineData("200100", null, "ED.PHY.& SP.", true)]
    [InlineData("200100", null, "ENS. COMPLEMENTAIRE EPS", true)]
    [InlineData("200100", null, "E.P.S.", true)]
    [InlineData("200100", "EPSIL", "EPSILON", false)]
    [InlineData("100200", null, "DANSE", false)]
    [InlineData("061300", "MATHS", "MATHEMATIQUES", false)]
    public void Matiere_d_eps_reconnue(string code, string? gestion, string? libelle, bool eps) =>
        (MatieresSts.CritereEps(code, new(code, gestion, null, libelle, null)) is not null).ShouldBe(eps);

    [Fact]
    public void Professeurs_de_technologie_par_leurs_services()
    {
        var faits = Faits(Individu("1", "A", "B") + Individu("2", "C", "D") + Individu("3", "E", "F"), Division("4 A", Service("062300", "1"), Service("062300", "2"), Service("062300", "1"), Service("062301", "3")));
        faits.ProfesseursTechnologie.Select(i => i.Cle.Id).ShouldBe(["1", "2"]);
    }

    [Fact]
    public void Professeurs_de_technologie_par_leur_discipline_faute_de_service()
    {
        var faits = Faits(Individu("1", "A", "B", reste: Discipline("L1400", "TECHNO")) + Individu("2", "C", "D", reste: Discipline("L1300", "MATHS")));
        faits.ProfesseursTechnologie.ShouldHaveSingleItem().Cle.Id.ShouldBe("1");
        faits.OrigineTechnologie.ShouldContain("faute de service");
    }

    [Fact]
    public void Effectifs_par_discipline_comptes_sur_les_services_rangs_de_langue_reunis()
    {
        var faits = Faits(Individu("1", "A", "B", reste: Discipline("L0202", "LET MODERN")) + Individu("2", "C", "D"),
            Division("4 A", Service("030201", "1"), Service("030202", "1"), Service("030202", "2"), Service("061300", "2")));
        faits.OrigineDisciplines.ShouldBe("services");
        faits.Disciplines.Select(d => (d.Libelle, d.Enseignants.Count)).ShouldBe([("ANGLAIS", 2), ("MATHEMATIQUES", 1)]);
    }

    [Fact]
    public void Effectifs_par_discipline_declaree_faute_de_services_sans_la_direction()
    {
        var faits = Faits(Individu("1", "A", "B", reste: Discipline("L1300", "MATHS")) + Individu("2", "C", "D", reste: Discipline("L1300", "MATHS")) + Individu("3", "E", "F", "DIR", reste: Discipline("L1300", "MATHS")));
        faits.OrigineDisciplines.ShouldContain("faute de services");
        faits.Disciplines.Select(d => (d.Libelle, d.Enseignants.Count)).ShouldBe([("MATHS", 2)]);
    }
}
