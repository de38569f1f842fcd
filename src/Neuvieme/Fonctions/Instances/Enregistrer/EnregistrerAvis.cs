using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Instances.Enregistrer;

/// <summary>
/// Enregistre l'avis d'une instance sur ce qui lui a été présenté : un dossier préparé, ou les missions cochées (toutes quand
/// <see cref="Missions"/> est nul) telles qu'elles sont aujourd'hui, que l'on fige alors. Le conseil pédagogique passe avant le
/// conseil d'administration (décret art. 8).
/// </summary>
public sealed record EnregistrerAvis(Instance Instance, DateOnly RenduLe, SensAvis Sens, int? Pour, int? Contre, int? Abstentions, string Observations, IReadOnlyCollection<long>? Missions = null)
{
    public long? DossierId { get; init; }
    public int? Membres { get; init; }
    public int? Presents { get; init; }
    public string? Lu { get; init; }

    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, Etablissement etablissement, AnneeScolaire annee, Auteur auteur, CancellationToken ct = default)
    {
        await using var transaction = await db.Commencer(etablissement.Uai, ct);
        var plan = await Plan.Charger(db, etablissement, annee, auteur.Aujourdhui, ct);
        var dossier = DossierId is null ? null : await db.DossiersInstance.FirstOrDefaultAsync(d => d.Id == DossierId && d.Uai == etablissement.Uai && d.Annee == annee.Debut && d.Instance == Instance, ct);
        if (DossierId is not null && dossier is null)
        {
            return [new(nameof(DossierId), "Ce dossier n’est plus là, ou n’est pas celui de cette instance : choisissez-en un autre, ou cochez les missions présentées.")];
        }

        var missions = Missions ?? [.. PlanPresente.De(plan).Select(l => l.MissionId)];
        var changees = PlanPresente.Ecarts(plan, Instance).Select(e => e.Ligne.MissionId).ToHashSet();
        IReadOnlyList<Refus> refus = dossier is null ? new ChoixDeMissions(missions, Lu).Verifier(plan, Instance)
            : plan.Avis.Any(a => a.DossierId == dossier.Id) ? [new(nameof(DossierId), "Un avis est déjà enregistré sur ce dossier : quelqu’un vient peut-être de le faire.")] : [];
        var lignes = dossier?.Lire().Lignes ?? [.. PlanPresente.De(plan).Where(l => missions.Contains(l.MissionId))];
        refus = [.. VerificationAvis.Instance(plan, Instance), .. refus, .. VerificationAvis.Ordre(plan, this, lignes), .. VerificationAvis.Voix(this)];
        if (refus.Count > 0)
        {
            return refus;
        }

        if (dossier is null)
        {
            dossier = await DossierInstance.Figer(db, plan, Instance, RenduLe, changees.Count > 0 && changees.IsSupersetOf(missions), missions, auteur, ct);
            db.DossiersInstance.Add(dossier);
            await db.SaveChangesAsync(ct);
            lignes = dossier.Lire().Lignes;
        }

        var avis = new Avis
        {
            Uai = etablissement.Uai, Annee = annee.Debut, Instance = Instance, RenduLe = RenduLe, Sens = Sens, Pour = Pour, Contre = Contre, Abstentions = Abstentions, Membres = Membres, Presents = Presents,
            Observations = Observations.Trim(), PlanPresente = PlanPresente.Ecrire(lignes), DossierId = dossier.Id, Auteur = auteur.Signature, InstantUtc = auteur.InstantUtc,
        };
        db.Avis.Add(avis);
        await db.SaveChangesAsync(ct);
        var plume = new Plume(db, auteur, etablissement.Uai);
        plume.Noter("avis enregistré", $"avis:{avis.Id}", null, new { instance = Instance.ToString(), renduLe = RenduLe, sens = Sens.ToString(), pour = Pour, contre = Contre, abstentions = Abstentions, missions = lignes.Count, dossier = dossier.Reference });
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }
}
