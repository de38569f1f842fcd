using Neuvieme.Droit;
using Neuvieme.Fonctions.Personnels.Importer;
using static Neuvieme.Tests.Fonctions.Personnels.Importer.FabriqueSts;

namespace Neuvieme.Tests.Fonctions.Personnels.Importer;

public class ComparaisonStsTests
{
    static string Empreinte(DateOnly d) => "#" + d.DayNumber;

    static PersonneConnue Connue(IndividuSts i) => new(i.Cle, i.CodeCivilite, i.NomUsage, i.NomPatronymique, i.Prenom,
        i.DateNaissance is { } d ? Empreinte(d) : null, i.Grade, i.FonctionSource, i.Fonction, i.Corps, Faits(i), true);

    static FaitsPersonne Faits(IndividuSts i) => new(i.Disciplines is [var d, ..] ? d.Code : null, i.Disciplines is [var e, ..] ? e.Libelle : null, false, null, null, null, false);

    static IReadOnlyList<IndividuSts> Individus(params string[] individus) => Accepter(Xml(string.Concat(individus))).Individus;

    static ComparaisonSts Comparer(IEnumerable<PersonneConnue> connues, IReadOnlyList<IndividuSts> individus) => ComparaisonSts.De(connues, individus, Faits, Empreinte);

    static readonly string Zoe = Individu("1", "ABRICOT", "ZOÉ", reste: "<DATE_NAISSANCE>1980-01-02</DATE_NAISSANCE><GRADE>CERT. CL N</GRADE>" + Discipline("L1300", "MATHS"));
    static readonly string Luc = Individu("2", "BADIANE", "LUC", "EDU");

    [Fact]
    public void Base_vide_tout_est_nouveau()
    {
        var c = Comparer([], Individus(Zoe, Luc));
        c.Nouveaux.Count.ShouldBe(2);
        c.AucunChangement.ShouldBeFalse();
    }

    [Fact]
    public void Meme_fichier_une_seconde_fois_aucun_changement()
    {
        var individus = Individus(Zoe, Luc);
        var c = Comparer(individus.Select(Connue), individus);
        c.Inchanges.Count.ShouldBe(2);
        c.AucunChangement.ShouldBeTrue();
    }

    [Fact]
    public void Direction_et_fonction_absente_non_importees_ne_font_pas_un_changement()
    {
        var individus = Individus(Zoe, Individu("3", "CHEF", "LOU", "DIR"), Individu("4", "LOCAL", "MAX", "", "local"));
        var c = Comparer([Connue(individus[0])], individus);
        c.Nouveaux.Select(n => n.Cle.Id).ShouldBe(["3", "4"]);
        c.AucunChangement.ShouldBeTrue();
    }

    [Fact]
    public void Changements_dits_champ_par_champ()
    {
        var avant = Connue(Individus(Zoe)[0]);
        var apres = Individus("""
            <INDIVIDU ID="1" TYPE="epp"><CIVILITE>2</CIVILITE><NOM_USAGE>LEMON</NOM_USAGE><NOM_PATRONYMIQUE>ABRICOT</NOM_PATRONYMIQUE><PRENOM>ZOÉ ROSE</PRENOM>
            <DATE_NAISSANCE>1980-01-03</DATE_NAISSANCE><GRADE>AGREGE CLN</GRADE><FONCTION>EDU</FONCTION><DISCIPLINES><DISCIPLINE CODE="L1500"/></DISCIPLINES></INDIVIDU>
            """);
        var change = Comparer([avant], apres).Changes.ShouldHaveSingleItem();
        change.Champs.ShouldBe(
        [
            new("civilité", null, "Mme"), new("nom d’usage", "ABRICOT", "LEMON"), new("nom patronymique", null, "ABRICOT"), new("prénom", "Zoé", "Zoé Rose"),
            new("date de naissance", "autre date", "03/01/1980"), new("grade", "CERT. CL N", "AGREGE CLN"), new("corps", "certifié", "agrégé"),
            new("fonction", "enseignant", "CPE"), new("discipline", "L1300 MATHS", "L1500"),
        ]);
    }

    [Fact]
    public void Donnee_absente_du_fichier_n_efface_rien()
    {
        var avant = Connue(Individus(Zoe)[0]) with { Fonction = Fonction.Documentaliste };
        var c = Comparer([avant], Individus(Individu("1", "ABRICOT", "ZOÉ", "")));
        c.Changes.ShouldBeEmpty();
    }

    [Fact]
    public void Corps_corrige_garde_tant_que_le_grade_ne_change_pas() =>
        Comparer([Connue(Individus(Zoe)[0]) with { Corps = Corps.Contractuel }], Individus(Zoe)).Changes.ShouldBeEmpty();

    [Fact]
    public void Fonction_corrigee_gardee_tant_que_sa_source_ne_change_pas()
    {
        var avant = Connue(Individus(Zoe)[0]) with { Fonction = Fonction.Documentaliste };
        Comparer([avant], Individus(Zoe)).Changes.ShouldBeEmpty();
        Comparer([avant], Individus(Zoe.Replace("ENS", "EDU"))).Changes[0].Champs.ShouldContain(new ChampChange("fonction", "documentaliste", "CPE"));
    }

