using System.Text;
using Neuvieme.Fonctions.Personnels.Importer;
using static Neuvieme.Tests.Fonctions.Personnels.Importer.FabriqueSts;

namespace Neuvieme.Tests.Fonctions.Personnels.Importer;

public class GardesStsTests
{
    [Fact]
    public void Export_du_logiciel_d_emploi_du_temps_refuse_avec_le_menu()
    {
        var e = Refuser(Lire("""<?xml version="1.0"?><EDT_STS><PARAMETRES><UAJ>0990001N</UAJ></PARAMETRES></EDT_STS>"""), CodeErreurSts.SensInverse);
        (e.Ligne, e.Element).ShouldBe((1, "<EDT_STS>"));
        e.Message.ShouldContain("emp_sts");
        e.Remede.ShouldContain("STSWeb");
        e.Remede.ShouldContain("Exports > Emploi du temps");
    }

    [Fact]
    public void Sens_inverse_reconnu_meme_coupe() => Refuser(Lire("<edt_sts><PARAMETRES>"), CodeErreurSts.SensInverse);

    [Fact]
    public void Autre_racine_refusee_et_nommee() => Refuser(Lire(Xml(racine: "BEE_ELEVES")), CodeErreurSts.AutreRacine).Element.ShouldBe("<BEE_ELEVES>");

    [Theory]
    [InlineData("<html><body>Session expirée</body></html>")]
    [InlineData("<!DOCTYPE html><html><body><br></body></html>")]
    public void Page_web_refusee_et_nommee(string page) => Refuser(Lire(page), CodeErreurSts.AutreRacine).Message.ShouldContain("page web");

    [Theory]
    [InlineData("<UAJ/>")]
    [InlineData("<UAJ CODE=\"  \"/>")]
    [InlineData("")]
    public void Uai_absent(string uaj) => Refuser(Lire(Xml(uaj: uaj)), CodeErreurSts.UaiAbsent);

    [Fact]
    public void Uai_illisible() => Refuser(Lire(Xml(uaj: """<UAJ CODE="99-1N"/>""")), CodeErreurSts.UaiIllisible).Message.ShouldContain("99-1N");

    [Fact]
    public void Deux_etablissements_dans_un_fichier() => Refuser(Lire(Xml(uaj: Uaj + """<UAJ CODE="0990002P"/>""")), CodeErreurSts.UaiIllisible).Message.ShouldContain("0990002P");

    [Fact]
    public void Autre_etablissement_refuse_et_nomme()
    {
        var e = Refuser(Lire(Xml(), new("0990002P", 2026)), CodeErreurSts.AutreEtablissement);
        e.Ligne.ShouldBe(3);
        e.Message.ShouldContain("0990001N (COLLEGE DU BAC À SABLE)");
        e.Message.ShouldContain("0990002P");
    }

    // 990001 = 23 × 43043 + 12 ; la treizième lettre de l'alphabet sans I, O ni Q est N.
    [Fact]
    public void Lettre_de_controle_fausse_avertit_sans_refuser()
    {
        var lecture = Lire(Xml(uaj: """<UAJ CODE="0990001A"/>"""), AttentesSts.Aucune);
        lecture.Fichier.ShouldNotBeNull().Avertissements.ShouldContain(a => a.Code == CodeAvertissementSts.CleUai);
        Accepter(Xml()).Avertissements.ShouldNotContain(a => a.Code == CodeAvertissementSts.CleUai);
    }

    [Theory]
    [InlineData("<ANNEE_SCOLAIRE/>", CodeErreurSts.AnneeAbsente)]
    [InlineData("", CodeErreurSts.AnneeAbsente)]
    [InlineData("<ANNEE_SCOLAIRE ANNEE=\"rentrée\"/>", CodeErreurSts.AnneeIllisible)]
    [InlineData("<ANNEE_SCOLAIRE ANNEE=\"0026\"/>", CodeErreurSts.AnneeIllisible)]
    public void Annee_absente_ou_illisible(string annee, CodeErreurSts code) => Refuser(Lire(Xml(annee: annee)), code);

    [Theory]
    [InlineData(2025, "année prochaine")]
    [InlineData(2027, "année dernière")]
    [InlineData(2020, "autre année")]
    public void Autre_annee_refusee_et_situee(int attendue, string mots)
    {
        var e = Refuser(Lire(Xml(), new(Uai, attendue)), CodeErreurSts.AutreAnnee);
        e.Message.ShouldContain(mots);
        e.Message.ShouldContain("2026-2027");
    }

    [Fact]
    public void Annee_ecrite_en_deux_parties_acceptee() => Accepter(Xml(annee: """<ANNEE_SCOLAIRE ANNEE="2026-2027"/>""")).Annee.ShouldBe(2026);

