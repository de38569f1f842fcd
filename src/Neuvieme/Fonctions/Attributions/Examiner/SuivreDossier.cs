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
public sealed record SuivreDossier(string Academie, IReadOnlyCollection<long> Ids)
{
    /// <summary>Une note ne s'efface pas : une autre la corrige.</summary>
    public Task<IReadOnlyList<Refus>> Noter(NeuviemeDb db, Auteur auteur, string texte, bool importante, CancellationToken ct = default) =>
        string.IsNullOrWhiteSpace(texte) || texte.Length > 2000
            ? Task.FromResult<IReadOnlyList<Refus>>([new("Texte", "Écrivez une note de 2 000 caractères au plus.")])
            : Executer(db, auteur, "note d’instruction", (a, i) =>
            {
                db.NotesInstruction.Add(new() { AttributionId = a.Id, Texte = texte.Trim(), Importante = importante, Auteur = auteur.Nom, InstantUtc = auteur.InstantUtc });
                return (null, new { importante });
            }, ct);

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

    async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, Auteur auteur, string evenement, Func<Attribution, Instruction, (object? Avant, object? Apres)> changer, CancellationToken ct)
    {
        if (Ids.Count == 0)
        {
            return [new("", "Cochez au moins une proposition.")];
        }

        var portee = Etablissements.Academie.PorteeDe(Academie);
        await using var transaction = await db.Commencer(portee, ct);
        var ids = Ids.ToHashSet();
        var attributions = await db.Attributions.AsNoTracking().Where(a => ids.Contains(a.Id))
            .Join(db.Etablissements.Where(e => e.AcademieCode == Academie), a => a.Uai, e => e.Uai, (a, e) => a).ToListAsync(ct);
        if (attributions.Count != ids.Count)
        {
            return [new("", "Un dossier n’est pas de votre académie ou n’existe plus : rechargez la page.")];
        }

        var instructions = await db.Instructions.Where(i => ids.Contains(i.AttributionId)).ToDictionaryAsync(i => i.AttributionId, ct);
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

    public sealed record Instructeur(long Id, string Nom);

    public static Task<List<Instructeur>> Instructeurs(NeuviemeDb db, string academie, DateOnly jour, CancellationToken ct) =>
        db.Habilitations.Where(h => h.AcademieCode == academie && (h.Role == Role.GestionnaireRectorat || h.Role == Role.Recteur) && h.Debut <= jour && (h.Fin == null || h.Fin >= jour))
            .Join(db.Users, h => h.CompteId, c => c.Id, (h, c) => new { c.Id, c.NomAffiche }).Distinct().OrderBy(c => c.NomAffiche).Select(c => new Instructeur(c.Id, c.NomAffiche)).ToListAsync(ct);
}
