using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Suivi.Constater;

/// <summary>Une mission ponctuelle et le jour où son service est fait.</summary>
public readonly record struct Constat(long Id, DateOnly? Le);

/// <summary>Le chef constate le service fait de missions ponctuelles, toutes ou aucune : le seul versement de chacune en découle (décret n° 2015-475, art. 3, al. 2).</summary>
public sealed record ConstaterLesServicesFaits(IReadOnlyList<Constat> Constats)
{
    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, Etablissement etablissement, AnneeScolaire annee, Auteur auteur, CancellationToken ct = default)
    {
        if (Constats.Count == 0)
        {
            return [new("", "Cochez au moins une mission.")];
        }

        await using var transaction = await db.Commencer(etablissement.Uai, ct);
        var plan = await Plan.Charger(db, etablissement, annee, auteur.Aujourdhui, ct);
        var parts = plan.Missions.SelectMany(m => m.Attributions, (m, a) => (m, a)).ToDictionary(x => x.a.Id);
        var echeanciers = await Echeanciers.Charger(db, [.. Constats.Select(c => c.Id).Distinct()], ct);
        var plume = new Plume(db, auteur, etablissement.Uai);
        List<Refus> refus = [];
        foreach (var constat in Constats.DistinctBy(c => c.Id))
        {
            if (!parts.TryGetValue(constat.Id, out var part))
            {
                refus.Add(new("", "Une de ces missions n’est plus là : rechargez la page."));
            }
            else if (Un(plan, part.m, part.a, constat.Le, echeanciers, plume, auteur) is { } raison)
            {
                refus.Add(new($"Le[{constat.Id}]", $"{plan.NomDistinct(part.a.Agent)}, « {part.m.Intitule} » : {raison}"));
            }
        }

        if (refus.Count > 0)
        {
            db.ChangeTracker.Clear();
            return refus;
        }

        await db.SaveChangesAsync(ct);
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }

    /// <summary>Pourquoi ce constat ne peut se faire ; nul s'il est fait.</summary>
    static string? Un(Plan plan, Repartition.Mission mission, Attribution attribution, DateOnly? jour, Echeanciers echeanciers, Plume plume, Auteur auteur)
    {
        if (mission.Duree != Duree.Ponctuelle || attribution.Etat != EtatAttribution.Validee)
        {
            return "le service fait se constate pour une mission ponctuelle validée par le rectorat.";
        }

        if (attribution.ServiceFaitLe is { } deja)
        {
            return $"le service fait est déjà constaté au {Francais.Date(deja)}.";
        }

        if (jour is not { } le)
        {
            return "donnez le jour où le service est fait.";
        }

        if (le > auteur.Aujourdhui)
        {
            return $"le {Francais.Date(le)} est dans le futur ; le service fait se constate une fois la mission exercée.";
        }

        attribution.ServiceFaitLe = le;
        attribution.Version++;
        var decision = plan.Controler(mission, attribution);
        if (decision.Issue != Issue.Accordee || decision.Montants is not { Echeances: [var echeance] })
        {
            return ChangerEtat.Phrases(decision.Motifs);
        }

        echeanciers.Ecrire(plan, mission, attribution, decision, CauseDeVersion.ServiceFait, $"service fait constaté au {Francais.Date(le)}", auteur);
        plume.Noter("service fait constaté", $"attribution:{attribution.Id}", null, new { le, mois = echeance.Mois.ToString(), centimes = echeance.Brut.Centimes });
        return null;
    }
}
