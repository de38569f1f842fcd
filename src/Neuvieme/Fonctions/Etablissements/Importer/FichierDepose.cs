using Microsoft.EntityFrameworkCore;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Etablissements.Importer;

/// <summary>Garde le fichier entre l'aperçu et la confirmation, pour la seule personne qui l'a déposé, une heure au plus.</summary>
static class FichierDepose
{
    static readonly TimeSpan Duree = TimeSpan.FromHours(1);

    public static async Task<long> Garder(NeuviemeDb db, Auteur auteur, FichierRecu fichier, CancellationToken ct)
    {
        await Purger(db, auteur, ct);
        await Oublier(db, auteur, ct);
        var depot = new AnnuaireDepose
        {
            CompteId = auteur.CompteId ?? throw new InvalidOperationException("Un dépôt vient toujours d'un compte."),
            NomFichier = fichier.Nom.Length <= 200 ? fichier.Nom : fichier.Nom[..200], Contenu = ImporterAnnuaire.Compresser(fichier.Octets), InstantUtc = auteur.InstantUtc,
        };
        db.AnnuairesDeposes.Add(depot);
        await db.SaveChangesAsync(ct);
        return depot.Id;
    }

    /// <summary>Nul s'il a expiré ou s'il est à quelqu'un d'autre.</summary>
    public static async Task<FichierRecu?> Reprendre(NeuviemeDb db, Auteur auteur, long id, CancellationToken ct)
    {
        var limite = auteur.InstantUtc - Duree;
        var depot = await db.AnnuairesDeposes.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id && d.CompteId == auteur.CompteId && d.InstantUtc >= limite, ct);
        return depot is null ? null : new(depot.NomFichier, await ImporterAnnuaire.Decompresser(depot.Contenu, ct));
    }

    public static async Task Oublier(NeuviemeDb db, Auteur auteur, CancellationToken ct) =>
        await db.AnnuairesDeposes.Where(d => d.CompteId == auteur.CompteId).ExecuteDeleteAsync(ct);

    public static async Task Purger(NeuviemeDb db, Auteur auteur, CancellationToken ct)
    {
        var limite = auteur.InstantUtc - Duree;
        await db.AnnuairesDeposes.Where(d => d.InstantUtc < limite).ExecuteDeleteAsync(ct);
    }
}
