using Neuvieme.Droit;
using Neuvieme.Fonctions.Personnels;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle.Texte;
using TypeDeMission = Neuvieme.Droit.ImpSecondDegre.Mission;

namespace Neuvieme.Fonctions.Instances;

/// <summary>
/// Sans nom ne suffit pas : le taux d'une mission que seules une ou deux personnes peuvent tenir dit ce que l'une touche, à tous ou à
/// l'autre. Ce taux-là ne s'affiche pas, ni le total, qui le rendrait par soustraction.
/// </summary>
public sealed class Anonymat(Plan plan)
{
    /// <summary>À trois, aucun ne peut déduire ce qui revient à un autre.</summary>
    public const int Seuil = 3;

    readonly List<Affectation> _presents = [.. plan.Affectations.Where(a => a is { Presente: true, Agent.Fonction: Fonction.Enseignant or Fonction.Documentaliste or Fonction.Cpe })];

    /// <summary>Vrai aussi quand chacun de ceux qui peuvent la tenir en tient une part : les parts disent tout.</summary>
    public static bool EstMasquee(LignePresentee ligne, int eligibles) => eligibles < Seuil || ligne.Centimes.Count >= eligibles;

    /// <summary>Combien de personnes présentes peuvent tenir cette mission ; zéro tant que les personnels ne sont pas importés.</summary>
    public int Eligibles(Mission mission) => Compter(mission.Code, mission.Intitule, mission.EstTechnologie,
        mission.Attributions.Select(a => plan.Affectations.FirstOrDefault(x => x.AgentId == a.AgentId)?.DisciplineCode));

    /// <summary>Pour une ligne figée avant que ce nombre le soit, ou dont la mission n'existe plus.</summary>
    public int Eligibles(LignePresentee ligne) => ligne.Eligibles ?? Compter(ligne.Code, ligne.Intitule, false, []);

    int Compter(string code, string intitule, bool technologie, IEnumerable<string?> disciplines) => Droit.ImpSecondDegre.Nomenclature.DeCode(code)?.Mission switch
    {
        TypeDeMission.Apsa => _presents.Count(a => a.EnseigneEps),
        TypeDeMission.Discipline when technologie => _presents.Count(a => a.EnseigneTechnologie),
        TypeDeMission.Discipline => DansLaDiscipline(intitule, disciplines),
        _ => _presents.Count,
    };

    /// <summary>La discipline coordonnée n'est écrite que dans l'intitulé : on la lit là, ou chez les personnes pressenties, et la moins fournie décide.</summary>
    int DansLaDiscipline(string intitule, IEnumerable<string?> disciplines)
    {
        var mots = Accents.Cle(intitule).Split(' ').ToHashSet(StringComparer.Ordinal);
        var parCode = _presents.Where(a => a.DisciplineCode.Length > 0).ToLookup(a => a.DisciplineCode);
        var coordonnees = parCode.Where(g => SeNomme(g.First().DisciplineLibelle, mots)).Select(g => g.Key).Concat(disciplines.Where(d => !string.IsNullOrEmpty(d)).Select(d => d!)).Distinct().ToList();
        return coordonnees.Count == 0 ? _presents.Count : coordonnees.Min(c => parCode[c].Count());
    }

    static bool SeNomme(string libelle, HashSet<string> mots)
    {
        var siens = Accents.Cle(libelle).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return siens.Any(m => m.Length >= 4 && mots.Contains(m)) || (siens.Length > 1 && siens.All(m => m.Length == 1) && mots.Contains(string.Concat(siens)));
    }
}
