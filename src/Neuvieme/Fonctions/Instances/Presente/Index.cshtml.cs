using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Instances.Presente;

/// <summary>
/// Ce qu'un membre d'une instance relit : les missions et les taux figés le jour où ils ont été présentés, l'avis rendu. Ni ce
/// qui se prépare, ni personne : l'instance n'a connu que des missions (décret art. 8).
/// </summary>
[Acces(Role.MembreInstance, Role.ChefEtablissement, Role.Secretariat)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    public IReadOnlyList<AvisVu> Seances { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var (uai, annee) = (Contexte.Etablissement.Uai, Contexte.Annee.Debut);
        Seances = [.. (await Db.Avis.AsNoTracking().Where(a => a.Uai == uai && a.Annee == annee).OrderByDescending(a => a.RenduLe).ThenByDescending(a => a.Id).ToListAsync(Ct)).Select(AvisVu.De)];
    }
}
