using Neuvieme.Droit.ImpSecondDegre;

namespace Neuvieme.Fonctions.Repartition;

/// <summary>Les niveaux écrits comme on les dit, « 6e,5e », et comme le droit les lit.</summary>
public static class NiveauxDeClasse
{
    public static readonly IReadOnlyList<(string Nom, Niveaux Valeur)> Tous =
    [
        ("6e", Niveaux.Sixieme), ("5e", Niveaux.Cinquieme), ("4e", Niveaux.Quatrieme), ("3e", Niveaux.Troisieme),
        ("2de", Niveaux.Seconde), ("1re", Niveaux.Premiere), ("Tle", Niveaux.Terminale),
    ];

    public static Niveaux Lire(string texte) => texte.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Aggregate(Niveaux.Aucun, (total, nom) => total | Tous.FirstOrDefault(n => n.Nom.Equals(nom, StringComparison.OrdinalIgnoreCase)).Valeur);
}
