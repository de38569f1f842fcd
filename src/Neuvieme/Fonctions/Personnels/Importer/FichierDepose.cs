using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Personnels.Importer;

/// <summary>Garde le fichier entre l'aperçu et la confirmation, pour la seule personne qui l'a déposé, une heure au plus.</summary>
static class FichierDepose
{
    static readonly TimeSpan Duree = TimeSpan.FromHours(1);

    public static async Task<long> Garder(NeuviemeDb db, Auteur auteur, FichierSts fichier, byte[] contenu, CancellationToken ct)
    {
        await Purger(db, auteur, ct);
        await db.ImportsEnAttente.Where(i => i.CompteId == auteur.CompteId).ExecuteDeleteAsync(ct);
        var attente = new ImportEnAttente
        {
            CompteId = auteur.CompteId ?? throw new InvalidOperationException("Un dépôt vient toujours d'un compte."), Uai = fichier.Etablissement.Uai, Annee = fichier.Annee,
            NomFichier = fichier.NomFichier.Length <= 200 ? fichier.NomFichier : fichier.NomFichier[..200], Contenu = contenu, InstantUtc = auteur.InstantUtc,
        };
        db.ImportsEnAttente.Add(attente);
        await db.SaveChangesAsync(ct);
        return attente.Id;
    }

    /// <summary>Le fichier relu ; null s'il a expiré, s'il est à quelqu'un d'autre, ou si l'établissement ou l'année a changé entre-temps.</summary>
    public static async Task<FichierSts?> Reprendre(NeuviemeDb db, Auteur auteur, long id, Etablissement etablissement, int annee, CancellationToken ct)
    {
        var limite = auteur.InstantUtc - Duree;
        var attente = await db.ImportsEnAttente.AsNoTracking()
            .FirstOrDefaultAsync(i => i.Id == id && i.CompteId == auteur.CompteId && i.Uai == etablissement.Uai && i.Annee == annee && i.InstantUtc >= limite, ct);
        return attente is null ? null : LecteurSts.Lire(attente.Contenu, NomDOrigine(attente.NomFichier), new(attente.Uai, attente.Annee)).Fichier;
    }

    public static async Task Oublier(NeuviemeDb db, Auteur auteur, CancellationToken ct) =>
        await db.ImportsEnAttente.Where(i => i.CompteId == auteur.CompteId).ExecuteDeleteAsync(ct);

    public static async Task Purger(NeuviemeDb db, Auteur auteur, CancellationToken ct)
    {
        var limite = auteur.InstantUtc - Duree;
        await db.ImportsEnAttente.Where(i => i.InstantUtc < limite).ExecuteDeleteAsync(ct);
    }

    // Un zip se note « archive.zip > fichier.xml » : relu, il reprendra ce nom.
    static string NomDOrigine(string nom) => nom.Split(" > ")[0];
}
