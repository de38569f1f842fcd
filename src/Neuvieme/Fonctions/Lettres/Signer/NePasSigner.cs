using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Lettres.Signer;

/// <summary>La personne décline la signature, ou demande un changement : la lettre revient à qui l'a établie, avec ses mots.</summary>
public sealed record NePasSigner(LettreVue Vue, EtatLettre Etat, string Motif)
{
    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, string portee, Auteur auteur, CancellationToken ct = default)
    {
        if (string.IsNullOrWhiteSpace(Motif) || Motif.Length > 1000)
        {
            return [new(nameof(Motif), "Écrivez pourquoi, en 1 000 caractères au plus : qui a établi la lettre le lira.")];
        }

        await using var transaction = await db.Commencer(portee, ct);
        if (await db.Lettres.DuCompte(auteur.CompteId).Include(l => l.Signatures).AvecSujet().FirstOrDefaultAsync(l => l.Id == Vue.Id, ct) is not { } lettre)
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
        await Courriel.Deposer(db, [.. (await PorteeDeLettres.Autorites(db, lettre, auteur.Aujourdhui, auteur.CompteId, ct)).Select(c => AnnonceDeLettre.AuChef(lettre, c))], auteur.InstantUtc, ct);
        await Courriel.Retirer(db, [AnnonceDeLettre.Sujet(lettre.Id)], ct);
        // Ses mots sont pour qui a établi la lettre, à côté de la lettre : le journal dit seulement, sans nom, que le circuit s'est arrêté.
        var plume = new Plume(db, auteur with { CompteId = null, Nom = "La personne" }, portee);
        plume.Noter(Reserve.LettreNonSignee, lettre.Objet, null, new { numero = lettre.Numero, sha256 = lettre.Sha256 });
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }
}
