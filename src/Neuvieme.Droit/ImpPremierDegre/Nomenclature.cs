namespace Neuvieme.Droit.ImpPremierDegre;

/// <summary>Ce que le droit dit d'une mission du premier degré. Aucun contenu n'est relevé : la lettre de mission l'écrit.</summary>
/// <param name="Mission">La mission.</param>
/// <param name="Code">Code stable, « PREM-ERSEH ».</param>
/// <param name="Libelle">Nom courant.</param>
/// <param name="ADefinir">L'autorité académique doit avoir défini la mission.</param>
public sealed record FicheMission(Mission Mission, string Code, string Libelle, bool ADefinir);

/// <summary>Les missions du premier degré.</summary>
public static class Nomenclature
{
    static readonly FicheMission[] ParRang =
    [
        new(Mission.ReferentHandicap, "PREM-ERSEH", "Enseignant référent pour la scolarisation des élèves handicapés", ADefinir: false),
        new(Mission.ReferentNumerique, "PREM-ERUN", "Enseignant référent pour les usages du numérique", ADefinir: false),
        new(Mission.AutreInteretPedagogique, "PREM-AUTRE", "Autre mission d'intérêt pédagogique", ADefinir: true),
    ];

    /// <summary>Toutes les fiches, dans l'ordre de <see cref="ImpPremierDegre.Mission"/>.</summary>
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
}
