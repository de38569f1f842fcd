using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Lettres;
using Neuvieme.Fonctions.Parametres;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.MissionsDirectes;

/// <summary>Les gestes de qui prépare la mission : l'inspecteur, le directeur d'école, le chef d'établissement ou le rectorat. Aucun conseil d'administration n'y paraît.</summary>
public static class SuivreMission
{
    public static ChangerMission DemanderAccord(MissionVue vue, NeuviemeDb db, string academie, Auteur auteur, CancellationToken ct) => new(vue, "accord demandé")
    {
        Action = ActionAttribution.DemanderAccord,
        Controle = ManqueAvantLAccord,
        Apres = async (_, m) => m.RepondreAvant = auteur.Aujourdhui.AddDays(await Parametre.DelaiReponse(db, academie, auteur.Aujourdhui, ct)),
    };

    /// <summary>Ce que le décideur a refusé reste refusé : il peut revenir sur sa décision, on peut préparer une autre mission.</summary>
    public static ChangerMission Reprendre(MissionVue vue, NeuviemeDb db, Auteur auteur, CancellationToken ct) => new(vue, "demande reprise")
    {
        Action = ActionAttribution.Reprendre,
        Apres = (_, m) => FinDEffet.Priver(db, db.Lettres.Where(l => l.MissionDirecteId == m.Id), auteur, ct),
        Controle = (_, m) => m.Etat == EtatAttribution.Refusee ? "Une mission refusée ne se reprend pas : préparez-en une autre." : null,
    };

    /// <summary>Ce qui a été proposé, ou qu'une lettre nomme, reste au dossier.</summary>
    public static async Task<ChangerMission> Retirer(MissionVue vue, NeuviemeDb db, CancellationToken ct)
    {
        var nommee = await db.Lettres.AnyAsync(l => l.MissionDirecteId == vue.Id, ct);
        return new(vue, "mission retirée")
        {
            Controle = (_, m) => m.ProposeeLe is not null ? "Cette mission a déjà été proposée : elle reste au dossier, en préparation, sans rien engager."
                : nommee ? "Une lettre nomme cette mission : elle reste au dossier, en préparation, sans rien engager."
                : m.Etat == EtatAttribution.EnPreparation ? null : $"Seule une mission en préparation se retire ; celle-ci est « {m.EtatDit()} ». Reprenez-la d’abord.",
            Apres = (_, m) =>
            {
                db.MissionsDirectes.Remove(m);
                return Task.CompletedTask;
            },
        };
    }

    /// <summary>Le décret veut la lettre avant la décision ; elle rapporte l'accord, qui la précède.</summary>
    public static ChangerMission Lettre(MissionVue vue, DateOnly? le, DateOnly aujourdhui) => new(vue, "lettre de mission notée")
    {
        Controle = (_, m) => !m.EstImpPremierDegre ? "Seule l’IMP attend ici sa lettre avant la décision."
            : m.Etat is not (EtatAttribution.AccordDonne or EtatAttribution.ARectifier) ? $"La lettre suit l’accord et précède la proposition ; la mission est « {m.EtatDit()} »."
            : le is not { } jour || jour > aujourdhui || jour < m.AccordLe ? $"Donnez le jour de la lettre : il suit l’accord{(m.AccordLe is { } accord ? $" du {Francais.Date(accord)}" : "")}, et ne dépasse pas aujourd’hui." : null,
        Apres = (_, m) =>
        {
            m.LettreLe = le;
            return Task.CompletedTask;
        },
    };

    public static ChangerMission Proposer(MissionVue vue, string reponse) => new(vue, "mission proposée")
    {
        Action = ActionAttribution.Proposer,
        Motif = reponse.Trim(),
        Controle = (plan, m) => m.Etat == EtatAttribution.ARectifier && string.IsNullOrWhiteSpace(reponse) ? "Dites ce que vous avez corrigé, ou pourquoi rien n’était à corriger."
            : reponse.Length > 2000 ? "La réponse a au plus 2 000 caractères."
            : Phrases(plan.Juger(m).Motifs.Where(x => x.Code is not ("PREM-DECISION-ATTENDUE" or "ACA-DECISION-ATTENDUE"))),
    };

    /// <summary>Le service fait d'une mission ponctuelle : c'est lui qui la rend payable.</summary>
    public static ChangerMission ServiceFait(MissionVue vue, DateOnly? le, DateOnly aujourdhui, NeuviemeDb db) => new(vue, "service fait constaté")
    {
        Controle = (plan, m) =>
        {
            if (m.EstPacte || m.Duree != Duree.Ponctuelle || m.Etat != EtatAttribution.Validee || m.ServiceFaitLe is not null)
            {
                return "Le service fait se constate une fois, sur une mission ponctuelle validée.";
            }

            if (le is not { } jour || jour > aujourdhui)
            {
                return "Donnez le jour où le service est fait, au plus tard aujourd’hui.";
            }

            m.ServiceFaitLe = jour;
            return Phrases(plan.Juger(m).Motifs);
        },
        Apres = (plan, m) =>
        {
            Verser(db, plan, m, plan.Juger(m));
            return Task.CompletedTask;
        },
    };

    /// <summary>Écrit ce que le droit date. D'une IMP annuelle il ne date rien : le nombre de mensualités n'est pas établi.</summary>
    public static void Verser(NeuviemeDb db, PlanDirect plan, MissionDirecte m, Decision decision) =>
        db.EcheancesDirectes.AddRange((decision.Montants?.Echeances ?? []).Select(e => EcheanceDirecte.De(m.Id, e, m.Duree == Duree.Ponctuelle ? e.Mois : Echeancier.PayeeEn(e, m.DecideeLe, plan.Parametres.JourLimitePaie))));

    static string? ManqueAvantLAccord(PlanDirect plan, MissionDirecte m)
    {
        var solde = plan.SoldeDe(m);
        if (plan.Lignes.Count == 0)
        {
            return m.Dispositif switch
            {
                DispositifDirect.ImpPremierDegre => "L’enveloppe de la circonscription n’est pas encore notifiée par le rectorat.",
                DispositifDirect.PactePremierDegre => "Les parts de l’école ne sont pas encore notifiées par le rectorat.",
                DispositifDirect.Academique => "L’enveloppe des missions académiques n’est pas encore fixée : fixez-la d’abord.",
                _ => "Les parts de l’établissement ne sont pas encore notifiées par le rectorat.",
            };
        }

        if (m.Centimes > solde.Libre)
        {
            return $"{(m.Dispositif is DispositifDirect.PacteSecondDegre or DispositifDirect.PacteLyceePro ? $"Le niveau {m.Niveau} n’y suffit" : "L’enveloppe n’y suffit")} plus : {MotsDesMissions.Pesee(m.Dispositif, new(Math.Max(0, solde.Libre)))} libres sur {MotsDesMissions.Pesee(m.Dispositif, new(solde.Notifie))}, et cette mission en demande {m.Pesee()}.";
        }

        if (m.Activites.Count == 0)
        {
            return "Écrivez d’abord ce qui est attendu : l’accord porte sur ces tâches.";
        }

        // L'accord, la lettre et la décision viennent après : on ne s'arrête qu'à ce que la personne doit savoir avant de répondre.
        return Phrases(plan.Juger(m).Motifs.Where(x => x.Gravite == Gravite.Refus || x.Rubrique != Rubrique.Procedure));
    }

    public static string? Phrases(IEnumerable<Motif> motifs) => motifs.ToList() is { Count: > 0 } tous ? ChangerEtat.Phrases(tous) : null;
}
