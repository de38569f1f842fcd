using Microsoft.EntityFrameworkCore;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Instances;

/// <summary>Un dossier, ce qu'il présente, et ce qui s'y est enregistré depuis.</summary>
public sealed record DossierComplet(DossierInstance Dossier, ContenuDossier Contenu, Avis? Avis, Information? Information)
{
    /// <summary>Nul si l'établissement n'a pas ce dossier.</summary>
    public static async Task<DossierComplet?> Lire(NeuviemeDb db, string uai, long id, CancellationToken ct) =>
        await db.DossiersInstance.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id && d.Uai == uai, ct) is not { } dossier ? null : new(dossier, dossier.Lire(),
            await db.Avis.AsNoTracking().FirstOrDefaultAsync(a => a.DossierId == id, ct), await db.Informations.AsNoTracking().FirstOrDefaultAsync(i => i.DossierId == id, ct));
}
