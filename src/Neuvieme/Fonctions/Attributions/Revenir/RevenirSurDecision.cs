using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Lettres;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Fonctions.Suivi;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Attributions.Revenir;

/// <summary>
/// Le recteur revient sur sa décision : la proposition est de nouveau à instruire. Possible tant que rien n'a été saisi dans STSWeb :
/// après, la paie en dépend et seule une interruption, avec sa date, y met fin.
/// </summary>
public sealed record RevenirSurDecision(LigneLue Ligne, string Motif, FondementDuRetrait Fondement)
{
    const int MotifAuPlus = 1700;

    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, string academie, AnneeScolaire annee, Auteur auteur, CancellationToken ct = default)
    {
        var etablissement = await db.Attributions.AsNoTracking().Where(a => a.Id == Ligne.Id && a.Annee == annee.Debut)
            .Join(db.Etablissements.Where(e => e.AcademieCode == academie), a => a.Uai, e => e.Uai, (a, e) => e).FirstOrDefaultAsync(ct);
        if (etablissement is null)
        {
            return [new("", "Cette attribution n’est pas de votre académie ou n’existe plus.")];
        }

        if (await APuEtrePayee(db, ct))
        {
            return [new("", "Elle a été saisie dans STSWeb pendant des mois de paie passés : des versements ont pu partir, et une nouvelle décision les programmerait une seconde fois. Faites régulariser par la paie ; la décision ne s’annule plus d’ici.")];
        }

        // Un refus ou un renvoi ne crée pas de droit : y revenir n'a pas à se fonder.
        var decision = await db.Attributions.AsNoTracking().Where(a => a.Id == Ligne.Id).Select(a => new { a.Etat, a.InstruiteLe }).FirstAsync(ct);
        var retrait = decision.Etat == EtatAttribution.Validee;
        List<Refus> refus = retrait ? [.. Fondement.Juger(Horloge.AParis(decision.InstruiteLe!.Value), auteur.Aujourdhui)] : [];
        if (string.IsNullOrWhiteSpace(Motif) || Motif.Length > MotifAuPlus)
        {
            refus.Add(new(nameof(Motif), "Écrivez pourquoi, en 1 700 caractères au plus : l’établissement et la personne le liront."));
        }

        if (refus.Count > 0)
        {
            return refus;
        }

        return await ChangerEtat.Executer(db, etablissement, annee, auteur, [Ligne], ActionAttribution.Revenir, "décision annulée par le rectorat",
            Empechement, _ => new((retrait ? Fondement.Ecrit : "") + Motif.Trim()),
            apres: async (_, dossier) =>
            {
                var id = dossier.Attribution.Id;
                (await Echeanciers.Charger(db, [id], ct)).Retirer(id, "décision annulée par le rectorat", auteur);
                await FinDEffet.Priver(db, db.Lettres.Where(l => l.AttributionId == id), auteur, ct);
                if (await db.Instructions.FirstOrDefaultAsync(i => i.AttributionId == id, ct) is { } instruction)
                {
                    (instruction.SansRemarque, instruction.Recontrole) = (false, Recontrole.Aucun);
                    instruction.Version++;
                }
            }, ct: ct);
    }

    /// <summary>Une saisie retirée depuis a pu porter des mois en paie : ce qui a pu être versé ne se reprogramme pas.</summary>
    async Task<bool> APuEtrePayee(NeuviemeDb db, CancellationToken ct)
    {
        var id = Ligne.Id;
        var retirees = await db.SaisiesSts.AsNoTracking().Where(s => s.AttributionId == id && s.AnnuleeUtc != null).Select(s => new { s.InstantUtc, Annulee = s.AnnuleeUtc!.Value }).ToListAsync(ct);
        var paies = retirees.Count == 0 ? [] : await db.Echeances.Where(e => e.AttributionId == id).Select(e => e.Paie).ToListAsync(ct);
        return retirees.Any(s => paies.Any(p => p >= Mois(s.InstantUtc) && p < Mois(s.Annulee)));

        static int Mois(DateTime instant) => Horloge.AParis(instant) is var jour ? jour.Year * 100 + jour.Month : 0;
    }

    /// <summary>Saisie, elle est en paie. Refusée, elle avait rendu sa part de l'enveloppe : elle ne la reprend que si personne ne l'a employée depuis.</summary>
    static string? Empechement(Plan plan, Dossier dossier)
    {
        if (plan.EstSaisie(dossier.Attribution))
        {
            return "elle est déjà saisie dans STSWeb, la paie en dépend. L’établissement doit d’abord noter, avec son motif, que la saisie est retirée.";
        }

        if (Proposition.Depuis(dossier.Attribution.PropositionFigee, dossier.Mission, dossier.Attribution).Count > 0)
        {
            return "l’établissement a commencé à la corriger sans vous l’avoir renvoyée : ce que vous reprendriez n’est pas ce que vous aviez lu. Attendez son envoi.";
        }

        var motifs = dossier.Decision.Motifs.Where(m => m is { Rubrique: Rubrique.Enveloppe, Gravite: Gravite.Refus }).ToList();
        return dossier.Attribution.Etat == EtatAttribution.Refusee && motifs.Count > 0 ? "l’enveloppe rendue par le refus a été employée depuis. " + ChangerEtat.Phrases(motifs) : null;
    }
}
