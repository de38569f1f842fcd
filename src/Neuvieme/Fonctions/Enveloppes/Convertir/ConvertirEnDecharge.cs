using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Enveloppes.Convertir;

/// <summary>
/// Le chef d'établissement demande que des IMP deviennent des heures pour une personne et une mission. La demande réserve
/// l'enveloppe : contrôle et réservation ne font qu'une transaction (regles R024, R027 à R029, R039).
/// </summary>
public sealed record ConvertirEnDecharge
{
    public required Guid CleSaisie { get; init; }
    public required long MissionId { get; init; }
    public required long AgentId { get; init; }
    public required int HeuresCentiemes { get; init; }
    public DateOnly? Debut { get; init; }
    public DateOnly? AccordLe { get; init; }
    public string PieceAccord { get; init; } = "";
    public DateOnly? PropositionCaLe { get; init; }
    public DateOnly? DemandeDasenLe { get; init; }
    public DateOnly? EnseignantsInformesLe { get; init; }

    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, Etablissement etablissement, AnneeScolaire annee, Auteur auteur, CancellationToken ct = default)
    {
        await using var transaction = await db.Commencer(etablissement.Uai, ct);
        var plan = await Plan.Charger(db, etablissement, annee, auteur.Aujourdhui, ct);
        if (await db.Conversions.AsNoTracking().FirstOrDefaultAsync(c => c.Uai == etablissement.Uai && c.CleSaisie == CleSaisie, ct) is { } deja)
        {
            if (!deja.EstVivante)
            {
                return [new("", $"Ce formulaire a déjà servi : sa demande de {deja.Heures} pour « {deja.Intitule} » est maintenant « {deja.Libelle} ». Rechargez la page pour en faire une autre.")];
            }

            // Le même formulaire envoyé deux fois : la demande est là. Changé entre-temps, il n'a rien enregistré.
            return (deja.MissionId, deja.AgentId, deja.HeuresCentiemes, deja.Debut, deja.AccordLe, deja.PieceAccord, deja.PropositionCaLe, deja.DemandeDasenLe, deja.EnseignantsInformesLe)
                == (MissionId, AgentId, HeuresCentiemes, Debut, AccordLe, PieceAccord.Trim(), PropositionCaLe, DemandeDasenLe, EnseignantsInformesLe) ? []
                : [new("", $"Ce formulaire a déjà demandé {deja.Heures} pour « {deja.Intitule} », et rien de ce qui y a changé depuis n’est enregistré. Pour corriger, retirez la demande, puis refaites-la.")];
        }

        if (Verifier(plan) is { Count: > 0 } refus)
        {
            return refus;
        }

        var conversion = Preparer(plan, auteur);
        var motifs = JugerLaConversion.De(plan, conversion).Motifs.Where(m => m.Code != JugerLaConversion.DecisionAttendue).ToList();
        if (motifs.Count > 0)
        {
            return [.. motifs.Select(m => new Refus("", $"{m.Phrase} ({m.Source})"))];
        }

        conversion.Agent = null;
        db.Conversions.Add(conversion);
        await db.SaveChangesAsync(ct);
        var plume = new Plume(db, auteur, etablissement.Uai);
        plume.Noter("décharge demandée", $"conversion:{conversion.Id}", null,
            new { mission = conversion.Intitule, agent = AgentId, heures = conversion.Heures, quarts = conversion.Quarts, debut = Debut, accord = AccordLe, proposition_ca = PropositionCaLe, demande_dasen = DemandeDasenLe });
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }

    /// <summary>La conversion telle que le droit la jugera, sans rien enregistrer.</summary>
    public Conversion Preparer(Plan plan, Auteur auteur) => new()
    {
        Uai = plan.Etablissement.Uai, Annee = plan.Annee.Debut, MissionId = MissionId, Intitule = plan.Missions.First(m => m.Id == MissionId).Intitule, AgentId = AgentId,
        Agent = plan.Affectations.First(a => a.AgentId == AgentId).Agent, HeuresCentiemes = HeuresCentiemes, Debut = Debut, AccordLe = AccordLe, PieceAccord = PieceAccord.Trim(),
        PropositionCaLe = PropositionCaLe, DemandeDasenLe = DemandeDasenLe, EnseignantsInformesLe = EnseignantsInformesLe, Auteur = auteur.Signature, InstantUtc = auteur.InstantUtc, CleSaisie = CleSaisie,
    };

    /// <summary>Ce qui ne peut s'enregistrer, avant même le droit.</summary>
    public IReadOnlyList<Refus> Verifier(Plan plan)
    {
        List<Refus> refus = [];
        var mission = plan.Missions.FirstOrDefault(m => m.Id == MissionId);
        if (mission is null)
        {
            refus.Add(new(nameof(MissionId), "Choisissez une mission de la répartition."));
        }

        if (!plan.Affectations.Any(a => a.AgentId == AgentId && a.Presente))
        {
            refus.Add(new(nameof(AgentId), "Choisissez une personne de l’établissement, présente au dernier import."));
        }

        if (HeuresCentiemes is < 1 or > 10_000)
        {
            refus.Add(new("Heures", "Écrivez les heures hebdomadaires : une IMP fait une heure."));
        }

        if (plan.LignesEnveloppe.Count == 0)
        {
            refus.Add(new("", "L’enveloppe n’est pas encore notifiée par le rectorat : il n’y a rien à convertir."));
        }

        if (AccordLe is not null && string.IsNullOrWhiteSpace(PieceAccord))
        {
            refus.Add(new(nameof(PieceAccord), "Dites où se lit l’accord de la personne : courriel, fiche signée… et gardez la pièce."));
        }

        if (PieceAccord.Length > 300)
        {
            refus.Add(new(nameof(PieceAccord), "La pièce se dit en 300 caractères au plus."));
        }

        if (mission is not null && plan.Decharge(mission, AgentId) is { } vivante)
        {
            refus.Add(new("", $"Une décharge de {vivante.Heures} est déjà {vivante.Libelle} pour cette personne et « {mission.Intitule} » : {(vivante.Etat == EtatConversion.Demandee ? "retirez-la pour la remplacer" : "le recteur peut l’annuler")}."));
        }

        return refus;
    }
}

/// <summary>Le chef d'établissement retire une demande que le recteur n'a pas décidée : l'enveloppe est rendue.</summary>
public sealed record RetirerLaConversion(long Id, int Version)
{
    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, string uai, Auteur auteur, CancellationToken ct = default)
    {
        await using var transaction = await db.Commencer(uai, ct);
        if (await db.Conversions.FirstOrDefaultAsync(c => c.Id == Id && c.Uai == uai, ct) is not { } conversion)
        {
            return [new("", "Cette demande n’existe pas dans votre établissement.")];
        }

        if (conversion.Etat != EtatConversion.Demandee || conversion.Version != Version)
        {
            return [new("", $"Cette demande de décharge ne se retire plus : elle est « {conversion.Libelle} ».")];
        }

        if (conversion.Passer(EtatConversion.Retiree, auteur, "") is { } refus)
        {
            return [refus];
        }

        var plume = new Plume(db, auteur, uai);
        plume.Noter("demande de décharge retirée", $"conversion:{Id}", new { mission = conversion.Intitule, quarts = conversion.Quarts });
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }
}
