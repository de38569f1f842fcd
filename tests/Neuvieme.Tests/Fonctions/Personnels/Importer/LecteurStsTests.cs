using Neuvieme.Droit;
using Neuvieme.Fonctions.Personnels.Importer;
using static Neuvieme.Tests.Fonctions.Personnels.Importer.FabriqueSts;

namespace Neuvieme.Tests.Fonctions.Personnels.Importer;

public class LecteurStsTests
{
    [Fact]
    public void Etablissement_et_annee_lus()
    {
        const string uaj = """
            <UAJ CODE="0990001n"><ACADEMIE><CODE>99</CODE><LIBELLE>INVENTÉE</LIBELLE></ACADEMIE><SIGLE>LYC</SIGLE><DENOM_PRINC>LYCEE</DENOM_PRINC>
            <DENOM_COMPL>DE L'EUROPE &amp; DU LARGE</DENOM_COMPL><CODE_NATURE>306</CODE_NATURE><ADRESSE>3 QUAI  DU
            PORT</ADRESSE><BOITE_POSTALE>BP 9</BOITE_POSTALE><CODE_POSTAL>99100</CODE_POSTAL><COMMUNE>PORT-FICTIF</COMMUNE><CEDEX>CEDEX 3</CEDEX><TELEPHONE>0199000001</TELEPHONE><STATUT>PU</STATUT></UAJ>
            """;
        var f = Accepter(Xml(uaj: uaj));
        f.Etablissement.ShouldBe(new("0990001N", "LYC", "LYCEE", "DE L'EUROPE & DU LARGE", "306", "3 QUAI DU PORT", "BP 9", "99100", "PORT-FICTIF", "CEDEX 3", "0199000001", "PU", "99", "INVENTÉE"));
        f.Annee.ShouldBe(2026);
        (f.AnneeDebut, f.AnneeFin).ShouldBe((new DateOnly(2026, 9, 1), new DateOnly(2027, 8, 31)));
        f.AnneeScolaire.ToString().ShouldBe("2026-2027");
        f.NomFichier.ShouldBe(NomFichier);
        f.EmpreinteSha256.Length.ShouldBe(64);
    }

    [Fact]
    public void Individu_complet_lu()
    {
        const string complet = """
            <INDIVIDU TYPE="epp" ID="7701">
              <SEXE>2</SEXE><CIVILITE>3</CIVILITE><NOM_USAGE>D'ARTIMON</NOM_USAGE><NOM_PATRONYMIQUE>GALHAUBAN</NOM_PATRONYMIQUE><PRENOM>MARIE-LOU ÉLISE</PRENOM>
              <DATE_NAISSANCE>1984-02-29</DATE_NAISSANCE><GRADE>AGREGE CLN</GRADE><FONCTION>ens</FONCTION>
              <PROFS_PRINC><PROF_PRINC><CODE_STRUCTURE>3 A</CODE_STRUCTURE><DATE_DEBUT>2026-09-01</DATE_DEBUT><DATE_FIN>2027-08-31</DATE_FIN></PROF_PRINC></PROFS_PRINC>
              <DISCIPLINES><DISCIPLINE CODE="l1300"><LIBELLE_COURT>MATHS</LIBELLE_COURT><NB_HEURES>15.5</NB_HEURES></DISCIPLINE></DISCIPLINES>
            </INDIVIDU>
            """;
        var i = Accepter(Xml(complet)).Individus.ShouldHaveSingleItem();
        i.Cle.ShouldBe(new(TypeSts.Epp, "7701"));
        i.Ligne.ShouldBe(14);
        (i.Civilite, i.Sexe).ShouldBe(("Mme", SexeSts.Feminin));
        (i.NomUsage, i.NomPatronymique, i.PrenomSource, i.Prenom).ShouldBe(("D'ARTIMON", "GALHAUBAN", "MARIE-LOU ÉLISE", "Marie-Lou Élise"));
        i.DateNaissance.ShouldBe(new DateOnly(1984, 2, 29));
        (i.Grade, i.Corps, i.FonctionSource, i.Fonction).ShouldBe(("AGREGE CLN", Corps.Agrege, "ENS", Fonction.Enseignant));
        i.ProfsPrincipaux.ShouldBe([new("3 A", new(2026, 9, 1), new(2027, 8, 31))]);
        i.Disciplines.ShouldBe([new("L1300", "MATHS", 1550)]);
    }

