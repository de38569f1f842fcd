using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Journal;

/// <summary>Un journal que la personne peut ouvrir, avec le nom qu'on lui montre.</summary>
public sealed record PorteeDeJournal(string Portee, string Nom)
{
    const string InstanceNom = "Toute l’instance : comptes et mots de passe";

    /// <summary>Le journal demandé s'il est dans la portée de la personne ; sans demande, le sien. Nul s'il ne la regarde pas.</summary>
    public static async Task<PorteeDeJournal?> Ouvrir(NeuviemeDb db, Contexte contexte, string? demandee, CancellationToken ct)
    {
        if (contexte.Role is Role.ChefEtablissement or Role.DirecteurEcole)
        {
            var sien = contexte.Etablissement;
            return string.IsNullOrEmpty(demandee) || demandee == sien.Uai ? new(sien.Uai, sien.Denomination) : null;
        }

        if (contexte.Role == Role.Ien)
        {
            return await OuvrirDeLInspecteur(db, contexte, demandee, ct);
        }

        var tout = contexte.Role == Role.Administrateur;
        var academie = contexte.AcademieCode;
        if (string.IsNullOrEmpty(demandee))
        {
            return tout ? new(PorteesDeRole.Instance, InstanceNom) : new(Academie.PorteeDe(academie), $"Académie {contexte.Active?.Academie?.Libelle}");
        }

        if (demandee == PorteesDeRole.Instance)
        {
            return tout ? new(demandee, InstanceNom) : null;
        }

        if (Uai.TryParse(demandee, out var uai))
        {
            return await db.Etablissements.Where(e => e.Uai == uai.Valeur && (tout || e.AcademieCode == academie))
                .Select(e => new PorteeDeJournal(e.Uai, e.Denomination)).FirstOrDefaultAsync(ct);
        }

        var circonscription = await db.Circonscriptions.Where(c => (tout || c.AcademieCode == academie) && "circonscription:" + c.Code == demandee).Select(c => c.Nom).FirstOrDefaultAsync(ct);
        if (circonscription is not null)
        {
            return new(demandee, circonscription);
        }

        var libelle = await db.Academies.Where(a => (tout || a.Code == academie) && "academie:" + a.Code == demandee).Select(a => a.Libelle).FirstOrDefaultAsync(ct);
        return libelle is null ? null : new(demandee, $"Académie {libelle}");
    }

    /// <summary>L'inspecteur ouvre celui de sa circonscription, où sont les IMP, et ceux de ses écoles, où est le Pacte.</summary>
    static async Task<PorteeDeJournal?> OuvrirDeLInspecteur(NeuviemeDb db, Contexte contexte, string? demandee, CancellationToken ct)
    {
        var code = contexte.CirconscriptionCode;
        if (code.Length == 0)
        {
            return null;
        }

        var sienne = Circonscription.PorteeDe(code);
        return string.IsNullOrEmpty(demandee) || demandee == sienne ? new(sienne, contexte.Active?.Circonscription?.Nom ?? code)
            : await db.Etablissements.Where(e => e.Uai == demandee && e.CirconscriptionCode == code).Select(e => new PorteeDeJournal(e.Uai, e.Denomination)).FirstOrDefaultAsync(ct);
    }

    /// <summary>Les autres journaux à portée de la personne dont le nom ou l'UAI contient ces mots, au plus vingt et un.</summary>
    public static async Task<IReadOnlyList<PorteeDeJournal>> Chercher(NeuviemeDb db, Contexte contexte, string? mots, CancellationToken ct)
    {
        if (contexte.Role is Role.ChefEtablissement or Role.DirecteurEcole)
        {
            return [];
        }

        var tout = contexte.Role == Role.Administrateur;
        var academie = contexte.AcademieCode;
        var code = contexte.Role == Role.Ien ? contexte.CirconscriptionCode : null;
        var lieux = await db.Etablissements.AsNoTracking().Where(e => code != null ? e.CirconscriptionCode == code : tout || e.AcademieCode == academie).OrderBy(e => e.Denomination)
            .Select(e => new { e.Uai, e.Denomination, e.Commune }).ToListAsync(ct);
        return [.. lieux.Where(e => Recherches.Contient($"{e.Uai} {e.Denomination} {e.Commune}", mots)).Take(21).Select(e => new PorteeDeJournal(e.Uai, $"{e.Denomination} · {e.Uai}"))];
    }
}
