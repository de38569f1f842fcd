using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Fonctions.Suivi;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;
using Mission = Neuvieme.Fonctions.Repartition.Mission;

namespace Neuvieme.Fonctions.Avenants.Proposer;

/// <summary>Le chef propose à la personne de changer ce qui est convenu ; rien ne change tant qu'elle n'a pas répondu.</summary>
public sealed record ProposerAvenant(long AttributionId, int Version, long Centimes, int? Heures, string Contenu, DateOnly EffetLe, string Motif)
{
    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, Etablissement etablissement, AnneeScolaire annee, Auteur auteur, CancellationToken ct = default)
    {
        if (string.IsNullOrWhiteSpace(Motif) || Motif.Length > 2000)
        {
            return [new(nameof(Motif), "Écrivez pourquoi, en 2 000 caractères au plus : la personne, et le rectorat si le taux change, le liront.")];
        }

        await using var transaction = await db.Commencer(etablissement.Uai, ct);
        var plan = await Plan.Charger(db, etablissement, annee, auteur.Aujourdhui, ct);
        if (plan.Missions.SelectMany(m => m.Attributions, (m, a) => (m, a)).FirstOrDefault(x => x.a.Id == AttributionId) is not ({ } mission, { } attribution))
        {
            return [new("", "Cette attribution n’est pas de votre établissement ou n’existe plus.")];
        }

        if (attribution.Version != Version)
        {
            return [new("", "La mission a changé depuis que vous l’avez lue. La voici à jour : vérifiez, puis recommencez.")];
        }

        var avenant = new Avenant
        {
            AttributionId = AttributionId, Numero = 1 + await db.Avenants.Where(a => a.AttributionId == AttributionId).Select(a => (int?)a.Numero).MaxAsync(ct) ?? 1,
            CentimesAvant = attribution.Centimes, Centimes = Centimes, HeuresAvant = mission.HeuresEstimees, Heures = Heures, ContenuAvant = mission.Contenu, Contenu = Contenu.Replace("\r", "", StringComparison.Ordinal).Trim(),
            EffetLe = EffetLe, Motif = Motif.Trim(), Auteur = auteur.Signature, InstantUtc = auteur.InstantUtc,
        };
        if (Empechement(plan, mission, attribution) is { } motif)
        {
            return [new("", motif)];
        }

        if (await db.Avenants.AnyAsync(a => a.AttributionId == AttributionId && (a.Etat == EtatAvenant.AccordDemande || a.Etat == EtatAvenant.AInstruire), ct))
        {
            return [new("", "Un avenant est déjà en cours pour cette mission : attendez sa réponse, ou retirez-le.")];
        }

        if (Verifier(avenant, mission, annee) is { Count: > 0 } refus)
        {
            return refus;
        }

        if (avenant.ChangeLeTaux && JugerLeTaux(plan, mission, attribution, avenant) is { } obstacle)
        {
            db.ChangeTracker.Clear();
            return [new(nameof(Centimes), obstacle)];
        }

        db.ChangeTracker.Clear();
        db.Avenants.Add(avenant);
        await db.SaveChangesAsync(ct);
        if (attribution.Agent?.CompteId is { } compte)
        {
            await Courriel.Deposer(db, compte, GenreCourriel.AccordDemande, "Un changement de votre mission vous est proposé",
                $"{etablissement.Denomination} : votre chef d’établissement vous propose de changer ce qui est convenu pour « {mission.Intitule} ». Rien ne change sans votre accord ; le silence ne le vaut pas.\n/avenants/repondre/{avenant.Id}", $"avenant:{avenant.Id}", auteur.InstantUtc, ct);
        }

        var plume = new Plume(db, auteur, etablissement.Uai);
        plume.Noter("avenant proposé", $"attribution:{AttributionId}", new { centimes = avenant.CentimesAvant, heures = avenant.HeuresAvant }, new { centimes = avenant.Centimes, heures = avenant.Heures, effet = avenant.EffetLe }, avenant.Motif);
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }

    public static string? Empechement(Plan plan, Mission mission, Attribution a) => plan.Interruptions[a.Id].Any(i => i.Genre == GenreDInterruption.Arret)
        ? "Le rectorat a arrêté la mission : un avenant n’y changerait plus rien."
        : a is not { Etat: EtatAttribution.Validee, AgentId: not null }
        ? "La mission n’est pas validée : changez-la dans Répartition, sans avenant."
        : a.ServiceFaitLe is not null ? "Le service fait est constaté : la mission est finie, et due telle qu’elle était convenue." : null;

    static List<Refus> Verifier(Avenant avenant, Mission mission, AnneeScolaire annee)
    {
        List<Refus> refus = [];
        if (avenant.Changements.Count == 0)
        {
            refus.Add(new("", "Rien ne change : choisissez un autre taux, d’autres heures ou d’autres tâches."));
        }

        if (!annee.Contient(avenant.EffetLe))
        {
            refus.Add(new(nameof(EffetLe), $"La date d’effet est hors de l’année scolaire {annee}."));
        }

        if (avenant.Contenu.Length > 8000)
        {
            refus.Add(new(nameof(Contenu), "Les tâches ont au plus 8 000 caractères."));
        }

        if (avenant.Heures is < 1 or > 1600)
        {
            refus.Add(new(nameof(Heures), "Les heures estimées vont de 1 à 1 600."));
        }

        if (TauxImp.DeMontant(new(avenant.Centimes), annee.PremierJour) is null)
        {
            refus.Add(new(nameof(Centimes), "Choisissez l’un des cinq taux."));
        }
        else if (avenant.Centimes < avenant.CentimesAvant)
        {
            // CRPA, art. L. 242-1 : la décision qui attribue le taux crée un droit.
            refus.Add(new(nameof(Centimes), $"Un taux validé ne baisse pas par avenant : il est acquis (CRPA, art. L. 242-1). Si {Rendu.Euros(new Montant(avenant.CentimesAvant))} étaient une erreur, demandez au rectorat de revenir sur sa décision ; si la mission s’arrête, notez-le au suivi."));
        }

        if (mission.Attributions.Count(x => x.Etat is not (EtatAttribution.Refusee or EtatAttribution.AccordDecline)) > 1 && (avenant.Contenu != avenant.ContenuAvant || avenant.Heures != avenant.HeuresAvant))
        {
            refus.Add(new(nameof(Contenu), "Cette mission est partagée : ses tâches et ses heures sont celles des autres aussi. Seul le taux de cette personne peut changer."));
        }

        return refus;
    }

    /// <summary>Le taux proposé, jugé comme le rectorat le jugera : mission, justification, enveloppe.</summary>
    internal static string? JugerLeTaux(Plan plan, Mission mission, Attribution attribution, Avenant avenant)
    {
        var (centimes, justification) = (attribution.Centimes, attribution.Justification);
        attribution.Centimes = avenant.Centimes;
        attribution.Justification = string.IsNullOrWhiteSpace(justification) ? avenant.Motif : justification;
        var decision = plan.Controler(mission, attribution);
        (attribution.Centimes, attribution.Justification) = (centimes, justification);
        return decision.Issue == Issue.Accordee ? null : ChangerEtat.Phrases(decision.Motifs);
    }
}
