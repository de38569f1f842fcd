using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.MissionsDirectes;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Seances;

/// <summary>Les parts comptées en heures que dirige la personne, ou qu'elle tient : le reste n'existe pas pour elle.</summary>
public static class PorteeSeances
{
    /// <summary>Celles de l'établissement ou de l'école, confiées.</summary>
    public static IQueryable<MissionDirecte> Dirigees(NeuviemeDb db, Contexte contexte)
    {
        var (uai, annee) = (contexte.Active?.Etablissement?.Uai, contexte.Annee.Debut);
        return Confiees(db).Where(m => m.Uai == uai && m.Annee == annee);
    }

    public static IQueryable<MissionDirecte> Tenues(NeuviemeDb db, long compteId) => Confiees(db).Where(m => m.Agent!.CompteId == compteId);

    static IQueryable<MissionDirecte> Confiees(NeuviemeDb db) => db.MissionsDirectes.Where(m => m.Etat == EtatAttribution.Validee
        && (m.Dispositif == DispositifDirect.PactePremierDegre || m.Dispositif == DispositifDirect.PacteSecondDegre || m.Dispositif == DispositifDirect.PacteLyceePro));

    /// <summary>Un compteur par part comptée en heures, en deux lectures quel qu'en soit le nombre.</summary>
    public static async Task<IReadOnlyList<Compteur>> Compteurs(NeuviemeDb db, IQueryable<MissionDirecte> missions, CancellationToken ct)
    {
        var lues = (await missions.AsNoTracking().Include(m => m.Agent).ToListAsync(ct)).Where(m => Compteur.DuesPar(m) > 0).ToList();
        var ids = lues.Select(m => m.Id).ToArray();
        var seances = (await db.Seances.AsNoTracking().Where(s => ids.Contains(s.MissionId)).OrderByDescending(s => s.Le).ThenByDescending(s => s.Debut).ThenByDescending(s => s.Id).ToListAsync(ct)).ToLookup(s => s.MissionId);
        return [.. lues.OrderBy(m => m.Agent!.NomPourListe, StringComparer.Ordinal).ThenBy(m => m.Id).Select(m => new Compteur(m, [.. seances[m.Id]]))];
    }
}
