using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Attributions.Examiner;

/// <summary>
/// Ce que le rectorat note de dossiers de son académie : qui instruit, pourquoi on attend, ce qu'on en sait. Journalisé à
/// l'académie et non à l'établissement, qui n'a pas à lire le travail préparatoire d'une décision.
/// </summary>
/// <param name="Lus">Les dossiers, avec la version de leur suivi telle que l'écran la montrait.</param>
public sealed record SuivreDossier(string Academie, IReadOnlyCollection<LigneLue> Lus)
{
    /// <summary>Une note ne s'efface pas : une autre la corrige.</summary>
    public Task<IReadOnlyList<Refus>> Noter(NeuviemeDb db, Auteur auteur, string texte, bool importante, CancellationToken ct = default) =>
        string.IsNullOrWhiteSpace(texte) || texte.Length > 2000
            ? Task.FromResult<IReadOnlyList<Refus>>([new("Texte", "Écrivez une note de 2 000 caractères au plus.")])
            : Executer(db, auteur, "note d’instruction", (a, i) =>
            {
                db.NotesInstruction.Add(new() { AttributionId = a.Id, Texte = texte.Trim(), Importante = importante, Auteur = auteur.Nom, InstantUtc = auteur.InstantUtc });
                return (null, new { importante });
            }, ct, sAjoute: true);

    /// <param name="compteId">Nul pour rendre les dossiers à la file.</param>
    public async Task<IReadOnlyList<Refus>> Confier(NeuviemeDb db, Auteur auteur, long? compteId, CancellationToken ct = default)
    {
        var nom = "";
        if (compteId is not null && (nom = (await Instructeurs(db, Academie, auteur.Aujourdhui, ct)).FirstOrDefault(x => x.Id == compteId)?.Nom ?? "").Length == 0)
        {
            return [new("CompteId", "Cette personne n’instruit pas pour l’académie : choisissez-en une autre.")];
        }

        return await Executer(db, auteur, compteId is null ? "dossier rendu à la file" : "dossier pris en charge", (_, i) =>
        {
            var avant = i.ChargeNom;
            (i.ChargeId, i.ChargeNom) = (compteId, nom);
            return (new { instructeur = avant }, new { instructeur = nom });
        }, ct);
    }

    public Task<IReadOnlyList<Refus>> Attendre(NeuviemeDb db, Auteur auteur, string motif, DateOnly? jusquAu, CancellationToken ct = default)
    {
        List<Refus> refus = [];
        if (string.IsNullOrWhiteSpace(motif) || motif.Length > 500)
        {
            refus.Add(new("MotifAttente", "Écrivez ce qu’on attend, en 500 caractères au plus."));
        }

        if (jusquAu <= auteur.Aujourdhui || jusquAu > auteur.Aujourdhui.AddYears(1))
        {
            refus.Add(new("AttendreJusquAu", "Choisissez un jour à venir, dans l’année ; laissez vide pour attendre sans terme."));
        }

        return refus.Count > 0 ? Task.FromResult<IReadOnlyList<Refus>>(refus) : Executer(db, auteur, "mise en attente", (_, i) =>
        {
            (i.MotifAttente, i.AttendreJusquAu, i.EnAttenteDepuis) = (motif.Trim(), jusquAu, auteur.InstantUtc);
            return (null, new { jusqu_au = jusquAu, motif = motif.Trim() });
        }, ct);
    }

    public Task<IReadOnlyList<Refus>> Reprendre(NeuviemeDb db, Auteur auteur, CancellationToken ct = default) => Executer(db, auteur, "attente levée", (_, i) =>
    {
        var avant = i.MotifAttente;
        (i.MotifAttente, i.AttendreJusquAu, i.EnAttenteDepuis) = ("", null, null);
        return (new { motif = avant }, null);
    }, ct);

