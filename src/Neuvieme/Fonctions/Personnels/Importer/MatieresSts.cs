using Neuvieme.Socle.Texte;

namespace Neuvieme.Fonctions.Personnels.Importer;

/// <summary>Reconnaît l'EPS et la technologie parmi les matières d'un fichier, et dit à quoi.</summary>
static class MatieresSts
{
    // L'abréviation seule, ou le nom de la discipline ; « EPS » doit être un mot : « EPSILON » n'en est pas.
    static readonly string[] MotsEps = ["EDUCATION PHYSIQUE", "ED PHY", "EDUC PHYS"];

    /// <summary>Critère qui classe la matière en EPS, ou null. Les codes 1001xx sont ceux des enseignements d'EPS.</summary>
    public static string? CritereEps(string code, MatiereSts? matiere)
    {
        if (matiere?.CodeGestion is { } gestion && Mots(gestion) is ["EPS", ..])
            return $"code de gestion {gestion}";
        foreach (var libelle in new[] { matiere?.LibelleLong, matiere?.LibelleCourt, matiere?.LibelleEdition })
        {
            var cle = Accents.Cle(libelle);
            if (Array.Exists(MotsEps, m => cle.StartsWith(m, StringComparison.Ordinal)) || Mots(libelle).Contains("EPS", StringComparer.Ordinal) || $" {cle} ".Contains(" E P S ", StringComparison.Ordinal))
                return $"libellé « {libelle} »";
        }
        return code.Length == 6 && code.StartsWith("1001", StringComparison.Ordinal) ? $"code matière {code}" : null;
    }

    /// <summary>Technologie du collège seulement : « Sciences et technologie » (6e) et les technologies professionnelles ont d'autres professeurs.</summary>
    public static bool EstTechnologie(MatiereSts? matiere) =>
        matiere is not null
        && (Accents.Cle(matiere.LibelleLong) is "TECHNOLOGIE" || Accents.Cle(matiere.LibelleEdition) is "TECHNOLOGIE" || Accents.Cle(matiere.CodeGestion) is "TECHN" or "TECHNO");

    /// <summary>Nom commun d'une matière à ses rangs : « ANGLAIS LV1 » et « ANGLAIS LV2 » ont la même équipe.</summary>
    public static string Famille(string code, MatiereSts? matiere)
    {
        if (CritereEps(code, matiere) is not null)
            return "EPS";
        var mots = (matiere?.Libelle ?? code).Split(' ').ToList();
        while (mots.Count > 1 && Accents.Cle(mots[^1]) is "LV" or "LV1" or "LV2" or "LV3" or "LVA" or "LVB" or "LVC")
            mots.RemoveAt(mots.Count - 1);
        return string.Join(' ', mots);
    }

    static string[] Mots(string? texte) => Accents.Cle(texte).Split(' ');
}
