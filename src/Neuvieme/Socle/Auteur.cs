namespace Neuvieme.Socle;

/// <summary>Qui agit, en quelle qualité, quand : ce que chaque entrée du journal retient.</summary>
public sealed record Auteur(long? CompteId, string Nom, string Qualite, DateTime InstantUtc, DateOnly Aujourdhui);

/// <summary>Un refus expliqué : le champ en cause (vide si aucun) et la phrase montrée à la personne.</summary>
public sealed record Refus(string Champ, string Message);
