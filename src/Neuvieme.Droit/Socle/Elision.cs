namespace Neuvieme.Droit;

/// <summary>L'élision des mots français, pour les phrases du droit comme pour les écrans.</summary>
public static class Elision
{
    const string Voyelles = "aàâäæeéèêëiîïoôöœuùûü";

    /// <summary>Vrai si « de » s'élide : devant une voyelle, un h (muet, dans les noms d'ici) ou un y suivi d'une consonne. « D'Yves », mais « de Yann ».</summary>
    public static bool SElide(string? nom)
    {
        if (string.IsNullOrEmpty(nom)) return false;
        char premiere = char.ToLowerInvariant(nom[0]);
        return premiere == 'y' ? nom.Length > 1 && char.IsLetter(nom[1]) && !EstVoyelle(nom[1]) : premiere == 'h' || EstVoyelle(premiere);
    }

    /// <summary>« de mars », « d'octobre » ; avec l'apostrophe droite des phrases du droit.</summary>
    public static string De(string nom) => SElide(nom) ? $"d'{nom}" : $"de {nom}";

    static bool EstVoyelle(char c) => Voyelles.Contains(char.ToLowerInvariant(c), StringComparison.Ordinal);
}
