using Neuvieme.Droit;
using Neuvieme.Socle.Texte;

namespace Neuvieme.Fonctions.Personnels.Importer;

/// <summary>Fonction et corps tirés de FONCTION, DISCIPLINE et GRADE. Les libellés de GRADE ne sont pas publiés : on lit leur début, avec indulgence.</summary>
static class GradesSts
{
    // L'ordre compte : l'EPS et la direction d'abord, « PR… » et « C… » seraient sinon pris trop tôt.
    static readonly (string Debut, Corps Corps)[] Debuts =
    [
        ("CHARGE D ENSEIGN", Corps.ChargeEnseignementEps), ("CH ENS", Corps.ChargeEnseignementEps), ("CH D ENS", Corps.ChargeEnseignementEps),
        ("CE EPS", Corps.ChargeEnseignementEps), ("CEEPS", Corps.ChargeEnseignementEps), ("C E EPS", Corps.ChargeEnseignementEps), ("CHG ENS", Corps.ChargeEnseignementEps),
        ("PEPS", Corps.Peps), ("P EPS", Corps.Peps), ("PR EPS", Corps.Peps), ("PROF EPS", Corps.Peps), ("EPS", Corps.Peps),
        ("PROFESSEUR D EPS", Corps.Peps), ("PROF D EPS", Corps.Peps), ("PROFESSEUR EPS", Corps.Peps), ("PR D EPS", Corps.Peps),
        ("PERDIR", Corps.Direction), ("PERS DIR", Corps.Direction), ("PERSONNEL DE DIR", Corps.Direction), ("PRINCIPAL", Corps.Direction), ("PROVISEUR", Corps.Direction),
        ("AGREG", Corps.Agrege), ("AGR", Corps.Agrege), ("PR AGR", Corps.Agrege), ("PROF AGR", Corps.Agrege), ("PROFESSEUR AGREGE", Corps.Agrege),
        ("CERT", Corps.Certifie), ("PR CERT", Corps.Certifie), ("PROF CERT", Corps.Certifie), ("PROFESSEUR CERTIFIE", Corps.Certifie),
        ("PLP", Corps.Plp), ("P L P", Corps.Plp), ("PR LYC PROF", Corps.Plp), ("PROF LYC PROF", Corps.Plp), ("PROFESSEUR DES LYCEES PROF", Corps.Plp), ("PROFESSEUR DE LYCEES PROF", Corps.Plp), ("PROFESSEUR DE LYCEE PROF", Corps.Plp),
        ("PEGC", Corps.Pegc), ("P E G C", Corps.Pegc),
        ("CPE", Corps.Cpe), ("C P E", Corps.Cpe), ("CONSEILLER PRINC", Corps.Cpe), ("CONS PRINC", Corps.Cpe),
        ("PROF ECOLE", Corps.ProfesseurDesEcoles), ("PROF DES ECOLES", Corps.ProfesseurDesEcoles), ("PROFESSEUR DES ECOLES", Corps.ProfesseurDesEcoles), ("PR ECOLE", Corps.ProfesseurDesEcoles), ("PREC", Corps.ProfesseurDesEcoles), ("P E", Corps.ProfesseurDesEcoles), ("PE", Corps.ProfesseurDesEcoles),
        ("INSTIT", Corps.Instituteur),
        ("CHAIRE SUP", Corps.ChaireSuperieure), ("CH SUP", Corps.ChaireSuperieure), ("PR CHAIRE", Corps.ChaireSuperieure), ("PROFESSEUR DE CHAIRE", Corps.ChaireSuperieure), ("PROF CHAIRE", Corps.ChaireSuperieure),
        ("ADJ ENS", Corps.AdjointEnseignement), ("ADJ D ENS", Corps.AdjointEnseignement), ("ADJOINT D ENS", Corps.AdjointEnseignement),
        ("PSY", Corps.PsyEn),
        ("CONTR", Corps.Contractuel), ("CDI", Corps.Contractuel), ("CDD", Corps.Contractuel), ("NON TIT", Corps.Contractuel),
        ("MA", Corps.MaitreAuxiliaire), ("M A", Corps.MaitreAuxiliaire), ("MAITRE AUX", Corps.MaitreAuxiliaire), ("MAITRES AUX", Corps.MaitreAuxiliaire),
    ];

    // Corps de la nomenclature nationale : les trois premiers chiffres du code de grade.
    static readonly Dictionary<string, Corps> Codes = new(StringComparer.Ordinal)
    {
        ["551"] = Corps.Agrege, ["553"] = Corps.Certifie, ["531"] = Corps.Peps, ["532"] = Corps.ChargeEnseignementEps, ["575"] = Corps.Plp,
        ["563"] = Corps.Cpe, ["615"] = Corps.ProfesseurDesEcoles, ["522"] = Corps.PsyEn, ["550"] = Corps.ChaireSuperieure,
        ["567"] = Corps.AdjointEnseignement, ["779"] = Corps.Contractuel, ["776"] = Corps.MaitreAuxiliaire, ["004"] = Corps.Direction,
    };

    public static Corps CorpsDe(string? grade)
    {
        var cle = Accents.Cle(grade);
        if (cle.Length == 0)
            return Corps.Inconnu;
        if (cle.Length == 4 && cle.All(char.IsAsciiDigit))
            return Codes.GetValueOrDefault(cle[..3], Corps.Inconnu);
        foreach (var (debut, corps) in Debuts)
        {
            if (CommencePar(cle, debut))
                return corps;
        }
        return Corps.Inconnu;
    }

    // Les abréviations d'au plus trois lettres doivent être un mot entier : « MA » n'est pas « MATHS », « PE » n'est pas « PEPS ».
    static bool CommencePar(string cle, string debut) =>
        cle.StartsWith(debut, StringComparison.Ordinal) && (debut.Replace(" ", "", StringComparison.Ordinal).Length > 3 || cle.Length == debut.Length || cle[debut.Length] == ' ');

    /// <summary>La documentation est une discipline de recrutement (0080) de personnes dont la fonction est ENS.</summary>
    public static Fonction FonctionDe(string? source, IReadOnlyList<DisciplineSts> disciplines) => source switch
    {
        null => Fonction.Inconnue,
        "ENS" when disciplines.Any(d => EstCode(d.Code, "0080")) => Fonction.Documentaliste,
        "ENS" => Fonction.Enseignant,
        "DOC" => Fonction.Documentaliste,
        "EDU" => Fonction.Cpe,
        "DIR" => Fonction.Direction,
        _ => Fonction.Autre,
    };

    /// <summary>Code de discipline sans sa lettre, qui ne dit que la nature du poste : L1900 et C1900 sont la même discipline.</summary>
    public static bool EstCode(string code, string chiffres) => code.Length == 5 && code.EndsWith(chiffres, StringComparison.Ordinal);
}
