using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.MissionsDirectes;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Lettres;

/// <summary>Les lettres qu'une qualité établit et signe avec la personne : l'établissement, la circonscription pour ses écoles, l'académie pour ses missions.</summary>
public static class PorteeDeLettres
{
    public static IQueryable<Lettre> Siennes(NeuviemeDb db, Contexte contexte)
    {
        var (annee, uai, code, academie) = (contexte.Annee.Debut, contexte.Active?.Etablissement?.Uai, contexte.CirconscriptionCode, contexte.AcademieCode);
        var lettres = db.Lettres.Where(l => l.Attribution!.Annee == annee || l.MissionDirecte!.Annee == annee);
        return contexte.Role switch
        {
            Role.ChefEtablissement => lettres.Where(l => l.Attribution!.Uai == uai || (l.MissionDirecte!.Uai == uai && l.MissionDirecte!.Dispositif != DispositifDirect.PactePremierDegre)),
            Role.Ien => lettres.Where(l => l.MissionDirecte!.Dispositif == DispositifDirect.PactePremierDegre && db.Etablissements.Any(e => e.Uai == l.MissionDirecte!.Uai && e.CirconscriptionCode == code)),
            Role.GestionnaireRectorat or Role.Recteur => lettres.Where(l => l.MissionDirecte!.Dispositif == DispositifDirect.Academique && l.MissionDirecte!.AcademieCode == academie),
            _ => lettres.Where(_ => false),
        };
    }

    /// <summary>Les missions dont cette qualité établit les lettres.</summary>
    public static async Task<PlanDirect> Plan(NeuviemeDb db, Contexte contexte, DateOnly jour, CancellationToken ct)
    {
        var code = contexte.CirconscriptionCode;
        Porteurs porteurs = contexte.Role switch
        {
            Role.ChefEtablissement => new([], [contexte.Etablissement.Uai]),
            Role.Ien => new([], await db.Etablissements.Where(e => e.CirconscriptionCode == code && code != "").Select(e => e.Uai).ToListAsync(ct)),
            _ => new([], [], contexte.AcademieCode),
        };
        var plan = await PlanDirect.Charger(db, contexte.AcademieCode, porteurs, contexte.Annee, jour, ct);
        db.ChangeTracker.Clear();
        return plan;
    }

    /// <summary>Ceux qui tiennent la place de l'autorité signataire, et qu'on avertit quand la personne a répondu.</summary>
    public static async Task<List<long>> Autorites(NeuviemeDb db, Lettre lettre, DateOnly jour, long? sauf, CancellationToken ct)
    {
        if (lettre.MissionDirecte is not { } m || m.Dispositif is DispositifDirect.PacteSecondDegre or DispositifDirect.PacteLyceePro)
        {
            return await Destinataires.Chefs(db, lettre.Attribution?.Uai ?? lettre.MissionDirecte!.Uai!, jour, sauf, ct);
        }

        var enFonction = Destinataires.EnFonction(db, jour).Where(h => h.CompteId != sauf);
        return await (m.EstAcademique ? enFonction.Where(h => h.Role == Role.Recteur && h.AcademieCode == m.AcademieCode)
            : enFonction.Where(h => h.Role == Role.Ien && db.Etablissements.Any(e => e.Uai == m.Uai && e.CirconscriptionCode == h.CirconscriptionCode))).Select(h => h.CompteId).Distinct().OrderBy(id => id).ToListAsync(ct);
    }
}
