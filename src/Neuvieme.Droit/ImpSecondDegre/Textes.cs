namespace Neuvieme.Droit.ImpSecondDegre;

/// <summary>Les textes cités, avec leur référence exacte.</summary>
static class Textes
{
    /// <summary>Dernière relecture des textes.</summary>
    internal static readonly DateOnly Relecture = new(2026, 11, 22);

    /// <summary>Entrée en vigueur de l'ajout du référent harcèlement : le lendemain de la publication du 23 juin 2024.</summary>
    internal static readonly DateOnly Harcelement = new(2024, 6, 24);

    internal static readonly DateOnly Rentree2015 = TauxImp.PremiereRentree;

    internal static Source Decret(string article, string? alinea = null) =>
        new("décret n° 2015-475 du 27 avril 2015", article, alinea, "NOR MENH1505021D");

    internal static Source Circulaire(string partie, string? alinea = null) =>
        new("circulaire n° 2015-058 du 29 avril 2015", partie, alinea, "NOR MENH1506032C, BO n° 18 du 30 avril 2015");

    internal static Source Arrete() =>
        new("arrêté du 27 avril 2015 fixant les taux annuels de l'IMP", null, null, "pris pour l'article 2 du décret NOR MENH1505021D");

    internal static Source Decret2024() =>
        new("décret n° 2024-577 du 21 juin 2024", null, "modifie l'art. 6 du décret n° 2015-475", "NOR MENH2412955D");

    internal static Source DecretService() =>
        new("décret n° 2014-940 du 20 août 2014", "art. 3", "al. 2", "NOR MENH1407664D");

    internal static Source DecretPegc() =>
        new("décret n° 86-492 du 14 mars 1986", "art. 25-1", "al. 2", "statut des PEGC, modifié par le décret n° 2014-941, NOR MENH1407665D");

    internal static Source CirculairePrive() =>
        new("circulaire n° 2015-093 du 12 juin 2015", null, null, "NOR MENF1510153C, pour le décret n° 2015-605 du 3 juin 2015");

    internal static Regle Regle(
        string code, Rubrique rubrique, Source source, string enonce, string[] catalogue, DateOnly? depuis = null) =>
        new(code, source, enonce, depuis ?? Rentree2015, null, Relecture, catalogue, rubrique);
}
