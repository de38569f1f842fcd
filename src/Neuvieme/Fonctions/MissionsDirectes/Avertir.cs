using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Fonctions.Parametres;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.MissionsDirectes;

/// <summary>Qui apprend, par courriel, qu'une part ou une mission directe a changé d'état ; comme pour une IMP, jamais un montant, un motif ni une réponse.</summary>
public static class Avertir
{
    public static string Sujet(long missionId) => $"mission-directe:{missionId}";

    /// <summary>À appeler dans la transaction du changement.</summary>
    /// <param name="avant">L'état d'avant : seul un accord déjà donné se reprend avec un mot.</param>
    public static async Task DuChangement(NeuviemeDb db, string academie, PlanDirect plan, MissionDirecte m, EtatAttribution avant, ActionAttribution action, Auteur auteur, CancellationToken ct)
    {
        if (action == ActionAttribution.Reprendre)
        {
            await Courriel.Retirer(db, [Sujet(m.Id)], ct);
        }

        var recours = action is ActionAttribution.Valider or ActionAttribution.Refuser or ActionAttribution.Revenir ? await VoiesDeRecours.Lire(db, academie, auteur.Aujourdhui, ct) : "";
        List<Depot> depots = ALaPersonne(plan, m, avant, action, recours, auteur) is { } sien ? [sien] : [];
        if (AuxAuteurs(m, action) is { } nouvelle)
        {
            depots.AddRange((await Proposants(db, m, auteur.Aujourdhui, auteur.CompteId, ct)).Select(c => nouvelle with { CompteId = c }));
        }

        await Courriel.Deposer(db, depots, auteur.InstantUtc, ct);
    }

    /// <summary>La même phrase, une fois par heure, que la personne accepte, décline ou demande un changement : ni les mots ni l'heure ne disent ce qu'elle a répondu.</summary>
    public static async Task DUneReponse(NeuviemeDb db, MissionDirecte m, Auteur auteur, CancellationToken ct)
    {
        await Courriel.Retirer(db, [Sujet(m.Id)], ct);
        var heure = new DateTime(auteur.InstantUtc.Ticks - (auteur.InstantUtc.Ticks % TimeSpan.TicksPerHour), DateTimeKind.Utc);
        await Courriel.Deposer(db, [.. (await Proposants(db, m, auteur.Aujourdhui, sauf: null, ct)).Select(c =>
            new Depot(c, GenreCourriel.Reponse, "Une réponse est arrivée", $"Une réponse est arrivée à une demande d’accord que vous avez faite. Elle se lit ici :\n{Page(m)}", $"reponse-directe:{m.Portee}:{heure:yyyyMMddHH}")
            { PasAvantUtc = heure.AddHours(1) })], auteur.InstantUtc, ct);
    }

    /// <summary>Le rappel d'une demande qui attend, quand la date souhaitée approche.</summary>
    public static Depot Rappel(MissionDirecte m, string lieu, long compteId, DateOnly jour) => new(compteId, GenreCourriel.Rappel, "Une demande attend votre réponse",
        $"{lieu} : votre accord est demandé pour la mission « {m.Intitule} ».{Avant(m)} Vous pouvez accepter, ne pas donner suite ou demander un changement ; le silence ne vaut pas accord.\n{m.AdresseDeLAgent()}",
        $"rappel-direct:{m.Id}:{jour:yyyyMMdd}")
    { Sujet = Sujet(m.Id), PerimeUtc = m.RepondreAvant >= jour ? Horloge.DebutDuJour(m.RepondreAvant.Value.AddDays(1)) : null };

    /// <summary>D'où vient la demande, dit à la personne ; vide quand il faut le nom de l'établissement.</summary>
    public static string Lieu(this MissionDirecte m, Func<string, string> denomination) => m.Dispositif switch
    {
        DispositifDirect.ImpPremierDegre => "L’inspection de votre circonscription",
        DispositifDirect.Academique => "Le rectorat",
        _ => denomination(m.Porteur),
    };