    [Fact]
    public void Toutes_les_raisons_sont_dites_ensemble() =>
        Lire(Xml(), new("0990002P", 2025)).Erreurs.Select(e => e.Code).ShouldBe([CodeErreurSts.AutreEtablissement, CodeErreurSts.AutreAnnee], ignoreOrder: true);

    [Fact]
    public void Aucune_personne() => Refuser(Lire(Xml("")), CodeErreurSts.AucunIndividu);

    [Fact]
    public void Doublon_nomme_ses_deux_lignes()
    {
        var e = Refuser(Lire(Xml(Individu("12", "PREMIER", "AL") + "\n" + Individu("12", "SECOND", "BO"))), CodeErreurSts.Doublon);
        e.Ligne.ShouldBe(15);
        e.Message.ShouldContain("Bo SECOND ici et Al PREMIER ligne 14");
    }

    [Fact]
    public void Personne_sans_identifiant_ou_sans_nom()
    {
        var lecture = Lire(Xml("""<INDIVIDU TYPE="epp"><NOM_USAGE>SANSID</NOM_USAGE></INDIVIDU><INDIVIDU ID="3" TYPE="epp"><PRENOM>EVE</PRENOM></INDIVIDU>"""));
        lecture.Erreurs.Select(e => e.Code).ShouldBe([CodeErreurSts.IndividuSansId, CodeErreurSts.IndividuSansNom]);
        lecture.Erreurs[0].ToString().ShouldStartWith("sts_emp_0990001N_2026.xml, ligne 14, élément <INDIVIDU> : SANSID");
    }

    [Fact]
    public void Nom_de_fichier_qui_contredit_le_contenu_avertit() =>
        Lire(Xml(), nom: "sts_emp_0990002P_2025 (1).xml").Fichier!.Avertissements.ShouldContain(a => a.Code == CodeAvertissementSts.NomDeFichier);

    [Fact]
    public void Bombe_d_entites_refusee_sans_etre_ouverte()
    {
        var bombe = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE STS_EDT [<!ENTITY a0 \"ha\">");
        for (var i = 1; i < 30; i++)
            bombe.Append($"<!ENTITY a{i} \"&a{i - 1};&a{i - 1};\">");
        Refuser(Lire(bombe.Append("]><STS_EDT>&a29;</STS_EDT>").ToString()), CodeErreurSts.Doctype);
    }

    [Fact]
    public void Entite_externe_refusee() =>
        Refuser(Lire("""<!DOCTYPE STS_EDT [<!ENTITY x SYSTEM "file:///etc/hostname">]><STS_EDT>&x;</STS_EDT>"""), CodeErreurSts.Doctype);

    [Fact]
    public void Profondeur_demesuree_arretee_tot()
    {
        var e = Refuser(Lire("<STS_EDT>" + string.Concat(Enumerable.Repeat("<A>", 1_000_000))), CodeErreurSts.TropProfond);
        e.Ligne.ShouldBe(1);
    }

    [Fact]
    public void Xml_mal_forme_situe() => Refuser(Lire(Xml().Replace("</PARAMETRES>", "</PARAMETRE>")), CodeErreurSts.XmlMalForme).Ligne.ShouldBe(3);

    [Fact]
    public void Fichier_coupe_n_importe_ou_refuse_sans_lever()
    {
        var octets = Latin9.GetBytes(Xml(Individu("1", "ÉCOUTE", "LÉO", reste: Discipline("L1900", "EPS", "17.00")), Division("6 A", Service("100100", "1", "4.00"))));
        var dernier = octets.Length;
        for (var n = 1; n < dernier; n++)
        {
            var lecture = LecteurSts.Lire(octets.AsMemory(0, n), NomFichier, Attentes);
            lecture.Fichier.ShouldBeNull($"coupé à {n}");
            lecture.Erreurs.ShouldHaveSingleItem().Code.ShouldBeOneOf(CodeErreurSts.Tronque, CodeErreurSts.XmlMalForme);
        }
    }

    [Fact]
    public void Octets_changes_au_hasard_ne_levent_jamais()
    {
        var octets = Latin9.GetBytes(Xml(Individu("1", "ÉCOUTE", "LÉO"), Division("6 A", Service("100100", "1", "4.00"))));
        var zip = Zip((NomFichier, octets));
        var hasard = new Random(9);
        foreach (var modele in new[] { octets, zip })
        {
            for (var essai = 0; essai < 3000; essai++)
            {
                var copie = modele.ToArray();
                for (var k = hasard.Next(1, 4); k > 0; k--)
                    copie[hasard.Next(copie.Length)] = (byte)hasard.Next(256);
                var lecture = LecteurSts.Lire(copie, NomFichier, Attentes);
                (lecture.Fichier is null).ShouldBe(lecture.Erreurs.Count > 0);
            }
        }
    }
}
