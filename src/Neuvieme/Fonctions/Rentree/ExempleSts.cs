using System.Text;

namespace Neuvieme.Fonctions.Rentree;

/// <summary>Un export STSWeb fictif de la forme de ceux que lit l'import.</summary>
static class ExempleSts
{
    sealed record Personne(string Id, int Sexe, string Nom, string Prenom, string Naissance, string Grade, string Fonction, string Discipline = "", string Libelle = "", string Heures = "");

    static readonly Personne[] Personnes =
    [
        new("41001", 2, "ABGRALL", "MAËLLE", "1985-02-11", "PR.EPS CN", "ENS", "L1900", "E.P.S", "17.00"),
        new("41002", 1, "BERTIN", "JULES", "1979-09-30", "PR.EPS HCL", "ENS", "L1900", "E.P.S", "17.00"),
        new("41003", 2, "CARO", "NOLWENN", "1991-05-04", "PR.EPS CN", "ENS", "L1900", "E.P.S", "17.00"),
        new("41004", 1, "DUVAL", "THÉO", "1988-12-19", "CERT. CL N", "ENS", "L1300", "MATHEMATIQUES", "18.00"),
        new("41005", 2, "FOURNIER", "INÈS", "1993-03-27", "CERT. CL N", "ENS", "L1800", "ARTS PLASTIQUES", "18.00"),
        new("41006", 1, "GARNIER", "SÉBASTIEN", "1976-07-08", "AGREGE CLN", "ENS", "L1500", "PHYSIQUE", "15.00"),
        new("41007", 2, "HAMON", "CLAIRE", "1982-11-02", "CERT. HC", "ENS", "L0080", "DOCUMENTATION"),
        new("41008", 2, "IBRAHIM", "LEÏLA", "1990-01-23", "CPE CN", "EDU"),
        new("41009", 1, "JOUAN", "PASCAL", "1968-04-15", "", "DIR"),
    ];

    static readonly (string Matiere, string Id, string Heures)[] Services =
        [("100100", "41001", "17.00"), ("100100", "41002", "17.00"), ("100100", "41003", "17.00"), ("061300", "41004", "18.00"), ("090100", "41005", "18.00")];

    public static string Xml()
    {
        var individus = new StringBuilder();
        foreach (var p in Personnes)
        {
            individus.Append($"""
                      <INDIVIDU ID="{p.Id}" TYPE="epp">
                        <SEXE>{p.Sexe}</SEXE><CIVILITE>{p.Sexe}</CIVILITE>
                        <NOM_USAGE>{p.Nom}</NOM_USAGE><NOM_PATRONYMIQUE>{p.Nom}</NOM_PATRONYMIQUE><PRENOM>{p.Prenom}</PRENOM>
                        <DATE_NAISSANCE>{p.Naissance}</DATE_NAISSANCE>{(p.Grade.Length > 0 ? $"<GRADE>{p.Grade}</GRADE>" : "")}<FONCTION>{p.Fonction}</FONCTION>

                """);
            if (p.Discipline.Length > 0)
                individus.Append($"        <DISCIPLINES><DISCIPLINE CODE=\"{p.Discipline}\"><LIBELLE_COURT>{p.Libelle}</LIBELLE_COURT>{(p.Heures.Length > 0 ? $"<NB_HEURES>{p.Heures}</NB_HEURES>" : "")}</DISCIPLINE></DISCIPLINES>\n");
            individus.Append("      </INDIVIDU>\n");
        }

        var services = string.Concat(Services.Select(e => $"""
                        <SERVICE CODE_MATIERE="{e.Matiere}" CODE_MOD_COURS="CG"><ENSEIGNANTS><ENSEIGNANT ID="{e.Id}" TYPE="epp"><HEURES_AGENT>{e.Heures}</HEURES_AGENT></ENSEIGNANT></ENSEIGNANTS></SERVICE>

            """));
        return $"""
            <?xml version="1.0" encoding="ISO-8859-15"?>
            <STS_EDT>
              <PARAMETRES>
                <UAJ CODE="0990002P">
                  <ACADEMIE><CODE>99</CODE><LIBELLE>ACADEMIE FICTIVE</LIBELLE></ACADEMIE>
                  <SIGLE>CLG</SIGLE>
                  <DENOM_PRINC>COLLEGE</DENOM_PRINC>
                  <DENOM_COMPL>DU GRAND CHÊNE</DENOM_COMPL>
                  <CODE_NATURE>340</CODE_NATURE>
                  <ADRESSE>2 PLACE DU MARCHÉ</ADRESSE>
                  <COMMUNE>BOURG-ESSAI</COMMUNE>
                  <CODE_POSTAL>99000</CODE_POSTAL>
                  <STATUT>PU</STATUT>
                </UAJ>
                <ANNEE_SCOLAIRE ANNEE="2026"><DATE_DEBUT>2026-09-01</DATE_DEBUT><DATE_FIN>2027-08-31</DATE_FIN></ANNEE_SCOLAIRE>
              </PARAMETRES>
              <NOMENCLATURES>
                <CIVILITES><CIVILITE CODE="1"><LIBELLE_COURT>M.</LIBELLE_COURT></CIVILITE><CIVILITE CODE="2"><LIBELLE_COURT>MME</LIBELLE_COURT></CIVILITE></CIVILITES>
                <MATIERES>
                  <MATIERE CODE="100100"><CODE_GESTION>EPS</CODE_GESTION><LIBELLE_COURT>ED.PHY.&amp; SP.</LIBELLE_COURT><LIBELLE_LONG>EDUCATION PHYSIQUE ET SPORTIVE</LIBELLE_LONG></MATIERE>
                  <MATIERE CODE="061300"><CODE_GESTION>MATHS</CODE_GESTION><LIBELLE_COURT>MATHEMATIQUES</LIBELLE_COURT><LIBELLE_LONG>MATHEMATIQUES</LIBELLE_LONG></MATIERE>
                  <MATIERE CODE="090100"><CODE_GESTION>A-PLA</CODE_GESTION><LIBELLE_COURT>ARTS PLASTIQUES</LIBELLE_COURT><LIBELLE_LONG>ARTS PLASTIQUES</LIBELLE_LONG></MATIERE>
                </MATIERES>
              </NOMENCLATURES>
              <DONNEES>
                <INDIVIDUS>
            {individus}    </INDIVIDUS>
                <STRUCTURE>
                  <DIVISIONS>
                    <DIVISION CODE="6 A">
                      <SERVICES>
            {services}          </SERVICES>
                    </DIVISION>
                  </DIVISIONS>
                  <GROUPES/>
                </STRUCTURE>
              </DONNEES>
            </STS_EDT>

            """;
    }
}
