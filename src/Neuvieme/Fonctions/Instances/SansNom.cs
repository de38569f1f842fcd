using System.Text;
using System.Text.RegularExpressions;
using Neuvieme.Fonctions.Personnels;
using Neuvieme.Socle.Texte;

namespace Neuvieme.Fonctions.Instances;

/// <summary>
/// Retire d'un texte libre les noms des personnes de l'établissement, avec leur prénom et leur civilité : l'instance voit les
/// missions, jamais les personnes (décret art. 8). Un nom qui est aussi un mot courant est retiré s'il porte une majuscule : trop
/// retirer se voit et se corrige, pas assez ne se rattrape pas.
/// </summary>
public sealed partial class SansNom
{
    public const string Marque = "[nom]";

    static readonly HashSet<string> Civilites = ["M", "MM", "MME", "MMES", "MLLE", "MONSIEUR", "MADAME"];
    /// <summary>Chaque nom, avec les prénoms de celles et ceux qui le portent.</summary>
    readonly Dictionary<string, HashSet<string>> _noms = new(StringComparer.Ordinal);
    readonly HashSet<string> _prenoms = new(StringComparer.Ordinal);
    readonly int _motsAuPlus;

    public SansNom(IEnumerable<Agent> agents)
    {
        foreach (var agent in agents)
        {
            var prenoms = Mots(agent.Prenom);
            foreach (var nom in new[] { agent.NomUsage, agent.NomPatronymique }.Select(Mots).Where(m => m.Sum(x => x.Length) > 1))
            {
                var cle = string.Join(' ', nom);
                _noms.TryAdd(cle, new(StringComparer.Ordinal));
                _noms[cle].UnionWith(prenoms);
                _motsAuPlus = Math.Max(_motsAuPlus, nom.Count);
            }

            _prenoms.UnionWith(prenoms);
        }
    }

    public string De(string texte)
    {
        if (_motsAuPlus == 0 || texte.Length == 0)
        {
            return texte;
        }

        var mots = Mot().Matches(texte);
        var sortie = new StringBuilder(texte.Length);
        var (ecrit, i) = (0, 0);
        while (i < mots.Count)
        {
            var longueur = NomEn(texte, mots, i);
            if (longueur == 0)
            {
                i++;
                continue;
            }

            var premier = Devant(texte, mots, i, ecrit);
            sortie.Append(texte, ecrit, premier - ecrit).Append(Marque);
            longueur = AvecPrenoms(texte, mots, i, longueur);
            ecrit = mots[i + longueur - 1].Index + mots[i + longueur - 1].Length;
            i += longueur;
        }

        return sortie.Append(texte, ecrit, texte.Length - ecrit).ToString();
    }

    /// <summary>Le nombre de mots du plus long nom qui commence ici ; zéro s'il n'y en a pas.</summary>
    int NomEn(string texte, MatchCollection mots, int debut)
    {
        for (var n = Math.Min(_motsAuPlus, mots.Count - debut); n > 0; n--)
        {
            // « de La Tour » : la particule est souvent en minuscules, jamais la fin du nom.
            if (char.IsUpper(texte[mots[debut + n - 1].Index]) && Enumerable.Range(debut + 1, n - 1).All(k => SeTouchent(texte, mots[k - 1], mots[k]))
                && _noms.ContainsKey(Cle(mots, debut, n)))
            {
                return n;
            }
        }

        return 0;
    }

    /// <summary>« KERVELLA Anne Sophie », « Kervella, Anne », « KERVELLA A. » : écrits derrière, les prénoms de qui porte ce nom partent avec lui.</summary>
    int AvecPrenoms(string texte, MatchCollection mots, int debut, int longueur)
    {
        var siens = _noms[Cle(mots, debut, longueur)];
        var fin = debut + longueur;
        while (fin < mots.Count && Suit(texte, mots[fin - 1], mots[fin]) && EstPrenom(texte, mots[fin], siens))
        {
            fin++;
        }

        // « Kervella, Anne Rivière » : ce prénom-là annonce la personne d'après.
        return fin < mots.Count && SeTouchent(texte, mots[fin - 1], mots[fin]) && NomEn(texte, mots, fin) > 0 ? longueur : fin - debut;
    }

    static bool EstPrenom(string texte, Match mot, HashSet<string> prenoms)
    {
        var (cle, fin) = (Accents.Cle(mot.Value), mot.Index + mot.Length);
        return char.IsUpper(mot.Value[0]) && (prenoms.Contains(cle) || (cle.Length == 1 && fin < texte.Length && texte[fin] == '.' && prenoms.Any(p => p[0] == cle[0])));
    }

    /// <summary>Où commence ce qui précède le nom et l'annonce : prénoms, initiale, civilité.</summary>
    int Devant(string texte, MatchCollection mots, int nom, int borne)
    {
        var premier = nom;
        while (premier > 0 && mots[premier - 1].Index >= borne && SeTouchent(texte, mots[premier - 1], mots[premier]) && Annonce(mots[premier - 1].Value))
        {
            premier--;
        }

        return mots[premier].Index;
    }

    bool Annonce(string mot) => Civilites.Contains(Accents.Cle(mot)) || (char.IsUpper(mot[0]) && (mot.Length == 1 || _prenoms.Contains(Accents.Cle(mot))));

    static bool SeTouchent(string texte, Match avant, Match apres) => Entre(texte, avant, apres) is "" or "-" or "." or "'" or "’";

    static bool Suit(string texte, Match avant, Match apres) => SeTouchent(texte, avant, apres) || Entre(texte, avant, apres) == ",";

    /// <summary>Ce qui sépare deux mots, sans les espaces ; une fin de ligne sépare toujours.</summary>
    static string Entre(string texte, Match avant, Match apres)
    {
        var entre = texte[(avant.Index + avant.Length)..apres.Index];
        return entre.Contains('\n', StringComparison.Ordinal) ? "\n" : entre.Trim();
    }

    static string Cle(MatchCollection mots, int debut, int longueur) => string.Join(' ', Enumerable.Range(debut, longueur).Select(k => Accents.Cle(mots[k].Value)));

    static List<string> Mots(string nom) => [.. Mot().Matches(nom).Select(m => Accents.Cle(m.Value))];

    [GeneratedRegex(@"[\p{L}\p{M}]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mot();
}
