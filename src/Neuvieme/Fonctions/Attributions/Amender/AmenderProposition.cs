using Neuvieme.Droit;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Attributions.Amender;

/// <summary>
/// Le chef corrige une proposition déjà partie, avec son motif : la justification et les faits qui fondent le besoin. Ce sur quoi la
/// personne a donné son accord n'en est pas : cela se reprend, et se redemande.
/// </summary>
public sealed record AmenderProposition(LigneLue Ligne, Besoin Besoin, string Justification, string Motif)
{
    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, Etablissement etablissement, AnneeScolaire annee, Auteur auteur, CancellationToken ct = default)
    {
        if (string.IsNullOrWhiteSpace(Motif) || Motif.Length > 2000)
        {
            return [new(nameof(Motif), "Écrivez pourquoi, en 2 000 caractères au plus : le rectorat le lira avec ce qui a changé.")];
        }

        if (Justification.Length > 2000)
        {
            return [new(nameof(Justification), "La justification a au plus 2 000 caractères.")];
        }

        await using var transaction = await db.Commencer(etablissement.Uai, ct);
        var plan = await Plan.Charger(db, etablissement, annee, auteur.Aujourdhui, ct);
        if (plan.Missions.SelectMany(m => m.Attributions, (m, a) => (m, a)).FirstOrDefault(x => x.a.Id == Ligne.Id) is not ({ } mission, { } attribution))
        {
            return [new("", "Cette attribution n’est pas de votre établissement ou n’existe plus.")];
        }

        if (attribution.Version != Ligne.Version)
        {
            return [new("", $"La proposition a changé depuis que vous l’avez lue : elle est « {attribution.Etat.SansRefus().Libelle()} ». Relisez-la, puis recommencez.")];
        }

        if (attribution.Etat != EtatAttribution.Proposee)
        {
            return [new("", Explication(attribution.Etat))];
        }

        var partagee = mission.Attributions.Any(a => a.Etat is EtatAttribution.Validee or EtatAttribution.Refusee);
        var besoin = Besoin.Sur(mission.Besoin, mission.Code);
        if (partagee && besoin != mission.Besoin)
        {
            return [new("", "Une autre part de cette mission est déjà décidée sur les mêmes faits : seule la justification de celle-ci peut changer. Pour le reste, demandez au rectorat de revenir sur sa décision.")];
        }

        // Partie avant que les propositions se gardent : ce que le rectorat a lu est ce qui est là.
        foreach (var part in mission.Attributions.Where(a => a is { Etat: EtatAttribution.Proposee, PropositionFigee.Length: 0 }))
        {
            part.PropositionFigee = Proposition.Figer(mission, part);
        }

        attribution.Justification = Justification.Trim();
        mission.Besoin = besoin;
        var plume = new Plume(db, auteur, etablissement.Uai);
        var nombre = 0;
        foreach (var part in mission.Attributions.Where(a => a.Etat == EtatAttribution.Proposee))
        {
            var changements = Proposition.Depuis(part.PropositionFigee, mission, part);
            if (changements.Count == 0)
            {
                continue;
            }

            if (plan.Controler(mission, part) is { Issue: not Issue.Accordee } decision)
            {
                db.ChangeTracker.Clear();
                return [new("", $"Ainsi changée, la proposition ne pourrait plus partir. {ChangerEtat.Phrases(decision.Motifs)}")];
            }

            part.PropositionFigee = Proposition.Figer(mission, part);
            part.Version++;
            db.Amendements.Add(Amendement.De(part.Id, changements, Motif.Trim(), auteur));
            plume.Noter("proposition amendée", $"attribution:{part.Id}", changements.ToDictionary(c => c.Champ, c => c.Avant), changements.ToDictionary(c => c.Champ, c => c.Apres), Motif.Trim());
            nombre++;
        }

        if (nombre == 0)
        {
            db.ChangeTracker.Clear();
            return [new("", "Rien n’a changé : corrigez un champ, ou revenez à la liste.")];
        }

        mission.Version++;
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }

    public static string Explication(EtatAttribution etat) => etat switch
    {
        EtatAttribution.Validee or EtatAttribution.Refusee => "Le rectorat a décidé : demandez-lui d’abord de revenir sur sa décision, ce qu’il peut tant que rien n’est saisi dans STSWeb.",
        EtatAttribution.ARectifier => "Le rectorat vous l’a renvoyée : corrigez-la dans Répartition, puis répondez-lui en la proposant de nouveau.",
        _ => "La proposition n’est pas partie : corrigez-la dans Répartition.",
    };
}
