using System.IO.Compression;
using System.Text;
using Neuvieme.Fonctions.Personnels.Importer;

namespace Neuvieme.Tests.Fonctions.Personnels.Importer;

/// <summary>Écrit des exports STSWeb fictifs, morceau par morceau.</summary>
static class FabriqueSts
{
    public const string Uai = "0990001N";
    public const string NomFichier = "sts_emp_0990001N_2026.xml";
    public static readonly Encoding Latin9 = CodePagesEncodingProvider.Instance.GetEncoding("iso-8859-15")!;
    public static readonly AttentesSts Attentes = new(Uai, 2026);

    public const string Uaj = """<UAJ CODE="0990001N"><SIGLE>CLG</SIGLE><DENOM_PRINC>COLLEGE</DENOM_PRINC><DENOM_COMPL>DU BAC À SABLE</DENOM_COMPL></UAJ>""";
    public const string Annee = """<ANNEE_SCOLAIRE ANNEE="2026"><DATE_DEBUT>2026-09-01</DATE_DEBUT><DATE_FIN>2027-08-31</DATE_FIN></ANNEE_SCOLAIRE>""";

    public const string Matieres = """
        <MATIERES>
          <MATIERE CODE="100100"><CODE_GESTION>EPS</CODE_GESTION><LIBELLE_COURT>ED.PHY.&amp; SP.</LIBELLE_COURT><LIBELLE_LONG>EDUCATION PHYSIQUE ET SPORTIVE</LIBELLE_LONG></MATIERE>
          <MATIERE CODE="030201"><CODE_GESTION>AGL1</CODE_GESTION><LIBELLE_LONG>ANGLAIS LV1</LIBELLE_LONG></MATIERE>
          <MATIERE CODE="030202"><CODE_GESTION>AGL2</CODE_GESTION><LIBELLE_LONG>ANGLAIS LV2</LIBELLE_LONG></MATIERE>
          <MATIERE CODE="061300"><CODE_GESTION>MATHS</CODE_GESTION><LIBELLE_LONG>MATHEMATIQUES</LIBELLE_LONG></MATIERE>
          <MATIERE CODE="062300"><CODE_GESTION>TECHN</CODE_GESTION><LIBELLE_LONG>TECHNOLOGIE</LIBELLE_LONG></MATIERE>
          <MATIERE CODE="062301"><CODE_GESTION>SCTEC</CODE_GESTION><LIBELLE_LONG>SCIENCES ET TECHNOLOGIE</LIBELLE_LONG></MATIERE>
        </MATIERES>
        """;

    public static string Individu(string id, string nom, string prenom, string fonction = "ENS", string type = "epp", string reste = "") =>
        $"""<INDIVIDU ID="{id}" TYPE="{type}"><NOM_USAGE>{nom}</NOM_USAGE><PRENOM>{prenom}</PRENOM>{(fonction.Length == 0 ? "" : $"<FONCTION>{fonction}</FONCTION>")}{reste}</INDIVIDU>""";

    public static string Discipline(string code, string libelle, string? heures = null) =>
        $"""<DISCIPLINES><DISCIPLINE CODE="{code}"><LIBELLE_COURT>{libelle}</LIBELLE_COURT>{(heures is null ? "" : $"<NB_HEURES>{heures}</NB_HEURES>")}</DISCIPLINE></DISCIPLINES>""";

    public static string Service(string matiere, string id, string? heures = null, string type = "epp") =>
        $"""<SERVICE CODE_MATIERE="{matiere}" CODE_MOD_COURS="CG"><ENSEIGNANTS><ENSEIGNANT ID="{id}" TYPE="{type}">{(heures is null ? "" : $"<HEURES_AGENT>{heures}</HEURES_AGENT>")}</ENSEIGNANT></ENSEIGNANTS></SERVICE>""";

    public static string Division(string code, params string[] services) =>
        $"""<DIVISION CODE="{code}"><LIBELLE_LONG/><SERVICES>{string.Concat(services)}</SERVICES></DIVISION>""";

    /// <summary>Un export complet ; chaque morceau se remplace.</summary>
    public static string Xml(string? individus = null, string divisions = "", string uaj = Uaj, string annee = Annee, string racine = "STS_EDT", string encodage = "ISO-8859-15") => $"""
        <?xml version="1.0" encoding="{encodage}"?>
        <{racine}>
          <PARAMETRES>{uaj}{annee}</PARAMETRES>
          <NOMENCLATURES>{Matieres}</NOMENCLATURES>
          <DONNEES>
            <INDIVIDUS>
              {individus ?? Individu("101", "ABRICOT", "ZOÉ")}
            </INDIVIDUS>
            <STRUCTURE><DIVISIONS>{divisions}</DIVISIONS></STRUCTURE>
          </DONNEES>
        </{racine}>
        """;

    public static LectureSts Lire(string xml, AttentesSts? attentes = null, string nom = NomFichier, Encoding? encodage = null) =>
        LecteurSts.Lire((encodage ?? Latin9).GetBytes(xml), nom, attentes ?? Attentes);

    public static FichierSts Accepter(string xml)
    {
        var lecture = Lire(xml);
        lecture.Erreurs.ShouldBeEmpty();
        return lecture.Fichier.ShouldNotBeNull();
    }

    public static ErreurSts Refuser(LectureSts lecture, CodeErreurSts code)
    {
        lecture.Fichier.ShouldBeNull();
        var erreur = lecture.Erreurs.ShouldHaveSingleItem();
        erreur.Code.ShouldBe(code);
        erreur.Message.ShouldNotBeEmpty();
        erreur.Remede.ShouldNotBeEmpty();
        return erreur;
    }

    public static byte[] Zip(params (string Nom, byte[] Contenu)[] fichiers)
    {
        using var flux = new MemoryStream();
        using (var zip = new ZipArchive(flux, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (nom, contenu) in fichiers)
            {
                using var entree = zip.CreateEntry(nom).Open();
                entree.Write(contenu);
            }
        }
        return flux.ToArray();
    }
}
