namespace Neuvieme.Droit.Couverture;

/// <summary>Un point où les textes se contredisent ou se taisent, et la lecture que Neuvième en fait.</summary>
/// <param name="Id">« C01 » à « C45 » pour une contradiction du relevé, « P1 » à « P19 » pour une précision, qui l'emporte.</param>
/// <param name="Sujet">Ce qui est en cause.</param>
/// <param name="Textes">Ce que dit chaque texte, avec sa référence.</param>
/// <param name="Lecture">La lecture retenue, dans nos mots.</param>
/// <param name="Regles">Codes des règles qui la tiennent.</param>
public sealed record LectureRetenue(string Id, string Sujet, IReadOnlyList<string> Textes, string Lecture, IReadOnlyList<string> Regles)
{
    /// <summary>Le choix qui la change : membre de <see cref="Parametres"/>, ou <see cref="Fiscalite.BasePlafond"/>.</summary>
    public string? Parametre { get; init; }

    /// <summary>Ce qui la tient hors des règles, ou ce qui ne la tient pas encore.</summary>
    public string? Ailleurs { get; init; }

    /// <summary>Les règles nommées, dans l'ordre donné.</summary>
    public IEnumerable<Regle> ReglesDuCatalogue => Regles.Select(c => Catalogue.Regles.FirstOrDefault(r => r.Code == c)).OfType<Regle>();
}

/// <summary>Les contradictions du relevé et les précisions qui les complètent.</summary>
public static class LecturesRetenues
{
    /// <summary>Les quarante-cinq contradictions, C01 à C45.</summary>
    public static IReadOnlyList<LectureRetenue> Contradictions { get; } = [.. ContradictionsImp.Toutes, .. ContradictionsPacte.Toutes, .. ContradictionsDeTexte.Toutes];

    /// <summary>Les dix-neuf précisions, P1 à P19.</summary>
    public static IReadOnlyList<LectureRetenue> Precisions { get; } = PrecisionsDuReleve.Toutes;

    /// <summary>Contradictions dans l'ordre de leur numéro, puis précisions.</summary>
    public static IReadOnlyList<LectureRetenue> Toutes { get; } = [.. Contradictions.OrderBy(c => c.Id, StringComparer.Ordinal), .. Precisions];

    /// <summary>Celles que tient cette règle.</summary>
    public static IEnumerable<LectureRetenue> De(string codeDeRegle) => Toutes.Where(l => l.Regles.Contains(codeDeRegle, StringComparer.Ordinal));
}
