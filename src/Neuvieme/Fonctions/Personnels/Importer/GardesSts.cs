using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Neuvieme.Droit;

namespace Neuvieme.Fonctions.Personnels.Importer;

/// <summary>Ce qui arrête un import : mauvais fichier, mauvais établissement, mauvaise année. Toutes les raisons sont dites ensemble.</summary>
static partial class GardesSts
{
    const string Menu = "Dans STSWeb, ouvrir Exports > Emploi du temps et choisir le fichier sts_emp_… obtenu.";

    [GeneratedRegex("""^(?:.*[^a-z])?(sts_emp|emp_sts)_(?<uai>\d{7}[a-z])_(?<annee>\d{4})""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NomConvenu();

    public static ErreurSts? Racine(string racine, string nom, int ligne) => racine switch
    {
        "STS_EDT" => null,
        "EDT_STS" => new(CodeErreurSts.SensInverse, nom, ligne, "<EDT_STS>",
            "c’est le fichier que le logiciel d’emploi du temps envoie vers STSWeb (emp_sts), pas l’export de STSWeb (sts_emp).", Menu),
        "HTML" => new(CodeErreurSts.AutreRacine, nom, ligne, "<HTML>",
            "c’est une page web enregistrée, souvent celle d’une session expirée.", "Se reconnecter à STSWeb. " + Menu),
        _ => new(CodeErreurSts.AutreRacine, nom, ligne, CurseurSts.Balise(racine.Length > 60 ? racine[..60] + "…" : racine),
            "ce fichier XML vient d’une autre application : un export STSWeb commence par <STS_EDT>.", Menu),
    };

    public static ErreurSts MalForme(XmlException mal, Encoding encodage, ReadOnlySpan<byte> xml, string nom)
    {
        var fin = encodage.GetString(xml[(Math.Max(0, xml.Length - 2048) & ~3)..]);
        var debut = encodage.GetString(xml[..Math.Min(xml.Length, 8192)]);
        int? ligne = mal.LineNumber > 0 ? mal.LineNumber : null;
        if (debut.Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) && !debut.Contains("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase))
            return new(CodeErreurSts.Doctype, nom, ligne, "<!DOCTYPE>", "le fichier déclare un DOCTYPE, que STSWeb n’écrit jamais ; il est refusé sans être ouvert, par sécurité.", Menu);
        if (debut.Contains("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase))
            return Racine("HTML", nom, ligne ?? 1)!;
        if (!fin.Contains("</STS_EDT", StringComparison.OrdinalIgnoreCase))
            return new(CodeErreurSts.Tronque, nom, ligne, null, "le fichier s’arrête avant sa balise de fin </STS_EDT> : le téléchargement a été interrompu.", "Refaire l’export dans STSWeb et attendre la fin du téléchargement.");
        return new(CodeErreurSts.XmlMalForme, nom, ligne, null,
            $"le XML est mal formé (colonne {mal.LinePosition}) : balise non fermée, caractère interdit ou texte ajouté à la main.", "Refaire l’export dans STSWeb et déposer le fichier sans l’ouvrir.");
    }

    public static int? AnneeLue(AnalyseSts a) =>
        a.Annee.Valeur is { Length: 4 or 9 } v && (v.Length == 4 || v[4] is '-' or '/')
            && int.TryParse(v.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var annee) && annee is >= 2000 and < 2100 ? annee : null;

    public static void Verifier(AnalyseSts a, CurseurSts c, AttentesSts attentes, string nom)
    {
        VerifierEtablissement(a, c, attentes, nom);
        VerifierAnnee(a, c, attentes, nom);
        if (a.Individus.Count == 0 && c.Erreurs.Count == 0)
            c.Erreurs.Add(new(CodeErreurSts.AucunIndividu, nom, null, "<INDIVIDUS>", "le fichier ne contient aucune personne.", "Vérifier dans STSWeb que les personnels de l’année sont présents, puis refaire l’export."));
        if (a.Services.Count == 0)
            c.Avertir(CodeAvertissementSts.SansStructure, null, "STRUCTURE", "aucun service : les effectifs par discipline viendront des disciplines déclarées, pas des enseignements réels.");
        if (NomConvenu().Match(nom) is { Success: true } m)
            VerifierNom(m, a, c);
    }

    static void VerifierEtablissement(AnalyseSts a, CurseurSts c, AttentesSts attentes, string nom)
    {
        if (a.Etablissement is not { Uai.Length: > 0 } e)
        {
            c.Erreurs.Add(new(CodeErreurSts.UaiAbsent, nom, a.Etablissement is null ? null : a.LigneUai, "<UAJ>", "le fichier ne dit pas de quel établissement il vient (UAJ, attribut CODE).", Menu));
            return;
        }
        if (!Uai.TryParse(e.Uai, out var uai))
            c.Erreurs.Add(new(CodeErreurSts.UaiIllisible, nom, a.LigneUai, "<UAJ>", $"« {e.Uai} » n’est pas un code d’établissement : sept chiffres et une lettre.", Menu));
        else if (attentes.Uai is { } attendu && !attendu.Equals(e.Uai, StringComparison.OrdinalIgnoreCase))
            c.Erreurs.Add(new(CodeErreurSts.AutreEtablissement, nom, a.LigneUai, "<UAJ>",
                $"le fichier vient de l’établissement {e.Uai}{(e.Denomination.Length > 0 ? $" ({e.Denomination})" : "")}, pas de {attendu.ToUpperInvariant()}.", $"Choisir l’export de {attendu.ToUpperInvariant()}, ou changer d’établissement."));
        else if (!uai.CleValide)
            c.Avertir(CodeAvertissementSts.CleUai, a.LigneUai, "UAJ", $"la lettre de contrôle de {e.Uai} ne correspond pas à son numéro.");
    }

    static void VerifierAnnee(AnalyseSts a, CurseurSts c, AttentesSts attentes, string nom)
    {
        var (valeur, ligne, _, _) = a.Annee;
        if (valeur is null)
            c.Erreurs.Add(new(CodeErreurSts.AnneeAbsente, nom, ligne > 0 ? ligne : null, "<ANNEE_SCOLAIRE>", "le fichier ne dit pas son année scolaire (attribut ANNEE).", Menu));
        else if (AnneeLue(a) is not { } annee)
            c.Erreurs.Add(new(CodeErreurSts.AnneeIllisible, nom, ligne, "<ANNEE_SCOLAIRE>", $"« {valeur} » n’est pas une année scolaire (2026 pour 2026-2027).", Menu));
        else if (attentes.Annee is { } attendue && attendue != annee)
        {
            var lien = (annee - attendue) switch
            {
                1 => "c’est le fichier de l’année prochaine",
                -1 => "c’est le fichier de l’année dernière",
                _ => "c’est le fichier d’une autre année",
            };
            c.Erreurs.Add(new(CodeErreurSts.AutreAnnee, nom, ligne, "<ANNEE_SCOLAIRE>",
                $"{lien}, {annee}-{annee + 1} ; l’année ouverte est {attendue}-{attendue + 1}.", $"Dans STSWeb, choisir l’année {attendue}-{attendue + 1} avant d’exporter, ou ouvrir ici l’année {annee}-{annee + 1}."));
        }
    }

    static void VerifierNom(Match m, AnalyseSts a, CurseurSts c)
    {
        var (uai, annee) = (m.Groups["uai"].Value.ToUpperInvariant(), int.Parse(m.Groups["annee"].Value, CultureInfo.InvariantCulture));
        if ((a.Etablissement is { Uai.Length: > 0 } e && !e.Uai.Equals(uai, StringComparison.Ordinal)) || (AnneeLue(a) is { } lue && lue != annee))
            c.Avertir(CodeAvertissementSts.NomDeFichier, null, null, $"le nom du fichier annonce {uai} et {annee}, son contenu {a.Etablissement?.Uai} et {a.Annee.Valeur} : le contenu fait foi.");
    }
}
