namespace Neuvieme.Droit.MissionsAcademiques;

/// <summary>Des mentions manquent à la lettre de mission.</summary>
public sealed record MentionsAbsentes : Motif
{
    internal MentionsAbsentes(Constat c, Mentions absentes)
        : base(c.Code, c.Regle, c.Gravite) => Absentes = absentes;

    /// <summary>Les mentions à écrire.</summary>
    public Mentions Absentes { get; }

    /// <inheritdoc/>
    public override string Phrase => $"La lettre ne dit pas : {string.Join(", ", Noms())}.";

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Donnees => [new("fait", "mentions"), new("absentes", string.Join(", ", Noms()))];

    IEnumerable<string> Noms() => Noms(Absentes);

    internal static IEnumerable<string> Noms(Mentions absentes) => Enum.GetValues<Mentions>().Where(m => m != Mentions.Aucune && (absentes & m) == m).Select(Nom);

    static string Nom(Mentions mention) => mention switch
    {
        Mentions.Contenu => "le contenu",
        Mentions.Conditions => "les conditions d'exercice",
        Mentions.Charge => "la charge effective",
        Mentions.Objectifs => "les objectifs",
        Mentions.Resultats => "les résultats attendus",
        Mentions.Priorites => "les priorités",
        Mentions.Taux => "le taux",
        _ => "le volume de l'allègement",
    };
}

/// <summary>Ce qu'une lettre de mission académique doit dire (circulaire n° 2015-058, I et III).</summary>
public static class MentionsDeLaLettre
{
    /// <summary>Les mentions qui manquent à ce qui est écrit, nommées ; vide quand la lettre peut s'établir.</summary>
    /// <param name="ecrites">Ce que la lettre dirait.</param>
    /// <param name="allegement">La mission reçoit aussi un allègement, dont la lettre dit le volume.</param>
    public static IReadOnlyList<string> Absentes(Mentions ecrites, bool allegement)
    {
        Mentions absentes = (Regles.Lettre.Communes | Mentions.Taux | (allegement ? Mentions.Allegement : Mentions.Aucune)) & ~ecrites;
        return [.. MentionsAbsentes.Noms(absentes)];
    }
}

/// <summary>Une somme ne convient pas au taux du district.</summary>
public sealed record MontantDeDistrict : Motif
{
    internal MontantDeDistrict(Constat c, Montant? montant, Montant? tauxDistrict, string phrase)
        : base(c.Code, c.Regle, c.Gravite) => (Montant, TauxDistrict, Phrase) = (montant, tauxDistrict, phrase);

    /// <summary>La somme en cause : la part de l'agent, ou celle de tous.</summary>
    public Montant? Montant { get; }

    /// <summary>Le taux du district.</summary>
    public Montant? TauxDistrict { get; }

    /// <inheritdoc/>
    public override string Phrase { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Donnees =>
        [new("montant", Montant?.ToString() ?? "inconnu"), new("taux_district", TauxDistrict?.ToString() ?? "inconnu")];
}
