using System.Globalization;
using System.Text;

namespace Neuvieme.Bench;

/// <summary>Un export STSWeb fictif d'autant d'agents que l'on veut : mêmes éléments qu'un vrai, noms de syllabes, toujours le même pour un même nombre.</summary>
static class GenerateurSts
{
    public const string Uai = "0990001N";
    public const int Annee = 2026;

    static readonly Encoding Latin9 = CodePagesEncodingProvider.Instance.GetEncoding("iso-8859-15")!;
    static readonly string[] Debuts = ["KER", "MOR", "BEL", "DUR", "VAL", "TRÉ", "LAN", "GUI", "PEN", "ROC", "SAN"];
    static readonly string[] Fins = ["VELLA", "GAN", "MONT", "IEZ", "CÔTE", "DEC", "BIN", "FORT", "NEUF", "VIEL"];
    static readonly string[] Prenoms = ["ANNE SOPHIE", "PIERRE", "LINH", "MÉLANIE", "JEAN-MARC", "SAMIA", "HUGO", "ÉLOÏSE", "M'BAREK", "INÈS", "YANN", "ROSE", "NOËL"];
    static readonly (string Discipline, string Libelle, string Matiere, string Grade)[] Disciplines =
    [
        ("L0202", "LET MODERN", "020700", "CERT. CL N"), ("L1300", "MATHS", "061300", "AGREGE CLN"), ("L0422", "ANGLAIS", "030201", "CERT. H CL"),
        ("L1900", "E.P.S", "100100", "PR.EPS CN"), ("L1400", "TECHNO", "062300", "CERT. CL N"), ("L1000", "HIST. GEO.", "043700", "CERT. CL N"),
    ];

    public static byte[] Xml(int agents)
    {
        var s = new StringBuilder();
        s.Append($"""
            <?xml version="1.0" encoding="ISO-8859-15"?>
            <STS_EDT>
              <PARAMETRES><UAJ CODE="{Uai}"><SIGLE>CLG</SIGLE><DENOM_PRINC>COLLEGE</DENOM_PRINC><DENOM_COMPL>DU BANC</DENOM_COMPL><CODE_NATURE>340</CODE_NATURE></UAJ>
                <ANNEE_SCOLAIRE ANNEE="{Annee}"><DATE_DEBUT>2026-09-01</DATE_DEBUT><DATE_FIN>2027-08-31</DATE_FIN></ANNEE_SCOLAIRE></PARAMETRES>
              <NOMENCLATURES><MATIERES>

            """);
        foreach (var d in Disciplines)
            s.AppendLine($"    <MATIERE CODE=\"{d.Matiere}\"><CODE_GESTION>{(d.Discipline is "L1900" ? "EPS" : d.Discipline)}</CODE_GESTION><LIBELLE_COURT>{d.Libelle}</LIBELLE_COURT><LIBELLE_LONG>{d.Libelle}</LIBELLE_LONG><LIBELLE_EDITION>{d.Libelle}</LIBELLE_EDITION></MATIERE>");
        s.AppendLine("  </MATIERES></NOMENCLATURES>\n  <DONNEES>\n    <INDIVIDUS>");
        for (var i = 0; i < agents; i++)
            Individu(s, i);
        s.AppendLine("    </INDIVIDUS>\n    <STRUCTURE>\n      <DIVISIONS>");
        for (var d = 0; d < Math.Max(1, agents / 4); d++)
            Division(s, d, agents);
        s.AppendLine("      </DIVISIONS>\n      <GROUPES/>\n    </STRUCTURE>\n  </DONNEES>\n</STS_EDT>");
        return Latin9.GetBytes(s.ToString());
    }

    static void Individu(StringBuilder s, int i)
    {
        var d = Disciplines[i % Disciplines.Length];
        var nom = Debuts[i % Debuts.Length] + Fins[i / Debuts.Length % Fins.Length];
        var (fonction, type) = (i % 40) switch { 0 => ("DIR", "epp"), < 3 => ("EDU", "epp"), 39 => ("", "local"), _ => ("ENS", "epp") };
        s.AppendLine(CultureInfo.InvariantCulture, $"      <INDIVIDU ID=\"{10_000 + i}\" TYPE=\"{type}\">");
        s.AppendLine(CultureInfo.InvariantCulture, $"        <SEXE>{(i % 2) + 1}</SEXE><CIVILITE>{(i % 2) + 1}</CIVILITE><NOM_USAGE>{nom}</NOM_USAGE><NOM_PATRONYMIQUE>{nom}</NOM_PATRONYMIQUE><PRENOM>{Prenoms[i % Prenoms.Length]}</PRENOM>");
        s.AppendLine(CultureInfo.InvariantCulture, $"        <DATE_NAISSANCE>{1962 + (i % 38)}-{(i % 12) + 1:00}-{(i % 28) + 1:00}</DATE_NAISSANCE>");
        if (fonction.Length > 0)
            s.AppendLine($"        <GRADE>{(fonction is "ENS" ? d.Grade : "CPE CN")}</GRADE><FONCTION>{fonction}</FONCTION>");
        if (fonction is "ENS")
        {
            s.AppendLine(CultureInfo.InvariantCulture, $"        <PROFS_PRINC><PROF_PRINC><CODE_STRUCTURE>6 {i}</CODE_STRUCTURE><DATE_DEBUT>2026-09-01</DATE_DEBUT><DATE_FIN>2027-08-31</DATE_FIN></PROF_PRINC></PROFS_PRINC>");
            s.AppendLine($"        <DISCIPLINES><DISCIPLINE CODE=\"{d.Discipline}\"><LIBELLE_COURT>{d.Libelle}</LIBELLE_COURT><NB_HEURES>18.00</NB_HEURES></DISCIPLINE></DISCIPLINES>");
        }
        s.AppendLine("      </INDIVIDU>");
    }

    static void Division(StringBuilder s, int d, int agents)
    {
        s.AppendLine(CultureInfo.InvariantCulture, $"        <DIVISION CODE=\"6 {d}\"><LIBELLE_LONG/><EFFECTIF_PREVU>27</EFFECTIF_PREVU><EFFECTIF_CALCULE>26</EFFECTIF_CALCULE>");
        s.AppendLine("          <MEFS_APPARTENANCE><MEF_APPARTENANCE CODE=\"10010012110\"><EFFECTIF_PREVU>27</EFFECTIF_PREVU></MEF_APPARTENANCE></MEFS_APPARTENANCE><SERVICES>");
        for (var k = 0; k < 10; k++)
        {
            var enseignant = 3 + (((d * 10) + k) % Math.Max(1, agents - 3));
            s.AppendLine(CultureInfo.InvariantCulture, $"            <SERVICE CODE_MATIERE=\"{Disciplines[enseignant % Disciplines.Length].Matiere}\" CODE_MOD_COURS=\"CG\"><HEURES_STRUCTURE>4.00</HEURES_STRUCTURE><ENSEIGNANTS><ENSEIGNANT TYPE=\"{(enseignant % 40 is 39 ? "local" : "epp")}\" ID=\"{10_000 + enseignant}\"><HEURES_AGENT>4.00</HEURES_AGENT><TAUX_PONDERATION>1.00</TAUX_PONDERATION></ENSEIGNANT></ENSEIGNANTS></SERVICE>");
        }
        s.AppendLine("          </SERVICES></DIVISION>");
    }
}
