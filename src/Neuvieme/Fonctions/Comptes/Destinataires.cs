using Microsoft.EntityFrameworkCore;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Comptes;

/// <summary>À qui écrire : ceux qui tiennent une qualité ce jour-là, eux-mêmes ou par une délégation qui vaut encore.</summary>
public static class Destinataires
{
    public static IQueryable<Habilitation> EnFonction(NeuviemeDb db, DateOnly jour) => db.Habilitations.Where(h => h.Debut <= jour && (h.Fin == null || h.Fin >= jour)
        && (h.Delegation == null || (h.Delegation.Appui!.Debut <= jour && (h.Delegation.Appui.Fin == null || h.Delegation.Appui.Fin >= jour)
            && (h.Delegation.Forme == FormeDeDelegation.ParInterim || db.Habilitations.Any(r => r.CompteId == h.Delegation.DelegantId && r.Role == h.Role
                && (r.Uai ?? r.AcademieCode) == (h.Uai ?? h.AcademieCode) && r.Delegation == null && r.Debut <= jour && (r.Fin == null || r.Fin >= jour))))));

    /// <summary>Le chef de l'établissement et qui agit pour lui ; jamais l'auteur de l'acte, qui sait.</summary>
    public static Task<List<long>> Chefs(NeuviemeDb db, string uai, DateOnly jour, long? sauf, CancellationToken ct) =>
        EnFonction(db, jour).Where(h => h.Role == Role.ChefEtablissement && h.Uai == uai && h.CompteId != sauf).Select(h => h.CompteId).Distinct().OrderBy(id => id).ToListAsync(ct);
}
