using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Enveloppes.Repondre;

/// <summary>Le rectorat répond à une demande de complément : accordée en tout ou partie, elle ajoute une ligne au grand livre ; refusée, elle dit pourquoi.</summary>
/// <param name="QuartsAccordes">Zéro pour refuser.</param>
public sealed record RepondreAuComplement(long Id, int Version, int QuartsAccordes, string Reponse)
{
    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, string academie, AnneeScolaire annee, Auteur auteur, CancellationToken ct = default)
    {
        var uai = await db.DemandesComplement.Where(d => d.Id == Id && d.Annee == annee.Debut).Join(db.Etablissements.Where(e => e.AcademieCode == academie), d => d.Uai, e => e.Uai, (d, e) => e.Uai).FirstOrDefaultAsync(ct);
        if (uai is null)
        {
            return [new("", "Cette demande n’est pas de votre académie ou n’existe plus : rechargez la page.")];
        }

        await using var transaction = await db.Commencer(uai, ct);
        var demande = await db.DemandesComplement.FirstAsync(d => d.Id == Id, ct);
        if (demande.Etat == EtatComplement.EnAttente && Verifier(demande) is { } refus)
        {
            return [refus];
        }

        if (demande.Repondre(QuartsAccordes == 0 ? EtatComplement.Refusee : EtatComplement.Accordee, QuartsAccordes, Reponse.Trim(), auteur) is { } dejaRepondue)
        {
            return [dejaRepondue];
        }

        var plume = new Plume(db, auteur, uai);
        if (QuartsAccordes > 0)
        {
            var avant = await Engagements.De(db, uai, annee, ct);
            db.LignesEnveloppe.Add(new()
            {
                Uai = uai, Annee = annee.Debut, Genre = GenreLigne.Complement, Quarts = QuartsAccordes, ComplementId = Id, NotifieeLe = auteur.Aujourdhui,
                Motif = Tronquer($"Demande du {Francais.Date(Horloge.AParis(demande.InstantUtc))} : {demande.Motif}"), Auteur = auteur.Signature, InstantUtc = auteur.InstantUtc,
            });
            plume.Noter("complément accordé", $"complement:{Id}", new { quarts = avant.Notifie }, new { quarts = avant.Notifie + QuartsAccordes, quarts_demandes = demande.Quarts, annee = annee.Debut }, demande.Reponse);
        }
        else
        {
            plume.Noter("complément refusé", $"complement:{Id}", new { quarts_demandes = demande.Quarts }, null, demande.Reponse);
        }

        await Courriel.Deposer(db, [.. (await Destinataires.Chefs(db, uai, auteur.Aujourdhui, auteur.CompteId, ct)).Select(chef => new Depot(chef, GenreCourriel.Decision, "Réponse du rectorat",
            "Le rectorat a répondu à votre demande de complément d’IMP. Sa réponse se lit dans « Enveloppe » :\n/enveloppes", $"complement:{Id}:{demande.Version}"))], auteur.InstantUtc, ct);
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }

    Refus? Verifier(DemandeComplement demande) => this switch
    {
        _ when demande.Version != Version => new("", "La demande a changé depuis que vous l’avez lue : rechargez la page."),
        { QuartsAccordes: < 0 } => new(nameof(QuartsAccordes), "Accordez un nombre d’IMP positif, ou refusez."),
        _ when QuartsAccordes > demande.Quarts => new(nameof(QuartsAccordes), $"L’établissement a demandé {new Quotite(demande.Quarts)} IMP : pour donner plus, notifiez le surplus à part."),
        _ when Reponse.Trim().Length > 1000 => new(nameof(Reponse), "La réponse a au plus 1 000 caractères."),
        _ when string.IsNullOrWhiteSpace(Reponse) && QuartsAccordes < demande.Quarts => new(nameof(Reponse), QuartsAccordes == 0 ? "Écrivez le motif du refus : l’établissement le lira." : "Dites pourquoi une partie seulement est accordée : l’établissement le lira."),
        _ => null,
    };

    static string Tronquer(string texte) => texte.Length <= 500 ? texte : texte[..499] + "…";
}
