using Microsoft.EntityFrameworkCore;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Instances;

/// <summary>Un dossier dans une liste, sans son contenu.</summary>
public sealed record DossierListe(long Id, Instance Instance, DateOnly SeanceLe, bool EstComplement, DateTime InstantUtc, long? AvisId, long? InformationId)
{
    /// <summary>Ceux de l'établissement pour l'année, du plus ancien au plus récent.</summary>
    public static Task<List<DossierListe>> Lire(NeuviemeDb db, Contexte contexte, CancellationToken ct) =>
        contexte.Lire(() => Dossiers.Lire(db, contexte.Etablissement.Uai, contexte.Annee.Debut, ct));

    static readonly RequetePrete<string, int, DossierListe> Dossiers = new((db, uai, annee) =>
        db.DossiersInstance.AsNoTracking().Where(d => d.Uai == uai && d.Annee == annee).OrderBy(d => d.SeanceLe).ThenBy(d => d.Id)
            .Select(d => new DossierListe(d.Id, d.Instance, d.SeanceLe, d.EstComplement, d.InstantUtc,
                db.Avis.Where(a => a.DossierId == d.Id).Select(a => (long?)a.Id).FirstOrDefault(), db.Informations.Where(i => i.DossierId == d.Id).Select(i => (long?)i.Id).FirstOrDefault())));
}
