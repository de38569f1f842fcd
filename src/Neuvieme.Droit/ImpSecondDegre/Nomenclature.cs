namespace Neuvieme.Droit.ImpSecondDegre;

/// <summary>Ce que le droit dit d'une mission.</summary>
/// <param name="Mission">La mission.</param>
/// <param name="Code">Code stable, « IMP-DISC ».</param>
/// <param name="Libelle">Nom courant.</param>
/// <param name="Article">« art. 6 » ou « art. 7 » du décret n° 2015-475.</param>
/// <param name="Contenu">Les tâches, dans nos mots.</param>
/// <param name="Usages">Usage de chacun des cinq taux, du quart au triple.</param>
/// <param name="Source">Le texte qui institue la mission.</param>
/// <param name="SourceContenu">D'où viennent les tâches : la circulaire, ou l'usage quand aucun texte national ne les fixe.</param>
/// <param name="Depuis">Premier jour où la mission ouvre droit à l'IMP.</param>
public sealed record FicheMission(
    Mission Mission, string Code, string Libelle, string Article, IReadOnlyList<string> Contenu,
    IReadOnlyList<UsageTaux> Usages, Source Source, string SourceContenu, DateOnly Depuis)
{
    /// <summary>Vrai pour une des neuf missions nommées par l'article 6.</summary>
    public bool EstArticle6 => Mission is >= Mission.Discipline and <= Mission.Tutorat;

    /// <summary>Usage d'un taux pour cette mission.</summary>
    public UsageTaux Usage(Taux taux)
    {
        ArgumentNullException.ThrowIfNull(taux);
        return Usages[taux.Rang];
    }
}

/// <summary>Les missions d'établissement ouvrant droit à l'IMP.</summary>
public static class Nomenclature
{
    static readonly FicheMission[] ParRang = [.. NomenclatureArticle6.Fiches, .. NomenclatureArticle7.Fiches];

    /// <summary>Toutes les fiches, dans l'ordre de <see cref="ImpSecondDegre.Mission"/>.</summary>
    public static IReadOnlyList<FicheMission> Fiches => ParRang;

    /// <summary>La fiche d'une mission.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Mission inconnue.</exception>
    public static FicheMission Fiche(Mission mission) =>
        Chercher(mission) ?? throw new ArgumentOutOfRangeException(nameof(mission), mission, "Mission inconnue.");

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
