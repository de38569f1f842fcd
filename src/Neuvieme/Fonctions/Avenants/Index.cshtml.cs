using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Avenants;

/// <param name="Etablissement">Sa dénomination.</param>
public sealed record AvenantALire(Avenant Avenant, string Etablissement);

/// <summary>Ce que le rectorat a à décider : les avenants qui changent un taux et que la personne a acceptés.</summary>
[Acces(Role.Recteur, Role.GestionnaireRectorat)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    public IReadOnlyList<AvenantALire> Avenants { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var (academie, annee) = (Contexte.AcademieCode, Contexte.Annee.Debut);
        var lus = await Db.Avenants.AsNoTracking().Include(a => a.Attribution!.Mission).Include(a => a.Attribution!.Agent).Where(a => a.Attribution!.Annee == annee && a.Etat == EtatAvenant.AInstruire)
            .Join(Db.Etablissements.Where(e => e.AcademieCode == academie), a => a.Attribution!.Uai, e => e.Uai, (a, e) => new { Avenant = a, e.Denomination }).OrderBy(x => x.Avenant.AccordLe).ThenBy(x => x.Avenant.Id).ToListAsync(Ct);
        Avenants = [.. lus.Select(x => new AvenantALire(x.Avenant, x.Denomination))];
    }
}
