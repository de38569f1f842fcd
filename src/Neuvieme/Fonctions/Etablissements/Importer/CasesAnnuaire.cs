using System.Globalization;
using Neuvieme.Droit;
using Neuvieme.Socle.Documents;
using Neuvieme.Socle.Texte;

namespace Neuvieme.Fonctions.Etablissements.Importer;

/// <summary>Les cases de la ligne courante. Une case illisible ajoute une faute ; elle n'emporte la ligne que si l'établissement n'en est plus sûr.</summary>
sealed class CasesAnnuaire(string fichier, CurseurCsv curseur, IReadOnlyDictionary<string, int> places, List<LigneSale> fautes)
{
    public int Ligne => curseur.Ligne;

    /// <summary>Vrai si la ligne courante a perdu une case dont elle dépend.</summary>
    public bool Rejetee { get; private set; }

    /// <summary>Fautes comptées mais non gardées : un fichier où tout est faux ne remplit pas la mémoire.</summary>
    public int NonDites { get; private set; }

    public void Commencer() => Rejetee = false;

    public bool A(string champ) => places.ContainsKey(champ);

    /// <summary>Vide, et « - » que ces fichiers écrivent pour vide, donnent nul.</summary>
    public string? Texte(string champ, int maximum = int.MaxValue)
    {
        var texte = places.TryGetValue(champ, out var i) ? curseur.Case(i) : "";
        if (texte.Trim('-', ' ').Length == 0)
        {
            return null;
        }

        if (texte.Length <= maximum)
        {
            return texte;
        }

        Fauter(champ, texte, $"plus de {maximum} caractères", "La case est laissée de côté : raccourcissez-la.", rejetee: false);
        return null;
    }

    public void Fauter(string champ, string valeur, string probleme, string remede, bool rejetee)
    {
        var titre = places.TryGetValue(champ, out var i) ? curseur.Entetes[i] : "";
        if (fautes.Count < LectureAnnuaire.SalesMaximum)
        {
            fautes.Add(new(fichier, Ligne, Couper(titre), Couper(valeur), probleme, remede, rejetee));
        }
        else
        {
            NonDites++;
        }

        Rejetee |= rejetee;
    }

    /// <summary>Sept chiffres et leur lettre. Une lettre fausse est presque toujours un numéro recopié à la main.</summary>
    /// <param name="connus">Des établissements réels ont une lettre fausse : s'ils sont dans la base, on les reconnaît.</param>
    public string? Uai(IReadOnlySet<string> connus)
    {
        var texte = Texte("uai");
        if (texte is null)
        {
            Fauter("uai", "", "UAI absent", "Écrivez les sept chiffres et la lettre.", rejetee: true);
        }
        else if (!Droit.Uai.TryParse(texte, out var uai))
        {
            Fauter("uai", texte, "ce n’est pas un UAI", "Écrivez sept chiffres et une lettre, comme 0350710G.", rejetee: true);
        }
        else if (!uai.CleValide && !connus.Contains(uai.Valeur))
        {
            Fauter("uai", texte, "la lettre n’est pas celle que donnent les chiffres", $"Les chiffres appellent la lettre {Lettre(uai.Valeur)} : vérifiez le numéro dans l’annuaire.", rejetee: true);
        }
        else
        {
            return uai.Valeur;
        }

        return null;
    }

    static char Lettre(string uai) => "ABCDEFGHJKLMNPRSTUVWXYZ".First(l => Droit.Uai.TryParse(uai[..7] + l, out var essai) && essai.CleValide);

    /// <param name="longueur">Un tableur mange les zéros de tête ; on les rend.</param>
    public string? Code(string champ, int longueur, bool necessaire, bool lettres = false)
    {
        var texte = Texte(champ);
        if (texte is null)
        {
            return null;
        }

        // « 02A » s'écrit aussi « 2A », « 035 » « 35 ».
        var code = texte.ToUpperInvariant().PadLeft(longueur, '0');
        if (code.Length == longueur && code.All(c => char.IsAsciiDigit(c) || (lettres && c is 'A' or 'B')))
        {
            return code;
        }

        Fauter(champ, texte, $"ce n’est pas un code à {longueur} chiffres", necessaire ? "Corrigez le code." : "La case est laissée de côté.", necessaire);
        return null;
    }

    public int? Entier(string champ, int maximum)
    {
        if (Texte(champ) is not { } texte)
        {
            return null;
        }

        // « 711.0 » : ce qu'un tableur ou une bibliothèque de calcul fait d'un entier.
        var nu = texte.Replace(" ", "", StringComparison.Ordinal).Replace("\u202F", "", StringComparison.Ordinal);
        if (decimal.TryParse(nu.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) && n == decimal.Truncate(n) && n <= maximum)
        {
            return (int)n;
        }

        Fauter(champ, texte, $"ce n’est pas un nombre entier de 0 à {maximum}", "La case est laissée de côté : la base garde ce qu’elle sait.", rejetee: false);
        return null;
    }

