using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Lettres;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.MissionsDirectes;

public enum DecisionDirecte { Valider, Refuser, Renvoyer }

/// <summary>
/// L'inspecteur arrête les parts des écoles, le chef d'établissement confie les siennes, le recteur décide des missions académiques et, lui ou l'IA-DASEN
/// par délégation, des IMP du premier degré. Aucun conseil n'est consulté.
/// </summary>
public static class DeciderMission
{
    const int Longueur = 2000;
    const int LongueurDuRetrait = 1700;

    public static ChangerMission Trancher(MissionVue vue, DecisionDirecte decision, Autorite autorite, string motif, NeuviemeDb db) => new(vue, decision switch
    {
        DecisionDirecte.Valider => "mission validée",
        DecisionDirecte.Refuser => "mission refusée",
        _ => "mission renvoyée",
    })
    {
        Action = decision switch
        {
            DecisionDirecte.Valider => ActionAttribution.Valider,
            DecisionDirecte.Refuser => ActionAttribution.Refuser,
            _ => ActionAttribution.Renvoyer,
        },
        Motif = motif.Trim(),
        Autorite = autorite,
        Controle = (plan, m) => motif.Length > Longueur ? "Le motif a au plus 2 000 caractères."
            : decision != DecisionDirecte.Valider ? string.IsNullOrWhiteSpace(motif) ? "Dites pourquoi : la personne qui a proposé la mission le lira." : null
            : plan.Juger(m, autorite) is { Issue: not Issue.Accordee } empechee ? SuivreMission.Phrases(empechee.Motifs) ?? "Aucun texte ne couvre cette année scolaire." : null,
        Apres = (plan, m) =>
        {
            if (decision == DecisionDirecte.Valider)
            {
                SuivreMission.Verser(db, plan, m, plan.Juger(m));
            }

            return Task.CompletedTask;
        },
    };

    /// <summary>Qui a préparé la mission la confie lui-même, une fois l'accord donné : la proposition et la décision ne font qu'un geste.</summary>
    public static ChangerMission Confier(MissionVue vue, EtatAttribution etat, Autorite autorite, NeuviemeDb db) => etat == EtatAttribution.Proposee ? Trancher(vue, DecisionDirecte.Valider, autorite, "", db)
        : Trancher(vue, DecisionDirecte.Valider, autorite, "", db) with { Action = ActionAttribution.Proposer, Suites = [ActionAttribution.Valider] };

    /// <summary>Possible tant qu'aucun versement n'est échu : après, la paie et le dossier diraient deux choses.</summary>
    public static async Task<ChangerMission> Revenir(MissionVue vue, string motif, FondementDuRetrait fondement, NeuviemeDb db, Auteur auteur, CancellationToken ct)
    {
        var mois = auteur.Aujourdhui.Year * 100 + auteur.Aujourdhui.Month;
        var echue = await db.EcheancesDirectes.AnyAsync(e => e.MissionId == vue.Id && e.Paie <= mois, ct);
        var retrait = await db.MissionsDirectes.AnyAsync(m => m.Id == vue.Id && m.Etat == EtatAttribution.Validee, ct);
        return new(vue, "décision reprise")
        {
            Action = ActionAttribution.Revenir,
            Motif = (retrait ? fondement.Ecrit : "") + motif.Trim(),
            Controle = (plan, m) => string.IsNullOrWhiteSpace(motif) || motif.Length > LongueurDuRetrait ? "Dites pourquoi vous revenez sur la décision, en 1 700 caractères au plus."
                : retrait && m.DecideeLe is { } prise && fondement.Juger(prise, auteur.Aujourdhui) is { Count: > 0 } sansFondement ? string.Join(" ", sansFondement.Select(r => r.Message))
                : echue ? "Un versement est déjà sur la paie : la décision ne se reprend plus ici."
                : m.Etat == EtatAttribution.Refusee && m.Centimes > plan.LibrePour(m) ? "Sa part de l’enveloppe a servi depuis : le refus ne peut plus être repris." : null,
            Apres = async (_, m) =>
            {
                (m.ServiceFaitLe, m.LettreLe) = (null, m.EstAcademique ? null : m.LettreLe);
                await FinDEffet.Priver(db, db.Lettres.Where(l => l.MissionDirecteId == m.Id), auteur, ct);
                db.EcheancesDirectes.RemoveRange(await db.EcheancesDirectes.Where(e => e.MissionId == m.Id).ToListAsync(ct));
            },
        };
    }
}
