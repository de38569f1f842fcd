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
    readonly HashSet<string> _noms = new(StringComparer.Ordinal);
    readonly HashSet<string> _prenoms = new(StringComparer.Ordinal);
    readonly int _motsAuPlus;

    public SansNom(IEnumerable<Agent> agents)
    {
        foreach (var agent in agents)
        {
            foreach (var nom in new[] { agent.NomUsage, agent.NomPatronymique }.Select(Mots).Where(m => m.Sum(x => x.Length) > 1))
            {
                _noms.Add(string.Join(' ', nom));
                _motsAuPlus = Math.Max(_motsAuPlus, nom.Count);
            }

            _prenoms.UnionWith(Mots(agent.Prenom));
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
                && _noms.Contains(string.Join(' ', Enumerable.Range(debut, n).Select(k => Accents.Cle(mots[k].Value)))))
            {
                return n;
            }
        }

        return 0;
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

    static bool SeTouchent(string texte, Match avant, Match apres) =>
        texte[(avant.Index + avant.Length)..apres.Index].Trim() is "" or "-" or "." or "'" or "’" && !texte[(avant.Index + avant.Length)..apres.Index].Contains('\n', StringComparison.Ordinal);

    static List<string> Mots(string nom) => [.. Mot().Matches(nom).Select(m => Accents.Cle(m.Value))];

    [GeneratedRegex(@"[\p{L}\p{M}]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mot();
}
