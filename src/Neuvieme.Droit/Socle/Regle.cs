namespace Neuvieme.Droit;

/// <summary>D'où vient une règle.</summary>
/// <param name="Texte">Le texte, « décret n° 2015-475 du 27 avril 2015 ».</param>
/// <param name="Article">Article ou partie, « art. 6 », « II.2 » ; absent pour un texte pris en entier.</param>
/// <param name="Alinea">Alinéa ou subdivision, « al. 2 ».</param>
/// <param name="Reference">NOR, LEGIARTI ou numéro de BO.</param>
public sealed record Source(string Texte, string? Article, string? Alinea, string? Reference)
{
    /// <summary>« décret n° 2015-475 du 27 avril 2015, art. 6, al. 2 ».</summary>
    public override string ToString() =>
        string.Join(", ", new[] { Texte, Article, Alinea }.Where(p => !string.IsNullOrEmpty(p)));
}

/// <summary>Une règle codée, datée et sourcée. Tout motif renvoie à la sienne.</summary>
/// <param name="Code">Code stable, « IMP-APSA-SEUILS ».</param>
/// <param name="Source">Texte, article, alinéa.</param>
/// <param name="Enonce">La règle dans nos mots.</param>
/// <param name="Depuis">Premier jour d'application.</param>
/// <param name="Jusqua">Dernier jour d'application ; absent tant qu'elle s'applique.</param>
/// <param name="VerifieLe">Dernier jour où quelqu'un a relu le texte.</param>
/// <param name="Catalogue">Les règles du relevé documentaire que celle-ci met en œuvre (R001…).</param>
/// <param name="Rubrique">Le sujet, pour ranger les motifs à l'écran.</param>
public sealed record Regle(
    string Code, Source Source, string Enonce, DateOnly Depuis, DateOnly? Jusqua, DateOnly VerifieLe,
    IReadOnlyList<string> Catalogue, Rubrique Rubrique = Rubrique.Mission);
