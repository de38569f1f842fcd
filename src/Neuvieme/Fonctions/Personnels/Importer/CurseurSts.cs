using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Xml;
using Neuvieme.Socle.Texte;

namespace Neuvieme.Fonctions.Personnels.Importer;

/// <summary>Arrêt de la lecture sur une erreur déjà décrite.</summary>
sealed class RefusSts(ErreurSts erreur) : Exception(erreur.Message)
{
    public ErreurSts Erreur { get; } = erreur;
}

/// <summary>Parcourt un export élément par élément : noms sans casse ni ordre imposé, inconnus comptés, valeurs nettoyées.</summary>
sealed class CurseurSts(XmlReader lecteur, string fichier)
{
    // Un export a une dizaine de niveaux ; un fichier forgé en aurait des millions, chacun gardé en mémoire par le lecteur.
    const int ProfondeurMaximale = 64;
    const int LongueurMaximale = 100, AvertissementsMaximaux = 200, NomsInconnusMaximaux = 100;

    // Éléments du format dont rien n'est retenu : les ignorer n'est pas une surprise.
    static readonly FrozenSet<string> SansUsage = FrozenSet.Create(StringComparer.Ordinal,
        "CIVILITES", "MEFSTATS4", "TAUX_PONDS", "MODS_COURS", "MEFS", "MEF", "PROGRAMMES", "CONTRATS", "CODE_CATEGORIE", "MENTION_DISTRIBUTION",
        "ETABLISSEMENT_SENSIBLE", "LIBELLE_LONG", "EFFECTIF_PREVU", "EFFECTIF_CALCULE", "EFFECTIF_MAX_EDT", "MEFS_APPARTENANCE", "MEF_APPARTENANCE",
        "DIVISIONS_APPARTENANCE", "DIVISION_APPARTENANCE", "CO_ENS", "TAUX_PONDERATION");

    readonly IXmlLineInfo _position = (IXmlLineInfo)lecteur;
    readonly Dictionary<string, int> _inconnus = new(StringComparer.Ordinal);
    readonly List<AvertissementSts> _avertissements = [];
    int _avertissementsTus;

    public int Ligne => _position.LineNumber;
    public List<ErreurSts> Erreurs { get; } = [];
    public IReadOnlyDictionary<string, int> Inconnus => _inconnus;

    public IReadOnlyList<AvertissementSts> Avertissements => _avertissementsTus == 0 ? _avertissements
        : [.. _avertissements, new(CodeAvertissementSts.Autres, null, null, $"{_avertissementsTus} autres avertissements ne sont pas listés.")];

    /// <summary>Va au premier élément ; false quand le fichier n'en a pas.</summary>
    public bool Racine(out string nom)
    {
        while (Avancer())
        {
            if (lecteur.NodeType != XmlNodeType.Element)
                continue;
            nom = lecteur.LocalName.ToUpperInvariant();
            return true;
        }
        nom = "";
        return false;
    }

    /// <summary>Profondeur à donner à <see cref="Suivant"/> pour visiter les enfants de l'élément courant.</summary>
    public int Entrer() => lecteur.IsEmptyElement ? -1 : lecteur.Depth;

    /// <summary>Avance au prochain enfant, en sautant ce que le précédent n'a pas consommé ; false à la fermeture du parent.</summary>
    public bool Suivant(int parent, out string nom)
    {
        while (parent >= 0 && Avancer())
        {
            if (lecteur.NodeType == XmlNodeType.Element && lecteur.Depth == parent + 1)
            {
                nom = lecteur.LocalName.ToUpperInvariant();
                return true;
            }
            if (lecteur.NodeType == XmlNodeType.EndElement && lecteur.Depth == parent)
                break;
        }
        nom = "";
        return false;
    }

    /// <summary>Lit jusqu'au bout : un fichier coupé après la dernière donnée utile reste un fichier coupé.</summary>
    public void Finir()
    {
        while (Avancer()) { }
    }

    bool Avancer()
    {
        if (!lecteur.Read())
            return false;
        if (lecteur.Depth > ProfondeurMaximale)
            throw new RefusSts(new(CodeErreurSts.TropProfond, fichier, Ligne, Balise(lecteur.LocalName),
                $"plus de {ProfondeurMaximale} niveaux de balises : ce n’est pas un export STSWeb.", "Reprendre le fichier dans STSWeb : Exports > Emploi du temps."));
        return true;
    }