    [Fact]
    public void Heures_d_eps_saisies_par_le_chef_gardees_les_autres_mises_a_jour()
    {
        FaitsPersonne Avant(string origine) => new("L1300", "MATHS", true, 1700, 2000, origine, false);
        ComparaisonSts Avec(string origine) => ComparaisonSts.De([Connue(Individus(Zoe)[0]) with { Faits = Avant(origine) }], Individus(Zoe),
            i => Avant("1 service d’EPS") with { HeuresEps = 1450, Maximum = 1700 }, Empreinte);
        Avec(FaitsPersonne.SaisieDuChef).Changes.ShouldBeEmpty();
        Avec("2 services d’EPS").Changes[0].Champs.ShouldBe([new("heures d’EPS", "17 h", "14,5 h"), new("maximum de service", "20 h", "17 h")]);
    }

    [Fact]
    public void Personne_connue_d_une_autre_annee_a_affecter()
    {
        var c = Comparer([Connue(Individus(Zoe)[0]) with { Faits = null, Presente = false }], Individus(Zoe));
        c.Changes.ShouldHaveSingleItem().Champs.ShouldBe([new("année scolaire", "pas encore affectée", "affectée")]);
    }

    [Fact]
    public void Personne_revenue_le_dit() =>
        Comparer([Connue(Individus(Zoe)[0]) with { Presente = false }], Individus(Zoe)).Changes[0].Champs.ShouldBe([new("présence", "absente du fichier précédent", "présente")]);

    [Fact]
    public void Personne_deja_partie_ou_d_une_autre_annee_n_est_pas_absente()
    {
        var zoe = Connue(Individus(Zoe)[0]);
        Comparer([zoe with { Presente = false }], Individus(Luc)).Absents.ShouldBeEmpty();
        Comparer([zoe with { Faits = null }], Individus(Luc)).Absents.ShouldBeEmpty();
    }

    [Fact]
    public void Personne_partie_listee_parmi_les_absents()
    {
        var individus = Individus(Zoe, Luc);
        var c = Comparer(individus.Select(Connue), [individus[0]]);
        c.Absents.ShouldHaveSingleItem().NomComplet.ShouldBe("Luc BADIANE");
        c.AucunChangement.ShouldBeFalse();
    }

    [Fact]
    public void Meme_identifiant_sous_deux_types_compare_separement()
    {
        var individus = Individus(Individu("5", "ABRICOT", "ZOÉ"), Individu("5", "BADIANE", "LUC", type: "local"));
        Comparer(individus.Select(Connue), individus).AucunChangement.ShouldBeTrue();
    }

    static PersonneConnue Local(string? naissance) => new(new(TypeSts.Local, "77"), null, "ABRICOT", null, "Zoe", naissance, null, null, Fonction.Inconnue, Corps.Inconnu, new(null, null, false, null, null, null, false), true);

    [Theory]
    [InlineData("1980-01-02", true, true)]
    [InlineData(null, true, false)]
    [InlineData("1980-01-03", false, false)]
    public void Local_devenu_epp_suggere_par_le_nom_et_la_date_jamais_malgre_deux_dates(string? naissance, bool suggere, bool confirmee)
    {
        var c = Comparer([Local(naissance is null ? null : Empreinte(DateOnly.Parse(naissance)))], Individus(Zoe));
        c.Suggestions.Count.ShouldBe(suggere ? 1 : 0);
        c.Suggestions.ShouldAllBe(s => s.DateConfirmee == confirmee && s.Nouveau.Cle.Id == "1" && s.Local.Cle.Id == "77");
        // La suggestion ne décide rien : la personne reste nouvelle, la fiche locale reste absente.
        (c.Nouveaux.Count, c.Absents.Count).ShouldBe((1, 1));
    }

    [Fact]
    public void Local_toujours_dans_le_fichier_n_est_pas_rapproche()
    {
        var c = Comparer([Local(null)], Individus(Zoe, Individu("77", "ABRICOT", "ZOÉ", "", "local")));
        c.Suggestions.ShouldBeEmpty();
    }

    [Fact]
    public void Local_rapproche_aussi_par_le_nom_patronymique() =>
        Comparer([Local(null)], Individus(Individu("1", "LEMON", "ZOÉ", reste: "<NOM_PATRONYMIQUE>ABRICOT</NOM_PATRONYMIQUE>"))).Suggestions.Count.ShouldBe(1);

    [Fact]
    public void Homonymes_distingues_par_date_et_discipline()
    {
        var c = Comparer([], Individus(
            Individu("11", "MARTINET", "PAUL", reste: "<CIVILITE>1</CIVILITE><DATE_NAISSANCE>1975-03-12</DATE_NAISSANCE>" + Discipline("L0202", "LETTRES")),
            Individu("12", "MARTINET", "PAUL", reste: "<CIVILITE>1</CIVILITE>" + Discipline("L1300", "MATHS")), Zoe));
        var homonymes = c.Homonymes.ShouldHaveSingleItem();
        homonymes.Nom.ShouldBe("Paul MARTINET");
        homonymes.Personnes.Select(p => p.Distinction).ShouldBe(["né le 12/03/1975, L0202 LETTRES", "date de naissance inconnue, L1300 MATHS"]);
        c.Nouveaux.Count.ShouldBe(3);
    }

    [Fact]
    public void Homonyme_d_un_absent_signale() =>
        Comparer([Connue(Individus(Zoe)[0]) with { Cle = new(TypeSts.Epp, "9") }], Individus(Zoe)).Homonymes.ShouldHaveSingleItem().Personnes.Count.ShouldBe(2);
}
