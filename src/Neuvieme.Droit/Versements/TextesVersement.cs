using Neuvieme.Droit.ImpSecondDegre;

namespace Neuvieme.Droit.Versements;

/// <summary>Les textes que seuls les versements citent, avec leur référence exacte.</summary>
static class TextesVersement
{
    internal static Source Maladie() =>
        new("code général de la fonction publique", "art. L. 822-3", null, "avant mars 2022, loi n° 84-16 du 11 janvier 1984, art. 34 (2°) ; indemnité : décret n° 2010-997, art. 1");

    internal static Source Maladie2025() =>
        new("loi n° 2025-127 du 14 février 2025", "art. 189", null, "modifie l'art. L. 822-3 du code général de la fonction publique ; décrets n° 2025-197 et 2025-198 ; indemnité : décret n° 2010-997, art. 1");

    internal static Source MaladieDesContractuels() => new("décret n° 86-83 du 17 janvier 1986", "art. 12", null, "congés des agents contractuels de l'État");

    internal static Source Accident() =>
        new("décret n° 2010-997 du 26 août 2010", "art. 1er", "I, 1°", "traitement entier : code général de la fonction publique, art. L. 822-21 et L. 822-22");

    internal static Source LongueMaladie() =>
        new("décret n° 2010-997 du 26 août 2010", "art. 2-1", "I", "créé par le décret n° 2024-641 du 27 juin 2024 ; congés : code général de la fonction publique, art. L. 822-6, et décret n° 86-83, art. 13");

    internal static Source Requalification() =>
        new("décret n° 2010-997 du 26 août 2010", "art. 2", "I", "modifié par le décret n° 2024-641 du 27 juin 2024");

    internal static Source Carence() => new("loi n° 2017-1837 du 30 décembre 2017", "art. 115", null, "loi de finances pour 2018 ; circulaire du 15 février 2018");

    internal static Regle Regle(
        string code, Rubrique rubrique, Source source, string enonce, string[] catalogue, DateOnly? depuis = null, DateOnly? jusqua = null) =>
        new(code, source, enonce, depuis ?? Textes.Rentree2015, jusqua, Textes.Relecture, catalogue, rubrique);
}
