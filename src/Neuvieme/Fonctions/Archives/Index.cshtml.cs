using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Archives;

[Acces(Role.ChefEtablissement, Role.GestionnaireRectorat, Role.Recteur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageNeuvieme(db, contexte)
{
    public sealed record Ligne(string Code, string Lieu, int Annee, int Signees, int Autres, DateOnly Terme);

    public IReadOnlyList<Ligne> Lignes { get; private set; } = [];
    public bool Plusieurs => ArchivesVisibles.Uai(Contexte) is null;
    public int AuTerme { get; private set; }

    public async Task OnGetAsync()
    {
        var jour = horloge.Aujourdhui;
        var conservees = await Conservation.Lire(Db, Contexte.AcademieCode, ArchivesVisibles.Uai(Contexte), jour, Ct);
        AuTerme = conservees.Count(c => c.AvertirLe <= jour);
        Lignes = [.. conservees.GroupBy(c => (c.Code, c.Lieu, c.Annee)).Select(g => new Ligne(g.Key.Code, g.Key.Lieu, g.Key.Annee,
                g.Where(c => c.Famille == Famille.Signees).Sum(c => c.Nombre), g.Where(c => c.Famille == Famille.Autres).Sum(c => c.Nombre), g.Min(c => c.Terme)))
            .OrderByDescending(l => l.Annee).ThenBy(l => l.Lieu, StringComparer.Ordinal).ThenBy(l => l.Code, StringComparer.Ordinal)];
    }
}
