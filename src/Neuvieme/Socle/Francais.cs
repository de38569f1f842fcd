namespace Neuvieme.Socle;

/// <summary>Dates et listes à la française, sans dépendre des tables de langue de la machine.</summary>
public static class Francais
{
    static readonly string[] NomsDeMois =
        ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

    public static string Date(DateOnly jour) => $"{(jour.Day == 1 ? "1er" : jour.Day)} {NomsDeMois[jour.Month - 1]} {jour.Year}";

    public static string DateBreve(DateOnly jour) => $"{jour.Day:00}/{jour.Month:00}/{jour.Year}";

    public static string Instant(DateTime instantUtc)
    {
        var heure = Horloge.HeureDeParis(instantUtc);
        return $"{Date(DateOnly.FromDateTime(heure))} à {heure.Hour} h {heure.Minute:00}";
    }

    public static string Depuis(DateOnly jour, DateOnly aujourdhui) => (aujourdhui.DayNumber - jour.DayNumber) switch
    {
        <= 0 => "depuis aujourd’hui",
        1 => "depuis hier",
        var n => $"depuis {n} jours",
    };

    /// <summary>« de mars », « d’octobre », « d’Anne Sophie », « d’Yves » ; l'élision est celle des phrases du droit.</summary>
    public static string De(string nom) => Droit.Elision.SElide(nom) ? $"d’{nom}" : $"de {nom}";

    /// <summary>« 1 mission », « 3 missions » : zéro et un sont au singulier.</summary>
    public static string Nombre(int n, string singulier, string? pluriel = null) => $"{n} {(n is 0 or 1 ? singulier : pluriel ?? singulier + "s")}";

    /// <summary>Centièmes d'heure en heures : 7400 → « 74 », 1750 → « 17,5 ».</summary>
    public static string Centiemes(int centiemes) => (centiemes / 100m).ToString("0.##").Replace('.', ',');

    /// <summary>« 17,5 » ou « 17.5 » → 1750 ; vide → nul. Faux si ce n'est pas un nombre à deux décimales au plus.</summary>
    public static bool LireCentiemes(string? texte, out int? centiemes)
    {
        centiemes = null;
        var brut = (texte ?? "").Trim().Replace(',', '.');
        if (brut.Length == 0)
        {
            return true;
        }

        if (!decimal.TryParse(brut, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var valeur)
            || valeur > 10_000m || valeur * 100m != decimal.Truncate(valeur * 100m))
        {
            return false;
        }

        centiemes = (int)(valeur * 100m);
        return true;
    }
}