    [Fact]
    public void Fiche_locale_aux_champs_vides_acceptee_et_non_cochee()
    {
        var f = Accepter(Xml("""<INDIVIDU ID="88" TYPE="local"><SEXE/><CIVILITE>1</CIVILITE><NOM_USAGE>MISAINE</NOM_USAGE><NOM_PATRONYMIQUE/><PRENOM>YANN</PRENOM></INDIVIDU>"""));
        var i = f.Individus.ShouldHaveSingleItem();
        (i.Sexe, i.NomPatronymique, i.DateNaissance, i.Fonction, i.CocheParDefaut).ShouldBe((SexeSts.Inconnu, null, null, Fonction.Inconnue, false));
        f.Avertissements.ShouldContain(a => a.Code == CodeAvertissementSts.FonctionAbsente && a.Ligne == 14 && a.Message.Contains("Yann MISAINE"));
    }

    [Theory]
    [InlineData("ENS", Fonction.Enseignant, true)]
    [InlineData("EDU", Fonction.Cpe, true)]
    [InlineData("DIR", Fonction.Direction, false)]
    [InlineData("AED", Fonction.Autre, false)]
    public void Fonction_traduite_et_cochee_selon_le_cas(string source, Fonction attendue, bool cochee)
    {
        var i = Accepter(Xml(Individu("1", "BOUT", "JO", source))).Individus[0];
        (i.Fonction, i.CocheParDefaut).ShouldBe((attendue, cochee));
    }

    [Fact]
    public void Discipline_0080_fait_un_documentaliste()
        => Accepter(Xml(Individu("1", "BOUT", "JO", "ENS", reste: Discipline("L0080", "DOC LIVRES")))).Individus[0].Fonction.ShouldBe(Fonction.Documentaliste);

    [Fact]
    public void Meme_identifiant_sous_deux_types_fait_deux_personnes()
    {
        var f = Accepter(Xml(Individu("500", "PROUE", "ANNE") + Individu("500", "POUPE", "LUC", type: "local")));
        f.Individus.Select(i => i.Cle.ToString()).ShouldBe(["epp 500", "local 500"]);
    }

    [Fact]
    public void Type_absent_suppose_epp_et_signale()
    {
        var f = Accepter(Xml("""<INDIVIDU ID="9"><NOM_USAGE>VERGUE</NOM_USAGE><PRENOM>IDA</PRENOM><FONCTION>ENS</FONCTION></INDIVIDU>"""));
        f.Individus[0].Cle.ShouldBe(new(TypeSts.Epp, "9"));
        f.Avertissements.ShouldContain(a => a.Code == CodeAvertissementSts.TypeAbsent);
    }