    static Depot? ALaPersonne(PlanDirect plan, MissionDirecte m, EtatAttribution avant, ActionAttribution action, string recours, Auteur auteur)
    {
        if (m.Agent?.CompteId is not { } compte || compte == auteur.CompteId)
        {
            return null;
        }

        var (lieu, cle, adresse) = (m.Lieu(uai => plan.Ecoles[uai].Denomination), $"mission-directe:{m.Id}:{m.Version}", m.AdresseDeLAgent());
        return action switch
        {
            ActionAttribution.DemanderAccord => new(compte, GenreCourriel.AccordDemande, "Votre accord est demandé",
                $"{lieu} : une mission vous est proposée, « {m.Intitule} » ({m.Nature()}). Rien ne vous est imposé : lisez, réfléchissez, répondez.{Avant(m)} Le silence ne vaut pas accord.\n{adresse}", cle)
            { Sujet = Sujet(m.Id) },
            ActionAttribution.Valider or ActionAttribution.Refuser or ActionAttribution.Revenir => new(compte, GenreCourriel.Decision, "Du nouveau sur votre mission",
                $"Une décision est prise sur la mission « {m.Intitule} » ({m.Nature()}).\n{recours}\nOù elle en est :\n{adresse}", cle),
            ActionAttribution.Reprendre when avant.AUnAccord() => new(compte, GenreCourriel.Decision, "Un accord que vous aviez donné est repris",
                $"{lieu} : la mission « {m.Intitule} » est de nouveau en préparation. L’accord que vous aviez donné ne vaut plus ; si elle vous est proposée encore, vous répondrez librement.\n/mes-missions", cle),
            _ => null,
        };
    }

    static Depot? AuxAuteurs(MissionDirecte m, ActionAttribution action) => action is ActionAttribution.Valider or ActionAttribution.Refuser or ActionAttribution.Renvoyer or ActionAttribution.Revenir
        ? new(0, GenreCourriel.Decision, action == ActionAttribution.Renvoyer ? "Une mission à corriger" : "Une mission est décidée",
            action == ActionAttribution.Renvoyer ? $"La mission « {m.Intitule} » vous est renvoyée pour correction. Ce qui est demandé se lit ici :\n{Page(m)}" : $"Une décision est prise, ou reprise, sur la mission « {m.Intitule} ». Où elle en est :\n{Page(m)}", $"decision-directe:{m.Id}:{m.Version}")
        : null;

    /// <summary>Ceux qui préparent la mission et lisent la réponse ; l'auteur de l'acte, lui, sait.</summary>
    static Task<List<long>> Proposants(NeuviemeDb db, MissionDirecte m, DateOnly jour, long? sauf, CancellationToken ct)
    {
        var enFonction = Destinataires.EnFonction(db, jour).Where(h => h.CompteId != sauf);
        return (m.Dispositif switch
        {
            DispositifDirect.ImpPremierDegre => enFonction.Where(h => h.Role == Role.Ien && h.CirconscriptionCode == m.CirconscriptionCode),
            DispositifDirect.PactePremierDegre => enFonction.Where(h => h.Role == Role.DirecteurEcole && h.Uai == m.Uai),
            DispositifDirect.Academique => enFonction.Where(h => (h.Role == Role.GestionnaireRectorat || h.Role == Role.Recteur) && h.AcademieCode == m.AcademieCode),
            _ => enFonction.Where(h => h.Role == Role.ChefEtablissement && h.Uai == m.Uai),
        }).Select(h => h.CompteId).Distinct().OrderBy(id => id).ToListAsync(ct);
    }

    static string Page(MissionDirecte m) => m.Dispositif switch
    {
        DispositifDirect.Academique => $"/academiques/suivre/{m.Id}",
        DispositifDirect.PacteSecondDegre or DispositifDirect.PacteLyceePro => $"/parts/suivre/{m.Id}",
        _ => $"/premier-degre/suivre/{m.Id}",
    };

    static string Avant(MissionDirecte m) => m.RepondreAvant is { } jour ? $" Réponse souhaitée avant le {Francais.Date(jour)}." : "";
}
