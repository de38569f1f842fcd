using Neuvieme.Droit;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Fonctions.Parametres;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Attributions;

/// <summary>
/// Qui apprend, par courriel, qu'une attribution a changé d'état. Un courriel traverse des serveurs qui ne sont pas les nôtres : il dit
/// qu'il y a quelque chose à lire et où, jamais un montant, un motif ni une réponse.
/// </summary>
public static class Avertir
{
    const string MesMissions = "/mes-missions";

    public static string Sujet(long attributionId) => $"attribution:{attributionId}";

    /// <summary>À appeler dans la transaction du changement.</summary>
    public static async Task DuChangement(NeuviemeDb db, Plan plan, ActionAttribution action, IReadOnlyList<Dossier> dossiers, Auteur auteur, CancellationToken ct)
    {
        if (action == ActionAttribution.Reprendre)
        {
            await Courriel.Retirer(db, [.. dossiers.Select(d => Sujet(d.Attribution.Id))], ct);
            return;
        }

        var recours = action is ActionAttribution.Valider or ActionAttribution.Refuser or ActionAttribution.Revenir ? await VoiesDeRecours.Lire(db, plan.Etablissement.AcademieCode, auteur.Aujourdhui, ct) : "";
        List<Depot> depots = [.. dossiers.Select(d => ALaPersonne(plan, action, d, recours, auteur)).OfType<Depot>()];
        if (DuRectorat(action, dossiers) is { } nouvelle)
        {
            depots.AddRange((await Destinataires.Chefs(db, plan.Etablissement.Uai, auteur.Aujourdhui, auteur.CompteId, ct)).Select(chef => nouvelle with { CompteId = chef }));
        }

        await Courriel.Deposer(db, depots, auteur.InstantUtc, ct);
    }

    /// <summary>
    /// Une réponse est arrivée : la même phrase que la personne accepte, décline ou demande un changement, et un courriel par heure au
    /// plus, pour que ni ses mots ni son heure ne disent ce qu'elle a répondu.
    /// </summary>
    public static async Task DUneReponse(NeuviemeDb db, string uai, long attributionId, Auteur auteur, CancellationToken ct)
    {
        await Courriel.Retirer(db, [Sujet(attributionId)], ct);
        var heure = new DateTime(auteur.InstantUtc.Ticks - (auteur.InstantUtc.Ticks % TimeSpan.TicksPerHour), DateTimeKind.Utc);
        const string texte = "Une réponse est arrivée à une demande d’accord que vous avez faite. Elle se lit dans « Attributions » :\n/attributions";
        await Courriel.Deposer(db, [.. (await Destinataires.Chefs(db, uai, auteur.Aujourdhui, null, ct)).Select(chef =>
            new Depot(chef, GenreCourriel.Reponse, "Une réponse est arrivée", texte, $"reponse:{uai}:{heure:yyyyMMddHH}") { PasAvantUtc = heure.AddHours(1) })], auteur.InstantUtc, ct);
    }

    /// <summary>La personne avait dit oui : elle apprend que cela ne vaut plus, sans avoir à le deviner d'une page vide.</summary>
    public static Task DeLAccordRepris(NeuviemeDb db, Plan plan, Dossier d, Auteur auteur, CancellationToken ct) => d.Attribution.Agent?.CompteId is not { } compte || compte == auteur.CompteId ? Task.CompletedTask
        : Courriel.Deposer(db, compte, GenreCourriel.Decision, "Un accord que vous aviez donné est repris",
            $"{plan.Etablissement.Denomination} : la mission « {d.Mission.Intitule} » est de nouveau en préparation. L’accord que vous aviez donné ne vaut plus ; si elle vous est proposée encore, vous répondrez librement.\n{MesMissions}",
            $"accord-repris:{d.Attribution.Id}:{d.Attribution.Version}", auteur.InstantUtc, ct);

    /// <summary>Le rappel d'une demande qui attend, écrit pareil quand le chef le demande et quand la date approche.</summary>
    public static Depot Rappel(Attribution a, string etablissement, long compteId, DateOnly jour) => new(compteId, GenreCourriel.Rappel, "Une demande attend votre réponse",
        $"{etablissement} : votre accord est demandé pour la mission « {a.Mission!.Intitule} ».{(a.RepondreAvant < jour ? $" Une réponse était souhaitée avant le {Francais.Date(a.RepondreAvant.Value)} ; il est encore temps." : Avant(a))} Vous pouvez accepter, ne pas donner suite ou demander un changement ; le silence ne vaut pas accord.\n{MesMissions}",
        $"rappel:{a.Id}:{jour:yyyyMMdd}")
    { Sujet = Sujet(a.Id), PerimeUtc = a.RepondreAvant >= jour ? Horloge.DebutDuJour(a.RepondreAvant.Value.AddDays(1)) : null };

    static Depot? ALaPersonne(Plan plan, ActionAttribution action, Dossier d, string recours, Auteur auteur)
    {
        if (d.Attribution.Agent?.CompteId is not { } compte || compte == auteur.CompteId)
        {
            return null;
        }

        var (a, mission) = (d.Attribution, d.Mission.Intitule);
        var cle = $"attribution:{a.Id}:{a.Version}";
        return action switch
        {
            ActionAttribution.DemanderAccord => new(compte, GenreCourriel.AccordDemande, "Votre accord est demandé",
                $"{plan.Etablissement.Denomination} : une mission particulière vous est proposée, « {mission} ». Rien ne vous est imposé : lisez, réfléchissez, répondez.{Avant(a)} Le silence ne vaut pas accord.\n{MesMissions}", cle)
            { Sujet = Sujet(a.Id) },
            ActionAttribution.Valider or ActionAttribution.Refuser or ActionAttribution.Revenir => new(compte, GenreCourriel.Decision, "Du nouveau sur votre mission",
                $"Le rectorat s’est prononcé sur la mission « {mission} » ({plan.Etablissement.Denomination}).\n{recours}\nOù elle en est :\n{MesMissions}", cle),
            _ => null,
        };
    }

    /// <summary>Au chef, un seul courriel pour tout ce que le rectorat vient de décider ensemble.</summary>
    static Depot? DuRectorat(ActionAttribution action, IReadOnlyList<Dossier> dossiers)
    {
        var n = dossiers.Count;
        var phrase = action switch
        {
            ActionAttribution.Valider or ActionAttribution.Refuser => $"Le rectorat s’est prononcé sur {Francais.Nombre(n, "proposition")} de votre établissement.",
            ActionAttribution.Renvoyer => $"Le rectorat vous renvoie {Francais.Nombre(n, "proposition")} à corriger ou à compléter.",
            ActionAttribution.Revenir => $"Le rectorat revient sur une décision : {Francais.Nombre(n, "proposition")} de votre établissement est de nouveau à l’examen.",
            _ => null,
        };
        var premiere = dossiers.Count > 0 ? dossiers[0].Attribution : null;
        return phrase is null || premiere is null ? null : new(0, GenreCourriel.Decision, action == ActionAttribution.Renvoyer ? "Des propositions à corriger" : "Décision du rectorat",
            $"{phrase}\n/attributions", $"rectorat:{premiere.Id}:{premiere.Version}");
    }

    static string Avant(Attribution a) => a.RepondreAvant is { } jour ? $" Réponse souhaitée avant le {Francais.Date(jour)}." : "";
}
