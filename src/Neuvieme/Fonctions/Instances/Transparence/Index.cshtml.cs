using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Instances.Transparence;

/// <summary>Une mission telle que tous la lisent.</summary>
/// <param name="Taux">Vide quand l'afficher dirait ce que touche quelqu'un.</param>
public sealed record LigneTransparente(LignePresentee Ligne, IReadOnlyList<string> Taux);

/// <summary>Ce que tous les enseignants et CPE de l'établissement peuvent lire : quelles missions, combien, à quel taux, jamais pour qui.</summary>
[Acces(Role.Agent, Role.ChefEtablissement)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Plans plans, Horloge horloge) : PageNeuvieme(db, contexte)
{
    public Plan Plan { get; private set; } = null!;
    public bool Prive => Noms.SansConseils(Plan);
    public IReadOnlyList<LigneTransparente> Lignes { get; private set; } = [];
    public bool Masque => Lignes.Any(l => l.Taux.Count == 0);

    public async Task OnGetAsync()
    {
        // La révision d'un agent n'est pas celle de l'établissement : le plan gardé en mémoire est le même pour tous.
        Plan = await plans.Lire(Db, Contexte.Etablissement, Contexte.Annee, horloge.Aujourdhui, Ct);
        var anonymat = new Anonymat(Plan);
        Lignes = [.. PlanPresente.VuesPar(Plan, Prive ? Instance.Enseignants : Instance.ConseilAdministration)
            .Select(l => new LigneTransparente(l, Anonymat.EstMasquee(l, anonymat.Eligibles(l)) ? [] : [.. l.TauxNommes(Plan.Annee)]))
            .OrderBy(l => l.Ligne.Article, StringComparer.Ordinal).ThenBy(l => Recherches.Aplatir(l.Ligne.Intitule), StringComparer.Ordinal)];
    }
}
