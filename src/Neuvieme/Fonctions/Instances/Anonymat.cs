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

    /// <summary>Les mots d'un intitulé ou d'un libellé qui ne nomment aucune discipline.</summary>
    static readonly HashSet<string> MotsVides = new(["COORDINATION", "COORDINATEUR", "COORDINATRICE", "DISCIPLINE", "DISCIPLINAIRE", "DES", "LES", "AUX", "UNE", "PAR", "SUR", "POUR", "AVEC", "DANS"], StringComparer.Ordinal);

    /// <summary>Combien de personnes présentes peuvent tenir cette mission ; zéro tant que les personnels ne sont pas importés, ou que rien ne dit quelle discipline se coordonne.</summary>
    public int Eligibles(Mission mission) => Compter(mission.Code, mission.Intitule, mission.EstTechnologie,
        mission.Attributions.Select(a => plan.Affectations.FirstOrDefault(x => x.AgentId == a.AgentId)?.DisciplineCode));

    /// <summary>
    /// Pour une ligne figée, le plus petit de ce nombre et de celui d'aujourd'hui : depuis, la discipline s'est peut-être vidée, ou se lit
    /// chez qui tient la mission.
    /// </summary>
    public int Eligibles(LignePresentee ligne)
    {
        var figes = ligne.Eligibles ?? Compter(ligne.Code, ligne.Intitule, false, []);
        return plan.Missions.FirstOrDefault(m => m.Id == ligne.MissionId) is { } mission ? Math.Min(figes, Eligibles(mission)) : figes;
    }

    int Compter(string code, string intitule, bool technologie, IEnumerable<string?> disciplines) => Droit.ImpSecondDegre.Nomenclature.DeCode(code)?.Mission switch
    {
        TypeDeMission.Apsa => _presents.Count(a => a.EnseigneEps),
        TypeDeMission.Discipline when technologie => _presents.Count(a => a.EnseigneTechnologie),
        TypeDeMission.Discipline => DansLaDiscipline(intitule, disciplines),
        _ => _presents.Count,
    };

    /// <summary>
    /// La discipline coordonnée n'est écrite que dans l'intitulé : on la lit là, ou chez les personnes pressenties, et la moins fournie
    /// décide. Illisible, elle ne vaut pas tout l'établissement : ce serait montrer le taux d'un seul.
    /// </summary>
    int DansLaDiscipline(string intitule, IEnumerable<string?> disciplines)
    {
        var mots = Mots(intitule);
        var parCode = _presents.Where(a => a.DisciplineCode.Length > 0).ToLookup(a => a.DisciplineCode);
        var coordonnees = parCode.Where(g => g.Select(a => a.DisciplineLibelle).Distinct().Any(l => SeNomme(l, mots))).Select(g => g.Key).Concat(disciplines.Where(d => !string.IsNullOrEmpty(d)).Select(d => d!)).Distinct().ToList();
        return coordonnees.Count == 0 ? 0 : coordonnees.Min(c => parCode[c].Count());
    }

    static bool SeNomme(string libelle, IReadOnlyCollection<string> mots)
    {
        var siens = Mots(libelle);
        return siens.Any(m => mots.Any(x => EstLeMeme(m, x))) || (siens.Count > 1 && siens.All(m => m.Length == 1) && mots.Contains(string.Concat(siens)));
    }

    /// <summary>STSWeb abrège : « MATHS », « LET MODERN ». Quatre lettres communes au début, ou un mot de trois lettres au moins qui commence l'autre.</summary>
    static bool EstLeMeme(string un, string autre)
    {
        var communes = un.Zip(autre).TakeWhile(p => p.First == p.Second).Count();
        return communes >= 4 || (communes == 3 && Math.Min(un.Length, autre.Length) == 3);
    }

    static List<string> Mots(string texte) => [.. Accents.Cle(texte).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(m => !MotsVides.Contains(m))];
}
