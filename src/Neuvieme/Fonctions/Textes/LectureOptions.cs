using System.Globalization;
using Neuvieme.Droit;
using Neuvieme.Droit.Versements;

namespace Neuvieme.Fonctions.Textes;

/// <summary>Lit les options des verbes du droit ; une valeur illisible dit laquelle, ce qui est attendu, et comment l'écrire.</summary>
static class LectureOptions
{
    const decimal MontantMaximal = 1_000_000m;

    public static EntreeInvalideException Fausse(string option, string? texte, string attendu) => new($"{option} {texte} : {attendu}");

    public static Montant Somme(string option, string texte) => MontantLu(texte)
        ?? throw Fausse(option, texte, "un montant en euros est attendu, supérieur à zéro, d'un million au plus, à deux décimales au plus (1250 ou 312,50).");

    public static AnneeScolaire Annee(string texte) => AnneeScolaire.TryParse(texte, out AnneeScolaire annee)
        ? annee : throw Fausse("--annee", texte, "une année scolaire est attendue, 2026 ou 2026-2027.");

    public static int Entier(string option, string texte, int min, int max, string attendu) =>
        int.TryParse(texte, NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n >= min && n <= max ? n : throw Fausse(option, texte, attendu);

    public static Droit.Parametres Choix(string? premierMois, string? jourLimite = null) => new()
    {
        PremierMois = premierMois is null ? 10 : Entier("--premier-mois", premierMois, 9, 12, "un mois de 9 (septembre) à 12 (décembre) est attendu."),
        JourLimitePaie = jourLimite is null ? 10 : Entier("--jour-limite", jourLimite, 1, 31, "un jour du mois, de 1 à 31, est attendu."),
    };

    public static DateOnly? Jour(string option, string? texte) => texte is null ? null
        : DateOnly.TryParseExact(texte, "yyyy-MM-dd", out DateOnly jour) ? jour : throw Fausse(option, texte, "une date qui existe est attendue, écrite 2027-02-28.");

    public static bool? OuiNon(string option, string? texte) => texte switch
    {
        null => null,
        "oui" => true,
        "non" => false,
        _ => throw Fausse(option, texte, "oui ou non est attendu."),
    };

    /// <summary>« 2027-01-12..2027-03-05 », suivi ou non de « =reste ».</summary>
    public static (Periode Periode, string? Reste) Periode(string option, string texte)
    {
        string[] parties = texte.Split('=', 2);
        string[] jours = parties[0].Split("..");
        return jours.Length == 2 && DateOnly.TryParseExact(jours[0].Trim(), "yyyy-MM-dd", out DateOnly debut) && DateOnly.TryParseExact(jours[1].Trim(), "yyyy-MM-dd", out DateOnly fin)
            ? (new(debut, fin), parties.Length == 2 ? parties[1].Trim() : null)
            : throw Fausse(option, texte, "deux dates qui existent sont attendues, premier et dernier jour, écrites 2027-01-12..2027-03-05.");
    }

    /// <summary>Des heures, au centième.</summary>
    public static int Heures(string option, string texte) =>
        Decimal(texte) is >= 0 and <= 100_000 and var h && decimal.Round(h, 2) == h ? (int)(h * 100) : throw Fausse(option, texte, "un nombre d'heures est attendu, à deux décimales au plus (10 ou 10,5).");

    public static PartsConfiees Parts(string annee, string parts, string modalite)
    {
        decimal nombre = Decimal(parts) is > 0 and <= 100 and var n && decimal.Truncate(n * 2) == n * 2 ? n
            : throw Fausse("--parts", parts, "un nombre de parts est attendu, entières ou demies, de 0,5 à 100 (1 ou 1,5).");
        return new(Annee(annee), (int)(nombre * 2), modalite switch
        {
            "18" => Droit.Pacte.Modalite.Heures18,
            "24" => Droit.Pacte.Modalite.Heures24,
            "forfait" => Droit.Pacte.Modalite.Forfait,
            _ => throw Fausse("--modalite", modalite, "18 ou 24, les heures d'une part, ou forfait est attendu."),
        });
    }

    /// <summary>Un montant à payer : des euros, plus que zéro.</summary>
    public static Montant? MontantLu(string texte) => Euros(texte) is { Centimes: > 0 } montant ? montant : null;

    /// <summary>Des euros, virgule ou point, espaces de milliers admis, un million au plus ; nul si le texte n'en est pas.</summary>
    public static Montant? Euros(string texte) =>
        Decimal(texte) is >= 0 and <= MontantMaximal and var euros && decimal.Round(euros, 2) == euros ? Montant.Euros(euros) : null;

    static decimal? Decimal(string texte)
    {
        string net = texte.Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal)
            .Replace("\u202F", "", StringComparison.Ordinal).Replace(',', '.');
        // « 1.250 » est une faute de frappe ou un séparateur de milliers étranger : le lire 1,25 serait une erreur silencieuse.
        if (net.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point && net.Length - point - 1 > 2) return null;
        return decimal.TryParse(net, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal valeur) ? valeur : null;
    }
}
