namespace Neuvieme.Droit;

/// <summary>
/// Les onze fêtes légales (code du travail, art. L. 3133-1), sans celles propres à un département ou à une commune. Unité : le jour.
/// Une heure devant élèves déclarée l'un de ces jours est presque toujours une date mal saisie.
/// </summary>
public static class FetesLegales
{
    /// <summary>Le nom de la fête légale de ce jour ; <see langword="null"/> les autres jours. Du 1er janvier 1583 au 31 décembre 9998.</summary>
    /// <param name="jour">Un jour du calendrier grégorien.</param>
    /// <exception cref="ArgumentOutOfRangeException">L'année n'est pas comprise entre 1583 et 9998.</exception>
    public static string? Nom(DateOnly jour)
    {
        DateOnly paques = Paques(jour.Year);
        return (jour.Month, jour.Day) switch
        {
            (1, 1) => "le jour de l'an",
            (5, 1) => "la fête du Travail",
            (5, 8) => "la victoire de 1945",
            (7, 14) => "la fête nationale",
            (8, 15) => "l'Assomption",
            (11, 1) => "la Toussaint",
            (11, 11) => "l'armistice de 1918",
            (12, 25) => "Noël",
            _ => (jour.DayNumber - paques.DayNumber) switch { 1 => "le lundi de Pâques", 39 => "l'Ascension", 50 => "le lundi de Pentecôte", _ => null },
        };
    }

    /// <summary>Le dimanche de Pâques, par le calcul grégorien de Meeus, Jones et Butcher.</summary>
    /// <param name="annee">De 1583 à 9998.</param>
    /// <exception cref="ArgumentOutOfRangeException">L'année sort de ces bornes.</exception>
    public static DateOnly Paques(int annee)
    {
        if (annee is < 1583 or > 9998) throw new ArgumentOutOfRangeException(nameof(annee), annee, "Une année de 1583 à 9998.");
        (int siecle, int reste) = (annee / 100, annee % 100);
        int lune = ((19 * (annee % 19)) + siecle - (siecle / 4) - ((siecle - ((siecle + 8) / 25) + 1) / 3) + 15) % 30;
        int semaine = (32 + (2 * (siecle % 4)) + (2 * (reste / 4)) - lune - (reste % 4)) % 7;
        int recul = ((annee % 19) + (11 * lune) + (22 * semaine)) / 451;
        int rang = lune + semaine - (7 * recul) + 114;
        return new(annee, rang / 31, (rang % 31) + 1);
    }
}
