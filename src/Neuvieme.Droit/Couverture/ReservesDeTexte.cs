namespace Neuvieme.Droit.Couverture;

/// <summary>Ce qu'il faut savoir d'un texte avant de s'y fier : comment il a été lu.</summary>
public static class ReservesDeTexte
{
    static readonly (string Texte, string Reserve)[] Connues =
    [
        ("circulaire n° 2015-058", "Relevée sur un projet de cette circulaire, publiée ensuite sous ce numéro : un mot a pu changer à la publication."),
        ("arrêté du 27 avril 2015", "L'arrêté lui-même n'a pas été relu : ses montants viennent de la circulaire et d'articles concordants."),
        ("arrêté du 19 juillet 2023", "L'arrêté lui-même n'a pas été relu : son montant vient d'articles concordants."),
        ("décret n° 2025-926", "Connu par des extraits publics, article 3 compris."),
        ("décret n° 50-1253", "Texte non relu : la règle vient de lectures concordantes."),
        ("circulaire n° 2015-093", "Connue par un extrait public et des lectures concordantes."),
        ("usage des académies", "Aucun texte national ne l'impose."),
        ("J. Delmas", "Article en ligne, états de juin et de septembre 2023 : ce n'est pas un texte officiel."),
    ];

    /// <summary>La réserve d'un texte, ou <see langword="null"/>.</summary>
    public static string? De(Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        foreach ((string texte, string reserve) in Connues)
        {
            if (source.Texte.StartsWith(texte, StringComparison.Ordinal)) return reserve;
        }

        return null;
    }
}