    /// <summary>Après relecture d'un dossier validé sans remarque : il était conforme.</summary>
    public Task<IReadOnlyList<Refus>> Recontroler(NeuviemeDb db, Auteur auteur, CancellationToken ct = default) => Executer(db, auteur, "dossier relu, conforme", (_, i) =>
    {
        (i.Recontrole, i.RecontroleePar) = (Recontrole.Conforme, auteur.Nom);
        return (null, null);
    }, ct);

    /// <param name="sAjoute">Une note n'écrase rien : elle s'ajoute à ce qu'un collègue vient d'écrire.</param>
    async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, Auteur auteur, string evenement, Func<Attribution, Instruction, (object? Avant, object? Apres)> changer, CancellationToken ct, bool sAjoute = false)
    {
        if (Lus.Count == 0)
        {
            return [new("", "Cochez au moins une proposition.")];
        }

        var portee = Etablissements.Academie.PorteeDe(Academie);
        var ids = Lus.Select(l => l.Id).ToHashSet();
        // Aussi sous le verrou des établissements : une décision y lit l'attente et les notes, et elles ne changent pas entre-temps.
        var uais = await db.Attributions.Where(a => ids.Contains(a.Id) && db.Etablissements.Any(e => e.Uai == a.Uai && e.AcademieCode == Academie)).Select(a => a.Uai).Distinct().ToListAsync(ct);
        await using var transaction = await db.Commencer([portee, .. uais], ct);
        // Ce qui se prépare dans un établissement, ou s'y est décliné, n'existe pas pour le rectorat.
        var attributions = await db.Attributions.AsNoTracking().Where(a => ids.Contains(a.Id)
                && (a.Etat == EtatAttribution.Proposee || a.Etat == EtatAttribution.ARectifier || a.Etat == EtatAttribution.Validee || a.Etat == EtatAttribution.Refusee))
            .Join(db.Etablissements.Where(e => e.AcademieCode == Academie), a => a.Uai, e => e.Uai, (a, e) => a).OrderBy(a => a.Id).ToListAsync(ct);
        if (attributions.Count != ids.Count)
        {
            return [new("", "Un dossier n’est pas de votre académie ou n’existe plus : rechargez la page.")];
        }

        var instructions = await db.Instructions.Where(i => ids.Contains(i.AttributionId)).ToDictionaryAsync(i => i.AttributionId, ct);
        if (!sAjoute && Lus.Where(l => (instructions.GetValueOrDefault(l.Id)?.Version ?? 0) != l.Version).ToList() is { Count: > 0 } changes)
        {
            return [.. changes.Select(l => new Refus("", Change(attributions.First(a => a.Id == l.Id), instructions.GetValueOrDefault(l.Id))))];
        }

        var plume = new Plume(db, auteur, portee);
        foreach (var attribution in attributions)
        {
            if (!instructions.TryGetValue(attribution.Id, out var instruction))
            {
                db.Instructions.Add(instruction = new() { AttributionId = attribution.Id });
            }

            var (avant, apres) = changer(attribution, instruction);
            instruction.Version++;
            plume.Noter(evenement, $"proposition:{attribution.Reference}", avant, apres);
        }

        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }

    static string Change(Attribution attribution, Instruction? suivi) => $"Le suivi du dossier {attribution.Reference} a changé depuis que vous l’avez lu"
        + (suivi is { ChargeNom.Length: > 0 } ? $" : il est maintenant confié à {suivi.ChargeNom}" : "") + ". Rien n’est enregistré : relisez-le, puis recommencez.";

    public sealed record Instructeur(long Id, string Nom);

    public static Task<List<Instructeur>> Instructeurs(NeuviemeDb db, string academie, DateOnly jour, CancellationToken ct) =>
        db.Habilitations.Where(h => h.AcademieCode == academie && (h.Role == Role.GestionnaireRectorat || h.Role == Role.Recteur) && h.Debut <= jour && (h.Fin == null || h.Fin >= jour))
            .Join(db.Users, h => h.CompteId, c => c.Id, (h, c) => new { c.Id, c.NomAffiche }).Distinct().OrderBy(c => c.NomAffiche).Select(c => new Instructeur(c.Id, c.NomAffiche)).ToListAsync(ct);
}
