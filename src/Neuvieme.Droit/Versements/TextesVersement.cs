using Neuvieme.Droit.ImpSecondDegre;

namespace Neuvieme.Droit.Versements;

/// <summary>Les textes que seuls les versements citent, avec leur référence exacte.</summary>
static class TextesVersement
{
    internal static Source MaintienDuTraitement() =>
        new("décret n° 2010-997 du 26 août 2010", "art. 1", null, "avec, depuis le 1er mars 2025, l'art. 189 de la loi n° 2025-127 et les décrets n° 2025-197 et 2025-198");

    internal static Source Carence() => new("loi n° 2017-1837 du 30 décembre 2017", "art. 115", null, "loi de finances pour 2018");

    internal static Regle Regle(
        string code, Rubrique rubrique, Source source, string enonce, string[] catalogue, DateOnly? depuis = null, DateOnly? jusqua = null) =>
        new(code, source, enonce, depuis ?? Textes.Rentree2015, jusqua, Textes.Relecture, catalogue, rubrique);
}
