namespace Neuvieme.Socle;

/// <summary>Qui agit, en quelle qualité, quand : ce que chaque entrée du journal retient.</summary>
/// <param name="Mention">« par délégation de … », « par intérim de … » ; vide quand la personne agit en son nom propre.</param>
public sealed record Auteur(long? CompteId, string Nom, string Qualite, DateTime InstantUtc, DateOnly Aujourdhui, string Mention = "")
{
    /// <summary>Le nom tel qu'il s'imprime sous un acte, avec ce qui fonde la signature.</summary>
    public string Signature => Mention.Length == 0 ? Nom : $"{Nom}, {Mention}";
}

/// <summary>Un refus expliqué : le champ en cause (vide si aucun) et la phrase montrée à la personne.</summary>
public sealed record Refus(string Champ, string Message);
