using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Archives.Conserver;

/// <summary>Ce que l'académie conserve, jusqu'à quand, et ce qui arrive au terme.</summary>
[Acces(Role.ChefEtablissement, Role.GestionnaireRectorat, Role.Recteur, Role.Auditeur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageNeuvieme(db, contexte)
{
    public IReadOnlyList<Conservees> Lignes { get; private set; } = [];
    public Conservation Durees { get; private set; } = null!;
    public DateOnly Jour => horloge.Aujourdhui;
    public bool Efface => Contexte.Role == Role.Recteur;
    public bool Regle => Contexte.Role is Role.Recteur or Role.GestionnaireRectorat;
    public bool Plusieurs => ArchivesVisibles.Uai(Contexte) is null;

    public async Task OnGetAsync()
    {
        Durees = await Conservation.DuJour(Db, Contexte.AcademieCode, Jour, Ct);
        Lignes = await Conservation.Lire(Db, Contexte.AcademieCode, ArchivesVisibles.Uai(Contexte), Jour, Ct);
    }
}
