using Neuvieme.Droit;
using Neuvieme.Socle.Texte;

namespace Neuvieme.Socle.Documents;

public enum GenreCellule { Vide, Texte, Entier, Montant, Date }

/// <summary>Une valeur typée : le tableur la reçoit comme nombre ou date, jamais comme texte à deviner ni comme formule.</summary>
public readonly record struct Cellule
{
    public GenreCellule Genre { get; private init; }
    public string Texte { get; private init; }

    /// <summary>Entier, centimes ou numéro de jour selon le genre.</summary>
    public long Valeur { get; private init; }

    public static implicit operator Cellule(string? texte) =>
        string.IsNullOrEmpty(texte) ? default : new() { Genre = GenreCellule.Texte, Texte = texte };

    public static implicit operator Cellule(int entier) => new() { Genre = GenreCellule.Entier, Valeur = entier };

    public static implicit operator Cellule(Montant montant) => new() { Genre = GenreCellule.Montant, Valeur = montant.Centimes };

    public static implicit operator Cellule(Montant? montant) => montant is { } m ? m : default(Cellule);

    public static implicit operator Cellule(DateOnly? jour) =>
        jour is { } j ? new() { Genre = GenreCellule.Date, Valeur = j.DayNumber } : default;
}

/// <param name="Largeur">En caractères.</param>
public sealed record Colonne(string Titre, int Largeur);

/// <param name="Nom">Nom de la feuille ; 31 caractères au plus, limite des tableurs.</param>
/// <param name="Titre">Imprimé en tête de chaque page.</param>
/// <param name="Totaux">Lignes de fin, en gras ; absentes du CSV, qu'une machine relit.</param>
public sealed record Tableau(
    string Nom, string Titre, IReadOnlyList<Colonne> Colonnes, IReadOnlyList<IReadOnlyList<Cellule>> Lignes, IReadOnlyList<IReadOnlyList<Cellule>> Totaux)
{
    /// <summary>Ordre alphabétique des personnes, sans accent ni casse : « ÉTIENNE » se lit avec « ETIENNE ».</summary>
    public static string CleDeTri(string nom, string prenom) => $"{Accents.Cle(nom)}\u0001{Accents.Cle(prenom)}";
}