    public void Inconnu(string nom)
    {
        if (!SansUsage.Contains(nom) && (_inconnus.ContainsKey(nom) || _inconnus.Count < NomsInconnusMaximaux))
            _inconnus[nom] = _inconnus.GetValueOrDefault(nom) + 1;
    }

    public string? Attribut(string nom)
    {
        if (lecteur.GetAttribute(nom) is { } direct)
            return Nettoyer(direct, nom);
        string? valeur = null;
        while (lecteur.MoveToNextAttribute())
        {
            if (lecteur.LocalName.Equals(nom, StringComparison.OrdinalIgnoreCase))
                valeur = lecteur.Value;
        }
        lecteur.MoveToElement();
        return valeur is null ? null : Nettoyer(valeur, nom);
    }

    /// <summary>Texte de l'élément courant, espaces réduites et accents composés ; null quand il est vide.</summary>
    public string? Texte(int maximum = LongueurMaximale)
    {
        var (profondeur, nom) = (Entrer(), lecteur.LocalName);
        string? texte = null;
        while (profondeur >= 0 && Avancer())
        {
            if (lecteur.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && lecteur.Depth == profondeur + 1)
                texte = texte is null ? lecteur.Value : texte + lecteur.Value;
            else if (lecteur.NodeType == XmlNodeType.EndElement && lecteur.Depth == profondeur)
                break;
        }
        return texte is null ? null : Nettoyer(texte, nom, maximum);
    }

    public DateOnly? Date()
    {
        var (ligne, nom) = (Ligne, lecteur.LocalName);
        if (Texte() is not { } texte)
            return null;
        if (DateOnly.TryParseExact(texte, ["yyyy-MM-dd", "dd/MM/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year >= 1900)
            return date;
        Avertir(CodeAvertissementSts.DateIllisible, ligne, nom, $"date « {texte} » illisible, ignorée (attendu : 2026-09-01).");
        return null;
    }

    /// <summary>Heures en centièmes : « 17.00 », « 3,5 » ; une troisième décimale est arrondie au centième le plus proche.</summary>
    public int? Heures()
    {
        var (ligne, nom) = (Ligne, lecteur.LocalName);
        if (Texte() is not { } texte)
            return null;
        if (decimal.TryParse(texte.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var heures) && heures <= 100)
            return (int)decimal.Round(heures * 100, MidpointRounding.AwayFromZero);
        Avertir(CodeAvertissementSts.HeuresIllisibles, ligne, nom, $"nombre d’heures « {texte} » illisible ou hors de 0 à 100, ignoré.");
        return null;
    }

    public void Avertir(CodeAvertissementSts code, int? ligne, string? nom, string message)
    {
        if (_avertissements.Count < AvertissementsMaximaux)
            _avertissements.Add(new(code, ligne, nom is null ? null : Balise(nom), message));
        else
            _avertissementsTus++;
    }

    public static string Balise(string nom) => $"<{nom}>";

    string? Nettoyer(string brut, string nom, int maximum = LongueurMaximale)
    {
        // Le cas courant, de l'ASCII sans espace, n'a rien à réduire ni à composer.
        var simple = !brut.AsSpan().ContainsAnyExceptInRange('!', '~');
        var texte = simple ? brut : Accents.Composer(Reduire(brut));
        if (texte.Length <= maximum)
            return texte.Length == 0 ? null : texte;
        Avertir(CodeAvertissementSts.TexteTronque, Ligne, nom, $"texte de {texte.Length} caractères, coupé à {maximum}.");
        return texte[..maximum].TrimEnd();
    }

    static string Reduire(string brut)
    {
        var texte = brut.AsSpan().Trim();
        if (!Irregulier(texte))
            return texte.Length == brut.Length ? brut : texte.ToString();
        var sortie = new StringBuilder(texte.Length);
        foreach (var c in texte)
        {
            if (!char.IsWhiteSpace(c))
                sortie.Append(c);
            else if (sortie[^1] != ' ')
                sortie.Append(' ');
        }
        return sortie.ToString();
    }

    static bool Irregulier(ReadOnlySpan<char> texte)
    {
        for (var i = 0; i < texte.Length; i++)
        {
            if (char.IsWhiteSpace(texte[i]) && (texte[i] != ' ' || texte[i - 1] == ' '))
                return true;
        }
        return false;
    }
}
