using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Suivi;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Attributions.Instruire;

public enum DecisionRectorat { Valider, Renvoyer, Refuser }

/// <summary>Le recteur, ordonnateur, décide des propositions (décret art. 9). Valider écrit les échéances dans la même transaction.</summary>
public sealed record InstruireProposition(IReadOnlyCollection<LigneLue> Lignes, DecisionRectorat Decision, string Motif)
{
    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, string academie, AnneeScolaire annee, Auteur auteur, CancellationToken ct = default)
    {
        if (Decision != DecisionRectorat.Valider && string.IsNullOrWhiteSpace(Motif))
        {
            return [new(nameof(Motif), "Écrivez le motif : l’établissement le lira pour corriger ou pour comprendre.")];
        }

        if (Motif.Length > 2000)
        {
            return [new(nameof(Motif), "Le motif a au plus 2 000 caractères.")];
        }

        var ids = Lignes.Select(l => l.Id).ToHashSet();
        var leurs = await db.Attributions.AsNoTracking().Where(a => ids.Contains(a.Id) && a.Annee == annee.Debut)
            .Join(db.Etablissements.Where(e => e.AcademieCode == academie), a => a.Uai, e => e.Uai, (a, e) => e).ToListAsync(ct);
        if (leurs.Count != ids.Count)
        {
            return [new("", "Une proposition cochée n’est pas de votre académie ou n’existe plus : rechargez la page.")];
        }

        // Une décision est une transaction, sous le verrou d'un établissement : la moitié d'un lot ne peut pas passer sans l'autre.
        return leurs.DistinctBy(e => e.Uai).ToList() is [var etablissement] ? await Pour(db, etablissement, annee, auteur, ct)
            : [new("", "Décidez un établissement à la fois : rien n’a été enregistré.")];
    }

    Task<IReadOnlyList<Refus>> Pour(NeuviemeDb db, Etablissement etablissement, AnneeScolaire annee, Auteur auteur, CancellationToken ct) => Decision switch
    {
        DecisionRectorat.Valider => ChangerEtat.Executer(db, etablissement, annee, auteur, Lignes, ActionAttribution.Valider, "validée par le rectorat",
            (_, dossier) => dossier.Decision.Issue == Issue.Accordee ? null : ChangerEtat.Phrases(dossier.Decision.Motifs),
            apres: (plan, dossier) =>
            {
                // Une mission ponctuelle n'a d'échéance qu'une fois le service fait constaté.
                foreach (var echeance in dossier.Decision.Montants?.Echeances ?? [])
                {
                    db.Echeances.Add(EcheanceStockee.De(dossier.Attribution.Id, echeance, Echeancier.PayeeEn(echeance, auteur.Aujourdhui, plan.Parametres.JourLimitePaie)));
                }

                return Task.CompletedTask;
            }, ct: ct),
        DecisionRectorat.Renvoyer => ChangerEtat.Executer(db, etablissement, annee, auteur, Lignes, ActionAttribution.Renvoyer, "renvoyée pour rectification", (_, _) => null, Motif.Trim(), ct: ct),
        _ => ChangerEtat.Executer(db, etablissement, annee, auteur, Lignes, ActionAttribution.Refuser, "refusée par le rectorat", (_, _) => null, Motif.Trim(), ct: ct),
    };
}
