using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Enveloppes.DemanderComplement;

/// <summary>Le chef d'établissement demande des IMP en plus, une demande à la fois (regles R040).</summary>
public sealed record DemanderUnComplement(int Quarts, string Motif, Guid CleSaisie)
{
    public const int Plafond = 4 * 20;

    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, string uai, AnneeScolaire annee, Auteur auteur, CancellationToken ct = default)
    {
        if (Quarts is < 1 or > Plafond)
        {
            return [new(nameof(Quarts), "Demandez de ¼ à 20 IMP, par quarts.")];
        }

        if (string.IsNullOrWhiteSpace(Motif) || Motif.Trim().Length > 1000)
        {
            return [new(nameof(Motif), "Écrivez le motif, 1 000 caractères au plus : le rectorat décide d’après lui.")];
        }

        await using var transaction = await db.Commencer(uai, ct);
        var demandes = await db.DemandesComplement.AsNoTracking().Where(d => d.Uai == uai && (d.Annee == annee.Debut || d.CleSaisie == CleSaisie)).ToListAsync(ct);
        if (demandes.FirstOrDefault(d => d.CleSaisie == CleSaisie) is { } deja)
        {
            // Le même formulaire envoyé deux fois : la demande est partie. Changé entre-temps, il n'a rien enregistré.
            return deja.Quarts == Quarts && deja.Motif == Motif.Trim() ? [] : [new("", "Ce formulaire a déjà envoyé une demande, et rien de ce qui y a changé depuis n’est enregistré. Retirez-la pour en faire une autre.")];
        }

        if (demandes.FirstOrDefault(d => d.Etat == EtatComplement.EnAttente) is { } attente)
        {
            return [new("", $"Une demande de {new Quotite(attente.Quarts)} IMP, envoyée par {attente.Auteur}, attend déjà une réponse : retirez-la pour la remplacer.")];
        }

        var demande = new DemandeComplement { Uai = uai, Annee = annee.Debut, Quarts = Quarts, Motif = Motif.Trim(), Auteur = auteur.Signature, InstantUtc = auteur.InstantUtc, CleSaisie = CleSaisie };
        db.DemandesComplement.Add(demande);
        await db.SaveChangesAsync(ct);
        var plume = new Plume(db, auteur, uai);
        plume.Noter("complément demandé", $"complement:{demande.Id}", null, new { quarts = Quarts, annee = annee.Debut }, demande.Motif);
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }
}

/// <summary>Le chef d'établissement retire sa demande tant que le rectorat n'a pas répondu.</summary>
public sealed record RetirerLaDemande(long Id)
{
    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, string uai, Auteur auteur, CancellationToken ct = default)
    {
        await using var transaction = await db.Commencer(uai, ct);
        if (await db.DemandesComplement.FirstOrDefaultAsync(d => d.Id == Id && d.Uai == uai, ct) is not { } demande)
        {
            return [new("", "Cette demande n’existe pas dans votre établissement.")];
        }

        if (demande.Repondre(EtatComplement.Retiree, 0, "", auteur) is { } refus)
        {
            return [refus];
        }

        var plume = new Plume(db, auteur, uai);
        plume.Noter("complément retiré", $"complement:{Id}", new { quarts = demande.Quarts });
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }
}
