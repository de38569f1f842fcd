using System.Text;
using Neuvieme.Socle.Texte;

namespace Neuvieme.Fonctions.Personnels.Importer;

static class NomsSts
{
    // « DE » en tête d'un prénom est son début, ailleurs une particule.
    static readonly string[] Particules = ["de", "du", "des", "la", "le", "les", "et"];

    /// <summary>Prénom à afficher : « ANNE SOPHIE » devient « Anne Sophie », « JEANNE D'ARC » « Jeanne d'Arc ». Un prénom déjà en minuscules est laissé tel quel.</summary>
    public static string Prenom(string? source)
    {
        if (source is null)
            return "";
        if (source.Any(char.IsLower))
            return source;
        var sortie = new StringBuilder(source.Length);
        var debut = 0;
        for (var i = 0; i <= source.Length; i++)
        {
            if (i < source.Length && source[i] is not (' ' or '-' or '‑' or '\'' or '’' or '.'))
                continue;
            Mot(sortie, source.AsSpan(debut, i - debut), tete: debut == 0, i < source.Length ? source[i] : null);
            if (i < source.Length)
                sortie.Append(source[i]);
            debut = i + 1;
        }
        return sortie.ToString();
    }

    static void Mot(StringBuilder sortie, ReadOnlySpan<char> mot, bool tete, char? separateur)
    {
        if (mot.IsEmpty)
            return;
        var minuscule = mot.ToString().ToLowerInvariant();
        // Seul le « d' » français perd sa majuscule : M'Barek, N'Golo et O'Neil la gardent.
        var elide = separateur is '\'' or '’' && minuscule is "d";
        if (!tete && (elide || Array.IndexOf(Particules, minuscule) >= 0))
            sortie.Append(minuscule);
        else
            sortie.Append(mot[0]).Append(minuscule, 1, minuscule.Length - 1);
    }

    /// <summary>Clé de rapprochement d'un nom et d'un prénom, sans accent, casse ni trait d'union. Une clé égale ne prouve pas une même personne.</summary>
    public static string Cle(string nom, string? prenom) => $"{Accents.Cle(nom)}|{Accents.Cle(prenom)}";
}
