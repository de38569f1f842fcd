using Neuvieme.Droit;
using Neuvieme.Fonctions.Campagnes;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Mission = Neuvieme.Fonctions.Repartition.Mission;

namespace Neuvieme.Fonctions.Attributions;

/// <summary>Une attribution avec sa mission et la décision du droit dans l'état présent.</summary>
public sealed record Dossier(Mission Mission, Attribution Attribution, Decision Decision)
{
    public string Nom => $"{Mission.Intitule} — {Attribution.Agent?.NomDeCivilite ?? "personne encore"}";
    public IEnumerable<Motif> Refus => Decision.Motifs.Where(m => m.Gravite == Gravite.Refus);
    public IEnumerable<Motif> Manques => Decision.Motifs.Where(m => m.Gravite == Gravite.Manque);
}

/// <summary>Pourquoi une ligne passe à un autre état : un texte, et pour le rectorat un code.</summary>
public readonly record struct MotifDeLigne(string Texte, MotifRectorat? Code = null)
{
    public override string ToString() => Code is { } code ? $"{code.Libelle()} — {Texte}" : Texte;
}

/// <summary>
/// Fait passer des attributions d'un état au suivant, toutes ou aucune, sous le verrou de l'établissement : le contrôle de
/// l'enveloppe et la réservation ne font qu'une transaction.
/// </summary>
public static class ChangerEtat
{
    public delegate string? Controle(Plan plan, Dossier dossier);

    /// <param name="avant">Ce qu'il faut avoir lu pour contrôler : lu sous le verrou, personne ne le change d'ici la décision.</param>

    public static async Task<IReadOnlyList<Refus>> Executer(
        NeuviemeDb db, Etablissement etablissement, AnneeScolaire annee, Auteur auteur, IReadOnlyCollection<LigneLue> lignes,
        ActionAttribution action, string evenement, Controle controle, Func<long, MotifDeLigne>? motifs = null,
        Func<Plan, Dossier, Task>? apres = null, Func<Task>? avant = null, CancellationToken ct = default)
    {
        if (lignes.Count == 0)
        {
            return [new("", "Cochez au moins une ligne.")];
        }

        await using var transaction = await db.Commencer(etablissement.Uai, ct);
        if (avant is not null)
        {
            await avant();
        }

        var plan = await Plan.Charger(db, etablissement, annee, auteur.Aujourdhui, ct);
        if (FicheCampagne.Pour(action) is { } genre && !RepondAuRectorat(plan, lignes, action) && await Fenetres.Fermee(db, etablissement.Uai, annee.Debut, genre, auteur, ct) is { } ferme)
        {
            return [ferme];
        }

        List<Refus> refus = [];
        List<Dossier> changes = [];
        var plume = new Plume(db, auteur, etablissement.Uai);
        foreach (var (id, version) in lignes.Distinct())
        {
            if (plan.Missions.SelectMany(m => m.Attributions, (m, a) => (m, a)).FirstOrDefault(x => x.a.Id == id) is not ({ } mission, { } attribution))
            {
                refus.Add(new("", "Une attribution cochée n’existe plus : rechargez la page."));
                continue;
            }

            if (attribution.Version != version)
            {
                refus.Add(new("", $"{mission.Intitule} — {plan.NomDistinct(attribution.Agent)} : la ligne a changé depuis que vous l’avez lue. La voici à jour : vérifiez, puis recommencez."));
                continue;
            }

            // Contrôlée après les précédentes de la même liste : le total de la liste doit tenir dans l'enveloppe.
            var dossier = new Dossier(mission, attribution, plan.Controler(mission, attribution));
            var etat = attribution.Etat;
            if (controle(plan, dossier) is { } explication)
            {
                refus.Add(new("", $"{dossier.Nom} : {explication}"));
                continue;
            }

            var motif = motifs?.Invoke(id) ?? new("");
            if (attribution.Passer(action, auteur, motif.Texte, motif.Code) is { } obstacle)
            {
                refus.Add(obstacle);
                continue;
            }

            if (apres is not null)
            {
                await apres(plan, dossier);
            }

            changes.Add(dossier);

            // Une personne sollicitée qui n'a pas donné suite n'en garde pas la marque au journal : elle n'y paraît qu'une fois son accord donné.
            plume.Noter(evenement, $"attribution:{id}", new { etat = etat.SansRefus().Libelle() },
                new { etat = attribution.Etat.Libelle(), mission = mission.Intitule, agent = action is ActionAttribution.DemanderAccord or ActionAttribution.Reprendre ? null : attribution.AgentId, centimes = attribution.Centimes }, motif.ToString());
        }

        if (refus.Count > 0)
        {
            db.ChangeTracker.Clear();
            return refus;
        }

        await Avertir.DuChangement(db, plan, action, changes, auteur, ct);
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }

    /// <summary>Un dossier que le rectorat renvoie attend une réponse : la clôture des propositions ne la retient pas.</summary>
    static bool RepondAuRectorat(Plan plan, IReadOnlyCollection<LigneLue> lignes, ActionAttribution action) => action == ActionAttribution.Proposer
        && lignes.All(l => plan.Attributions.Any(a => a.Id == l.Id && a.Etat == EtatAttribution.ARectifier));

    public static string Phrases(IEnumerable<Motif> motifs) => string.Join(" ", motifs.Select(m => $"{m.Phrase} ({m.Source})"));
}
