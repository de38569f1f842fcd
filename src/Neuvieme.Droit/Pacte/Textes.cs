namespace Neuvieme.Droit.Pacte;

/// <summary>Les textes du Pacte, avec leur référence exacte.</summary>
static class Textes
{
    /// <summary>Dernière relecture des textes.</summary>
    internal static readonly DateOnly Relecture = new(2026, 11, 22);

    /// <summary>Les parts fonctionnelles existent depuis cette rentrée.</summary>
    internal static readonly DateOnly Rentree2023 = new(2023, 9, 1);

    /// <summary>La première part du second degré peut être une demi-part de remplacement de courte durée.</summary>
    internal static readonly DateOnly Rentree2024 = new(2024, 9, 1);

    /// <summary>La dérogation s'étend à Devoirs faits et aux stages de réussite ; le décret est du 8 septembre, la règle vaut toute l'année scolaire.</summary>
    internal static readonly DateOnly Rentree2025 = new(2025, 9, 1);

    internal static Source Decret(string? article = null, string? alinea = null) =>
        new("décret n° 2023-627 du 19 juillet 2023", article, alinea, "NOR MENH2319965D, JO du 20 juillet 2023");

    internal static Source Arrete() => new("arrêté du 19 juillet 2023 sur les parts de l'ISOE et de l'ISAE", null, null, "pris pour le décret n° 2023-627");

    internal static Source Decret2024() => new("décret n° 2024-577 du 21 juin 2024", null, "première demi-part du second degré", "NOR MENH2412955D");

    internal static Source Decret2025(string? article = null) => new("décret n° 2025-926 du 8 septembre 2025", article, null, "avec l'arrêté du même jour ; connu par des extraits publics");

    internal static Source Note2025(string? partie = null) =>
        new("note de service du 22 septembre 2025 sur les missions complémentaires", partie, null, "BO n° 37 du 2 octobre 2025, abroge celle du 20 juillet 2023");

    internal static Source Note2023() => new("note de service du 20 juillet 2023", null, null, "NOR MENH2320037N, BO n° 30 du 27 juillet 2023");

    /// <summary>Une règle que la première note pose et que la seconde reprend : celle de 2023 vaut jusqu'au 31 août 2025.</summary>
    internal static Source Notes(string? partieDe2025 = null) =>
        new("note de service du 20 juillet 2023 jusqu'en 2024-2025, puis du 22 septembre 2025", partieDe2025, null,
            "NOR MENH2320037N, BO n° 30 du 27 juillet 2023, abrogée par celle du BO n° 37 du 2 octobre 2025");

    internal static Source NotePrive() => new("note de service sur le Pacte dans le privé sous contrat", null, null, "distincte de celle du public ; connue par une lecture syndicale, référence à vérifier");

    /// <summary>Un article en ligne, pas un texte officiel.</summary>
    internal static Source Delmas(string partie) =>
        new("J. Delmas, « C’est nouveau, les missions pour les profs ? »", partie, null, "article en ligne, états de juin et de septembre 2023");

    /// <summary>Ce que font les académies sans qu'aucun texte national ne l'impose.</summary>
    internal static Source Usage() => new("usage des académies, sans texte national", null, null, "contradictions C25 et C26 du relevé");

    internal static Regle Regle(string code, Rubrique rubrique, Source source, string enonce, string[] catalogue, DateOnly? depuis = null, DateOnly? jusqua = null) =>
        new(code, source, enonce, depuis ?? Rentree2023, jusqua, Relecture, catalogue, rubrique);
}
