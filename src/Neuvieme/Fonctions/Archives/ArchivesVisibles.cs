using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Archives;

/// <summary>Le chef : son établissement. Le rectorat et l'auditeur : leur académie.</summary>
static class ArchivesVisibles
{
    public static string? Uai(Contexte contexte) => contexte.Role == Role.ChefEtablissement ? contexte.Etablissement.Uai : null;

    public static Task<Etablissement?> Un(NeuviemeDb db, Contexte contexte, string? uai, CancellationToken ct)
    {
        var (academie, sien) = (contexte.AcademieCode, Uai(contexte));
        return db.Etablissements.AsNoTracking().FirstOrDefaultAsync(e => e.Uai == uai && e.AcademieCode == academie && (sien == null || e.Uai == sien), ct);
    }
}
