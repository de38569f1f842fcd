using Neuvieme.Droit;
using Neuvieme.Socle.Texte;

namespace Neuvieme.Fonctions.Personnels;

/// <summary>Deux personnes de mêmes nom et prénom sont deux personnes : ce qui les distingue à l'écran, jusqu'à l'identifiant STSWeb s'il le faut.</summary>
public static class Homonymie
{
    /// <summary>Ce qui dit qui est cette personne, quand elle n'a pas d'homonyme : sa discipline, ou à défaut sa fonction.</summary>
    public static string Precision(Affectation a) => a switch
    {
        { DisciplineLibelle.Length: > 0 } => a.DisciplineLibelle,
        { Agent.Fonction: Fonction.Cpe } => "CPE",
        { Agent.Fonction: Fonction.Documentaliste } => "professeur documentaliste",
        _ => "",
    };

    /// <summary>L'identifiant tel que STSWeb l'écrit : le seul qui ne se partage pas.</summary>
    public static string Identifiant(Agent a) => $"STS {a.TypeSts} {a.IdSts}";

    /// <summary>Pour chaque personne qui a un homonyme dans l'établissement, et pour elles seules, ce qui la distingue.</summary>
    public static IReadOnlyDictionary<long, string> Distinctions(IEnumerable<Affectation> affectations) =>
        affectations.Where(a => a.Agent is not null).GroupBy(a => Cle(a.Agent!), StringComparer.Ordinal).Where(g => g.Count() > 1)
            .SelectMany(g => g, (g, a) => (a.AgentId, Texte: Distinguer(a, g))).ToDictionary(x => x.AgentId, x => x.Texte);

    public static string Cle(Agent a) => Cle(a.NomUsage, a.Prenom);

    public static string Cle(string nom, string? prenom) => $"{Accents.Cle(nom)}|{Accents.Cle(prenom)}";

    static string Distinguer(Affectation a, IEnumerable<Affectation> homonymes)
    {
        var precision = Precision(a);
        return precision.Length > 0 && homonymes.All(h => h.AgentId == a.AgentId || Precision(h) != precision) ? precision
            : string.Join(" · ", new[] { precision, Identifiant(a.Agent!) }.Where(t => t.Length > 0));
    }
}