    [Fact]
    public void Services_de_division_et_de_groupe_lus_quel_que_soit_l_ordre()
    {
        const string structure = """
            <GROUPES><GROUPE CODE="3AGL1 G1"><SERVICES><SERVICE CODE_MOD_COURS="TD" CODE_MATIERE="030201">
              <ENSEIGNANTS><ENSEIGNANT TYPE="epp" ID="101"><TAUX_PONDERATION>1.00</TAUX_PONDERATION><HEURES_AGENT>3,5</HEURES_AGENT></ENSEIGNANT><ENSEIGNANT ID="102" TYPE="local"/></ENSEIGNANTS><HEURES_STRUCTURE>3.50</HEURES_STRUCTURE></SERVICE></SERVICES>
              <DIVISION CODE="3 A"/><DIVISIONS_APPARTENANCE><DIVISION_APPARTENANCE CODE="3 B"/></DIVISIONS_APPARTENANCE></GROUPE></GROUPES>
            """;
        var xml = Xml(Individu("101", "A", "B") + Individu("102", "C", "D", type: "local"), Division("3 A", """<SERVICE CODE_MATIERE="061300"><HEURES_STRUCTURE>4.00</HEURES_STRUCTURE><ENSEIGNANTS/></SERVICE>"""));
        var f = Accepter(xml.Replace("<STRUCTURE>", "<STRUCTURE>" + structure));
        f.Divisions.ShouldBe(["3 A"]);
        f.Groupes.ShouldBe(["3AGL1 G1"]);
        f.Services.Select(s => (s.Genre, s.Structure, s.CodeMatiere, s.ModaliteCours, s.Enseignant?.ToString(), s.HeuresCentiemes, s.HeuresStructureCentiemes)).ShouldBe(
        [
            (GenreStructure.Groupe, "3AGL1 G1", "030201", "TD", "epp 101", 350, 350),
            (GenreStructure.Groupe, "3AGL1 G1", "030201", "TD", "local 102", null, 350),
            (GenreStructure.Division, "3 A", "061300", null, null, null, 400),
        ]);
        f.ElementsInconnus.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("<MEFS_APPARTENANCE><MEF_APPARTENANCE CODE=\"10010012110\"><EFFECTIF_PREVU>27</EFFECTIF_PREVU></MEF_APPARTENANCE></MEFS_APPARTENANCE>")]
    [InlineData("<MEFS_APPARTENANCE><MEF CODE=\"10010012110\"/></MEFS_APPARTENANCE>")]
    [InlineData("<MEF CODE=\"10010012110\"/>")]
    public void Mef_et_mef_appartenance_acceptes_avant_ou_apres_les_services(string mef)
    {
        var services = $"<SERVICES>{Service("061300", "101", "4.00")}</SERVICES>";
        foreach (var contenu in new[] { mef + services, services + mef })
        {
            var f = Accepter(Xml(divisions: $"""<DIVISION CODE="6 A">{contenu}</DIVISION>"""));
            f.Services.ShouldHaveSingleItem().HeuresCentiemes.ShouldBe(400);
            f.ElementsInconnus.ShouldBeEmpty();
        }
    }

    [Fact]
    public void Noms_d_elements_sans_casse_et_blocs_dans_n_importe_quel_ordre()
    {
        var f = Accepter($"""
            <?xml version="1.0" encoding="ISO-8859-15"?><sts_edt><donnees><structure><divisions>{Division("6 A", Service("100100", "101", "4.00"))}</divisions></structure>
            <Individus><individu id="101" type="EPP"><Nom_Usage>HUNIER</Nom_Usage><prenom>LÉA</prenom><fonction>ENS</fonction></individu></Individus></donnees>
            <nomenclatures>{Matieres}</nomenclatures><parametres>{Annee}{Uaj}</parametres></sts_edt>
            """);
        f.Individus.ShouldHaveSingleItem().Prenom.ShouldBe("Léa");
        f.Services.ShouldHaveSingleItem().Enseignant.ShouldBe(new ClePersonne(TypeSts.Epp, "101"));
        f.Avertissements.ShouldBeEmpty();
    }

    [Fact]
    public void Elements_inconnus_comptes_sans_gener_la_lecture()
    {
        var f = Accepter(Xml(Individu("1", "A", "B", reste: "<TOTEM><PLUME/></TOTEM><TOTEM>x</TOTEM>"), uaj: Uaj.Replace("</UAJ>", "<BLASON/></UAJ>")));
        f.ElementsInconnus.OrderBy(e => e.Key, StringComparer.Ordinal).ShouldBe([new("BLASON", 1), new("TOTEM", 2)]);
        f.Individus[0].NomUsage.ShouldBe("A");
    }

    [Fact]
    public void Types_d_activite_hors_enseignement_lus()
    {
        var xml = Xml().Replace("<NOMENCLATURES>", """<NOMENCLATURES><TYPES_AHE><TYPE_AHE CODE="2"><LIBELLE_LONG>CHORALE</LIBELLE_LONG><LIBELLE_COURT>CHOR</LIBELLE_COURT></TYPE_AHE><TYPE_AHE CODE="7"/></TYPES_AHE>""");
        Accepter(xml).TypesAhe.ShouldBe([new("2", "CHOR", "CHORALE"), new("7", null, null)]);
    }

