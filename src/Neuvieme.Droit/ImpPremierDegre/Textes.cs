namespace Neuvieme.Droit.ImpPremierDegre;

/// <summary>Les textes de l'IMP du premier degré. Le décret n'est connu que par des extraits publics : ses articles ne sont pas cités.</summary>
static class Textes
{
    /// <summary>Dernière relecture des textes.</summary>
    internal static readonly DateOnly Relecture = new(2026, 11, 22);

    /// <summary>Entrée en vigueur du décret.</summary>
    internal static readonly DateOnly Rentree2017 = new(2017, 9, 1);

    internal static Source Decret() => new("décret n° 2017-965 du 10 mai 2017", null, null, "IMP du premier degré ; connu par des extraits publics");

    internal static Source DecretService() => new("décret n° 2008-775 du 30 juillet 2008", "art. 3-3", null, "missions des enseignants du premier degré à l'échelon de l'académie ou du département");

    internal static Regle Regle(string code, Rubrique rubrique, Source source, string enonce, params string[] autres) =>
        new(code, source, enonce, Rentree2017, null, Relecture, ["R002", .. autres], rubrique);
}
