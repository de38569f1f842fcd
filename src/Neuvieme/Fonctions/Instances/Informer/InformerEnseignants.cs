using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Instances.Informer;

/// <summary>Enregistre, dans le privé sous contrat, que tous les enseignants ont été informés de la répartition, quand et comment (circulaire n° 2015-093).</summary>
public sealed record InformerEnseignants(DateOnly InformesLe, MoyenInformation Moyen, string Precision, long? DossierId = null, string? Lu = null)
{
    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, Etablissement etablissement, AnneeScolaire annee, Auteur auteur, CancellationToken ct = default)
    {
        await using var transaction = await db.Commencer(etablissement.Uai, ct);
        var plan = await Plan.Charger(db, etablissement, annee, auteur.Aujourdhui, ct);
        var dossier = DossierId is null ? null : await db.DossiersInstance.FirstOrDefaultAsync(d => d.Id == DossierId && d.Uai == etablissement.Uai && d.Annee == annee.Debut && d.Instance == Instance.Enseignants, ct);
        if (DossierId is not null && dossier is null)
        {
            return [new(nameof(DossierId), "Cette note n’est plus là : choisissez-en une autre, ou la répartition d’aujourd’hui.")];
        }

        var retirees = PlanPresente.Ecarts(plan, Instance.Enseignants).Where(e => e.Nature == NatureEcart.Retiree).Select(e => e.Ligne.MissionId);
        long[] missions = [.. PlanPresente.De(plan).Select(l => l.MissionId), .. retirees];
        IReadOnlyList<Refus> refus = [.. Verifier(plan), .. dossier is null ? new ChoixDeMissions(missions, Lu).Verifier(plan, Instance.Enseignants) : []];
        if (refus.Count > 0)
        {
            return refus;
        }

        if (dossier is null)
        {
            dossier = await DossierInstance.Figer(db, plan, Instance.Enseignants, InformesLe, complement: false, missions, auteur, ct);
            db.DossiersInstance.Add(dossier);
            await db.SaveChangesAsync(ct);
        }

        var information = new Information
        {
            Uai = etablissement.Uai, Annee = annee.Debut, InformesLe = InformesLe, Moyen = Moyen, Precision = Precision.Trim(), PlanPresente = PlanPresente.Ecrire(dossier.Lire().Lignes), DossierId = dossier.Id,
            Auteur = auteur.Signature, InstantUtc = auteur.InstantUtc,
        };
        db.Informations.Add(information);
        await db.SaveChangesAsync(ct);
        var plume = new Plume(db, auteur, etablissement.Uai);
        plume.Noter("enseignants informés", $"information:{information.Id}", null, new { informesLe = InformesLe, moyen = information.MoyenEcrit, dossier = dossier.Reference });
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }

    IEnumerable<Refus> Verifier(Plan plan)
    {
        if (!Noms.SansConseils(plan))
        {
            yield return new("", "Cet établissement a un conseil pédagogique et un conseil d’administration : enregistrez leurs avis.");
        }

        if (InformesLe > plan.Jour)
        {
            yield return new(nameof(InformesLe), "La date est dans le futur : enregistrez-la une fois les enseignants informés.");
        }

        foreach (var refus in ChoixDeMissions.VerifierDate(nameof(InformesLe), plan, InformesLe))
        {
            yield return refus;
        }

        if (plan.Informations.Any(i => i.Information.InformesLe == InformesLe))
        {
            yield return new(nameof(InformesLe), "Une information est déjà enregistrée à cette date.");
        }

        if (DossierId is not null && plan.Informations.Any(i => i.Information.DossierId == DossierId))
        {
            yield return new(nameof(DossierId), "Cette note a déjà servi : quelqu’un vient peut-être de l’enregistrer.");
        }

        if (!Enum.IsDefined(Moyen) || Precision.Length > 200 || (Moyen == MoyenInformation.Autre && string.IsNullOrWhiteSpace(Precision)))
        {
            yield return new(nameof(Precision), "Dites par quel moyen les enseignants ont été informés (200 caractères au plus).");
        }
    }
}