    [Fact]
    public void Prof_principal_actif_seulement_si_la_fin_n_est_pas_passee()
    {
        const string principaux = """
            <PROFS_PRINC><PROF_PRINC><CODE_STRUCTURE>6 A</CODE_STRUCTURE><DATE_FIN>2026-10-09</DATE_FIN></PROF_PRINC>
            <PROF_PRINC><CODE_STRUCTURE>6 B</CODE_STRUCTURE><DATE_FIN>2026-10-10</DATE_FIN></PROF_PRINC><PROF_PRINC><CODE_STRUCTURE>6 C</CODE_STRUCTURE></PROF_PRINC></PROFS_PRINC>
            """;
        var i = Accepter(Xml(Individu("1", "A", "B", reste: principaux))).Individus[0];
        i.ProfPrincipalAu(new(2026, 10, 10)).Select(p => p.Structure).ShouldBe(["6 B", "6 C"]);
        i.ProfPrincipalAu(new(2026, 10, 9)).Select(p => p.Structure).ShouldBe(["6 A", "6 B", "6 C"]);
    }

    [Fact]
    public void Valeurs_illisibles_ignorees_avec_leur_ligne()
    {
        var f = Accepter(Xml(Individu("1", "A", "B", reste: "<DATE_NAISSANCE>1984-02-30</DATE_NAISSANCE>" + Discipline("L1300", "MATHS", "dix-huit")), Division("6 A", Service("061300", "1", "-4"), Service("", "1", "101"))));
        f.Individus[0].DateNaissance.ShouldBeNull();
        f.Individus[0].Disciplines[0].HeuresCentiemes.ShouldBeNull();
        f.Services.ShouldAllBe(s => s.HeuresCentiemes == null);
        f.Avertissements.Count(a => a.Code == CodeAvertissementSts.HeuresIllisibles).ShouldBe(3);
        f.Avertissements.ShouldContain(a => a.Code == CodeAvertissementSts.DateIllisible && a.Ligne == 14 && a.Element == "<DATE_NAISSANCE>");
    }

    [Fact]
    public void Enseignant_d_un_service_absent_des_personnes_signale_une_fois()
    {
        var f = Accepter(Xml(divisions: Division("6 A", Service("061300", "999"), Service("061300", "999"))));
        f.Avertissements.Count(a => a.Code == CodeAvertissementSts.EnseignantInconnu).ShouldBe(1);
    }

    [Fact]
    public void Structure_absente_signalee()
    {
        var xml = Xml();
        var debut = xml.IndexOf("<STRUCTURE>", StringComparison.Ordinal);
        var fin = xml.IndexOf("</STRUCTURE>", StringComparison.Ordinal) + "</STRUCTURE>".Length;
        var f = Accepter(xml.Remove(debut, fin - debut));
        f.Services.ShouldBeEmpty();
        f.Avertissements.ShouldContain(a => a.Code == CodeAvertissementSts.SansStructure);
    }

    [Fact]
    public void Nom_d_usage_vide_remplace_par_le_patronyme()
    {
        var f = Accepter(Xml("""<INDIVIDU ID="1" TYPE="epp"><NOM_USAGE/><NOM_PATRONYMIQUE>CABESTAN</NOM_PATRONYMIQUE><PRENOM>EVE</PRENOM><FONCTION>ENS</FONCTION></INDIVIDU>"""));
        f.Individus[0].NomUsage.ShouldBe("CABESTAN");
        f.Avertissements.ShouldContain(a => a.Code == CodeAvertissementSts.NomRepris);
    }

    [Fact]
    public void Texte_demesure_coupe_et_signale()
    {
        var f = Accepter(Xml(Individu("1", new string('A', 5000), "B")));
        f.Individus[0].NomUsage.Length.ShouldBe(100);
        f.Avertissements.ShouldContain(a => a.Code == CodeAvertissementSts.TexteTronque);
    }

    [Fact]
    public async Task Lecture_d_un_flux_identique_a_celle_des_octets()
    {
        var octets = Latin9.GetBytes(Xml());
        using var flux = new MemoryStream(octets);
        var lecture = await LecteurSts.LireAsync(flux, NomFichier, Attentes, TestContext.Current.CancellationToken);
        lecture.Fichier!.EmpreinteSha256.ShouldBe(LecteurSts.Lire(octets, NomFichier, Attentes).Fichier!.EmpreinteSha256);
    }
}
