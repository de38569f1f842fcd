using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Lettres.Signer;

/// <summary>La personne décline la signature, ou demande un changement : la lettre revient au chef, avec ses mots.</summary>
public sealed record NePasSigner(LettreVue Vue, EtatLettre Etat, string Motif)
{
    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, string uai, Auteur auteur, CancellationToken ct = default)
    {
        if (string.IsNullOrWhiteSpace(Motif) || Motif.Length > 1000)
        {
            return [new(nameof(Motif), "Écrivez pourquoi, en 1 000 caractères au plus : votre chef d’établissement le lira.")];
        }

        await using var transaction = await db.Commencer(uai, ct);
        if (await db.Lettres.Include(l => l.Signatures).FirstOrDefaultAsync(l => l.Id == Vue.Id && l.Attribution!.Uai == uai && l.Attribution.Agent!.CompteId == auteur.CompteId, ct) is not { } lettre)
        {
            return [new("", "Cette lettre ne vous est plus adressée.")];
        }

        if (lettre.Sha256 != Vue.Sha256 || lettre.Attendue != Partie.Agent)
        {
            return [new("", $"Cette lettre n’attend plus votre signature : elle est « {lettre.Etat.Libelle()} ».")];
        }

        if (lettre.Arreter(Etat) is { } refus)
        {
            return [refus];
        }

        db.EvenementsDeLettre.Add(EvenementDeLettre.De(lettre.Id, Etat == EtatLettre.Declinee ? GenreDEvenement.Declinee : GenreDEvenement.ModificationDemandee, auteur, Motif.Trim()));
        await Courriel.Deposer(db, [.. (await Destinataires.Chefs(db, uai, auteur.Aujourdhui, auteur.CompteId, ct)).Select(c => AnnonceDeLettre.AuChef(lettre, c))], auteur.InstantUtc, ct);
        var plume = new Plume(db, auteur, uai);
        // Ses mots sont pour son chef, à côté de la lettre : le journal dit seulement que le circuit s'est arrêté.
        plume.Noter("lettre non signée", $"attribution:{lettre.AttributionId}", null, new { numero = lettre.Numero, sha256 = lettre.Sha256 });
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }
}
