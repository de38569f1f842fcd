using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Archives;

/// <summary>Le chef : son établissement. Le rectorat et l'auditeur : leur académie.</summary>
static class ArchivesVisibles
{
    public static string? Uai(Contexte contexte) => contexte.Role == Role.ChefEtablissement ? contexte.Etablissement.Uai : null;

    public static async Task<LieuDArchive?> Un(NeuviemeDb db, Contexte contexte, string? code, CancellationToken ct)
    {
        var (academie, sien) = (contexte.AcademieCode, Uai(contexte));
        if (code == LieuDArchive.DesMissionsAcademiques && sien is null)
        {
            return LieuDArchive.De(await db.Academies.AsNoTracking().SingleAsync(a => a.Code == academie, ct));
        }

        var etablissement = await db.Etablissements.AsNoTracking().FirstOrDefaultAsync(e => e.Uai == code && e.AcademieCode == academie && (sien == null || e.Uai == sien), ct);
        return etablissement is null ? null : LieuDArchive.De(etablissement);
    }
}
