using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Fonctions.Suivi;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Attributions.Instruire;

public enum DecisionRectorat { Valider, Renvoyer, Refuser }

/// <summary>Le recteur, ordonnateur, décide des propositions (décret art. 9). Valider écrit les échéances dans la même transaction.</summary>
/// <param name="Motifs">Pour renvoyer ou refuser, celui de chaque ligne : l'établissement lit le sien, pas celui des autres.</param>
public sealed record InstruireProposition(IReadOnlyCollection<LigneLue> Lignes, DecisionRectorat Decision, IReadOnlyDictionary<long, MotifDeLigne> Motifs)
{
    public const int LongueurDuMotif = 1900;

    /// <summary>La dernière note importante que l'écran montrait : une plus récente n'a pas été lue, et le dossier n'est pas validé sans.</summary>
    public long DerniereNote { get; init; }

    public static InstruireProposition Valider(IReadOnlyCollection<LigneLue> lignes) => new(lignes, DecisionRectorat.Valider, new Dictionary<long, MotifDeLigne>());

    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, string academie, AnneeScolaire annee, Auteur auteur, CancellationToken ct = default)
    {
        var ids = Lignes.Select(l => l.Id).ToHashSet();
        if (Decision != DecisionRectorat.Valider && Verifier(ids) is { Count: > 0 } refus)
        {
            return refus;
        }

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

    List<Refus> Verifier(HashSet<long> ids)
    {
        var permis = Decision == DecisionRectorat.Renvoyer ? MotifsRectorat.DeRetour : MotifsRectorat.DeRefus;
        List<Refus> refus = [];
        foreach (var id in ids)
        {
            var motif = Motifs.GetValueOrDefault(id);
            if (motif.Code is not { } code || !permis.Contains(code))
            {
                refus.Add(new($"Codes[{id}]", "Choisissez le motif."));
            }

            if (string.IsNullOrWhiteSpace(motif.Texte))
            {
                refus.Add(new($"Textes[{id}]", "Écrivez ce que l’établissement doit comprendre ou corriger."));
            }
            else if (motif.Texte.Length > LongueurDuMotif)
            {
                refus.Add(new($"Textes[{id}]", "Le motif a au plus 1 900 caractères."));
            }
        }

        return refus;
    }

    Task<IReadOnlyList<Refus>> Pour(NeuviemeDb db, Etablissement etablissement, AnneeScolaire annee, Auteur auteur, CancellationToken ct)
    {
        IReadOnlyDictionary<long, AttenteEtNotes> suivis = new Dictionary<long, AttenteEtNotes>();
        Echeanciers? echeanciers = null;
        async Task LireLesSuivis()
        {
            long[] ids = [.. Lignes.Select(l => l.Id).Distinct()];
            suivis = await AttenteEtNotes.Lire(db, ids, ct);
            echeanciers = Decision == DecisionRectorat.Valider ? await Echeanciers.Charger(db, ids, ct) : null;
        }

        string? Attend(Dossier dossier) => suivis.GetValueOrDefault(dossier.Attribution.Id) is { } s && s.Attend(auteur.Aujourdhui) ? s.Empechement(auteur.Aujourdhui) : null;
        string? NonLue(Dossier dossier) => suivis.GetValueOrDefault(dossier.Attribution.Id) is { } s && s.DerniereNote > DerniereNote
            ? "une note importante du service vient d’y être ajoutée. La voici : lisez-la avant de valider." : null;
        return Decision switch
        {
            DecisionRectorat.Valider => ChangerEtat.Executer(db, etablissement, annee, auteur, Lignes, ActionAttribution.Valider, "validée par le rectorat",
                (_, dossier) => Attend(dossier) ?? NonLue(dossier) ?? (dossier.Decision.Issue == Issue.Accordee ? null : ChangerEtat.Phrases(dossier.Decision.Motifs)),
                apres: (plan, dossier) =>
                {
                    // Une mission ponctuelle n'a d'échéance qu'une fois le service fait constaté.
                    echeanciers!.Ecrire(plan, dossier.Mission, dossier.Attribution, dossier.Decision, CauseDeVersion.Validation, "", auteur);
                    return Task.CompletedTask;
                }, avant: LireLesSuivis, ct: ct),
            DecisionRectorat.Renvoyer => ChangerEtat.Executer(db, etablissement, annee, auteur, Lignes, ActionAttribution.Renvoyer, "renvoyée pour rectification", (_, d) => Attend(d), id => Motifs[id], avant: LireLesSuivis, ct: ct),
            _ => ChangerEtat.Executer(db, etablissement, annee, auteur, Lignes, ActionAttribution.Refuser, "refusée par le rectorat", (_, d) => Attend(d), id => Motifs[id], avant: LireLesSuivis, ct: ct),
        };
    }
}
