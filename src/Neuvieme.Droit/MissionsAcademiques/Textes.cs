namespace Neuvieme.Droit.MissionsAcademiques;

/// <summary>Les textes que seules les missions académiques citent, avec leur référence exacte.</summary>
static class Textes
{
    internal static Source DecretUnss() =>
        new("décret n° 2014-460 du 7 mai 2014", "art. 5", null, "coordination de district ; modalités : circulaire n° 2014-073 du 28 mai 2014, II.1");

    internal static Regle Regle(string code, Rubrique rubrique, Source source, string enonce, params string[] catalogue) =>
        ImpSecondDegre.Textes.Regle(code, rubrique, source, enonce, catalogue);
}
