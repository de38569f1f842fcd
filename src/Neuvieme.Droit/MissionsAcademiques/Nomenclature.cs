namespace Neuvieme.Droit.MissionsAcademiques;

/// <summary>Ce que le droit dit d'une mission académique.</summary>
/// <param name="Mission">La mission.</param>
/// <param name="Code">Code stable, « ACA-UNSS ».</param>
/// <param name="Libelle">Nom courant.</param>
/// <param name="Contenu">Les tâches, dans nos mots ; vide quand aucun texte ne les fixe et que la lettre les écrit (contradiction C45).</param>
/// <param name="Source">Le texte qui la nomme.</param>
public sealed record FicheMission(Mission Mission, string Code, string Libelle, IReadOnlyList<string> Contenu, Source Source);

/// <summary>Les missions académiques que les textes ou l'usage nomment.</summary>
public static class Nomenclature
{
    static readonly FicheMission[] ParRang =
    [
        Fiche(Mission.Partenariats, "ACA-PART", "Mise en œuvre de partenariats académiques"),
        Fiche(Mission.Formation, "ACA-FORM", "Politique académique de formation"),
        Fiche(Mission.AppuiInspection, "ACA-INSP", "Appui aux corps d'inspection"),
        Fiche(Mission.CultureDepartemental, "ACA-CULT", "Référent culture départemental"),
        Fiche(Mission.ChoraleDepartemental, "ACA-CHOR", "Référent chorale départemental"),
        Fiche(Mission.ChargeDeMission, "ACA-CHM", "Chargé de mission académique"),
        new(Mission.DistrictUnss, "ACA-UNSS", "Coordonnateur de district UNSS",
        [
            "Conduire le projet du district, de sa définition à son bilan, dans la ligne du projet départemental et de ceux des associations sportives membres",
            "Gérer les moyens du district et décider de leur emploi",
        ], Textes.DecretUnss()),
    ];

    /// <summary>Toutes les fiches, dans l'ordre de <see cref="MissionsAcademiques.Mission"/>.</summary>
    public static IReadOnlyList<FicheMission> Fiches => ParRang;

    /// <summary>La fiche qui porte ce code, ou <see langword="null"/>.</summary>
    public static FicheMission? DeCode(string? code)
    {
        foreach (FicheMission f in ParRang)
        {
            if (string.Equals(f.Code, code, StringComparison.Ordinal)) return f;
        }

        return null;
    }

    internal static FicheMission? Chercher(Mission mission)
    {
        int rang = (int)mission - 1;
        return rang >= 0 && rang < ParRang.Length ? ParRang[rang] : null;
    }

    static FicheMission Fiche(Mission mission, string code, string libelle) => new(mission, code, libelle, [], ImpSecondDegre.Textes.Circulaire("III"));
}