    public int? Centiemes(string champ)
    {
        if (Texte(champ) is not { } texte)
        {
            return null;
        }

        if (decimal.TryParse(texte.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) && n <= 10_000)
        {
            return (int)Math.Round(n * 100, MidpointRounding.AwayFromZero);
        }

        Fauter(champ, texte, "ce n’est pas un nombre", "La case est laissée de côté.", rejetee: false);
        return null;
    }

    public double? Coordonnee(string champ, double borne)
    {
        if (Texte(champ) is not { } texte)
        {
            return null;
        }

        if (double.TryParse(texte.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) && Math.Abs(n) <= borne)
        {
            return n;
        }

        Fauter(champ, texte, $"ce n’est pas un degré décimal entre −{borne} et {borne}", "La case est laissée de côté.", rejetee: false);
        return null;
    }

    public DateOnly? Jour(string champ)
    {
        if (Texte(champ) is not { } texte)
        {
            return null;
        }

        if (DateOnly.TryParseExact(texte, ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var jour) && jour.Year is > 1500 and < 2100)
        {
            return jour;
        }

        Fauter(champ, texte, "ce n’est pas une date", "Écrivez 2026-09-01 ou 01/09/2026 ; la case est laissée de côté.", rejetee: false);
        return null;
    }

    /// <summary>« 2019 », « 2019-2020 », « 2019.0 » : l'année civile de la rentrée.</summary>
    public int? Rentree(string champ)
    {
        if (Texte(champ) is not { } texte)
        {
            return null;
        }

        if (texte.Length >= 4 && int.TryParse(texte.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var annee) && annee is > 1990 and < 2100)
        {
            return annee;
        }

        Fauter(champ, texte, "ce n’est pas une rentrée", "Écrivez 2024 ou 2024-2025.", rejetee: true);
        return null;
    }

    /// <summary>« etp_total_2024 » : la rentrée est dans le titre de la colonne.</summary>
    public int? AnneeDuTitre(string champ) =>
        places.TryGetValue(champ, out var i) && curseur.Entetes[i] is { Length: > 4 } titre && int.TryParse(titre.AsSpan(titre.Length - 4), NumberStyles.None, CultureInfo.InvariantCulture, out var annee) && annee is > 1990 and < 2100 ? annee : null;

    public EtatEtablissement? Etat(string champ)
    {
        var texte = Texte(champ);
        switch (Accents.Cle(texte))
        {
            case "": return null;
            case "OUVERT": return EtatEtablissement.Ouvert;
            case "A OUVRIR": return EtatEtablissement.AOuvrir;
            case "A FERMER": return EtatEtablissement.AFermer;
            case "FERME" or "FERMEE": return EtatEtablissement.Ferme;
            default:
                Fauter(champ, texte!, "état inconnu", "Écrivez OUVERT, A OUVRIR, A FERMER ou FERME ; la case est laissée de côté.", rejetee: false);
                return null;
        }
    }

    /// <summary>Le contrat dit le secteur du privé ; un privé dont le contrat n'est pas dit n'est pas rangé d'office.</summary>
    public Secteur? Secteur()
    {
        var (statut, contrat, code) = (Accents.Cle(Texte("secteur")), Accents.Cle(Texte("contrat")), Texte("contrat_code"));
        switch (statut)
        {
            case "": return null;
            case "PUBLIC": return Droit.Secteur.Public;
            case "PRIVE":
                return contrat.Contains("HORS CONTRAT", StringComparison.Ordinal) || code is "10" ? Droit.Secteur.PriveHorsContrat
                    : contrat.StartsWith('C') || code is "20" or "21" or "30" or "31" ? Droit.Secteur.PriveSousContrat
                    : null;
            default:
                Fauter("secteur", Texte("secteur")!, "ni public ni privé", "La case est laissée de côté.", rejetee: false);
                return null;
        }
    }

    public EducationPrioritaire? EducationPrioritaire()
    {
        if (A("rep") || A("rep_plus"))
        {
            return Texte("rep_plus") is "1" ? Droit.EducationPrioritaire.RepPlus : Texte("rep") is "1" ? Droit.EducationPrioritaire.Rep : Droit.EducationPrioritaire.Aucune;
        }

        if (!A("ep"))
        {
            return null;
        }

        // La colonne nomme les réseaux : vide, l'établissement n'est d'aucun.
        var texte = Texte("ep");
        switch (texte?.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant())
        {
            case null or "HORSREP" or "HORSEP": return Droit.EducationPrioritaire.Aucune;
            case "REP": return Droit.EducationPrioritaire.Rep;
            case "REP+": return Droit.EducationPrioritaire.RepPlus;
            default:
                Fauter("ep", texte!, "ni REP ni REP+", "La case est laissée de côté.", rejetee: false);
                return null;
        }
    }

    static string Couper(string texte) => texte.Length <= 80 ? texte : texte[..79] + "…";
}
