using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Fonctions.Lettres.Verifier;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Courrier;
using Neuvieme.Socle.Documents;
using Neuvieme.Socle.Sceau;

namespace Neuvieme.Fonctions.Lettres.Certifier;

/// <summary>
/// Une lettre qui porte toutes ses signatures reçoit le cachet de l'organisme et son certificat. Composer et cacheter prennent du temps et
/// peuvent échouer : cela se fait après la signature, sans la retenir, et se reprend à chaque passage tant que ce n'est pas fait.
/// </summary>
public sealed class CertifierLettres(MoteurTypst moteur, SceauDeLOrganisme sceau, ReglagesCourrier site, Horloge horloge, ILogger<CertifierLettres> trace)
{
    /// <summary>Celles de la liste, ou toutes celles qui attendent. Rend le nombre de lettres cachetées.</summary>
    public async Task<int> Executer(NeuviemeDb db, IReadOnlyCollection<long>? lettres, CancellationToken ct)
    {
        var attendent = await db.Lettres.AsNoTracking().Where(l => l.Etat == EtatLettre.Signee && !db.PiecesDeLettre.Any(p => p.LettreId == l.Id && p.Genre == GenreDePiece.Certificat))
            .Where(l => lettres == null || lettres.Contains(l.Id)).OrderBy(l => l.Id).Select(l => l.Id).ToListAsync(ct);
        var faites = 0;
        foreach (var id in attendent)
        {
            try
            {
                faites += await Une(db, id, ct) ? 1 : 0;
            }
            catch (Exception erreur) when (erreur is DocumentImpossibleException or SceauImpossibleException)
            {
                trace.LogError(erreur, "Lettre {Lettre} signée mais pas encore cachetée : le prochain passage reprendra.", id);
            }
        }

        return faites;
    }

    async Task<bool> Une(NeuviemeDb db, long id, CancellationToken ct)
    {
        var lettre = await db.Lettres.AsNoTracking().Include(l => l.Signatures).Include(l => l.Attribution).FirstAsync(l => l.Id == id, ct);
        var evenements = await db.EvenementsDeLettre.AsNoTracking().Where(e => e.LettreId == id).OrderBy(e => e.Id).ToListAsync(ct);
        var adresse = site.Lien(EtatPublic.Chemin(lettre.Code));
        var certificat = await moteur.RendreAsync(CertificatDeLettre.Modele, CertificatDeLettre.Donnees(lettre, evenements, adresse, EtatPublic.Qr(adresse), horloge), ct);
        certificat = await sceau.Cacheter(certificat, "Certificat de signature", ct);
        var cachetee = await sceau.Cacheter(lettre.Pdf, $"Lettre de mission signée, version {lettre.Numero}", ct);

        await using var transaction = await db.Commencer(lettre.Attribution!.Uai, ct);
        if (await db.PiecesDeLettre.AnyAsync(p => p.LettreId == id && p.Genre == GenreDePiece.Certificat, ct))
        {
            return false;
        }

        var auteur = new Auteur(null, sceau.Nom, "cachet de l’organisme", horloge.MaintenantUtc, horloge.Aujourdhui);
        db.PiecesDeLettre.Add(Piece(id, GenreDePiece.Certificat, certificat, auteur));
        if (sceau.EstRegle)
        {
            db.PiecesDeLettre.Add(Piece(id, GenreDePiece.Cachetee, cachetee, auteur));
            db.EvenementsDeLettre.Add(EvenementDeLettre.De(id, GenreDEvenement.Cachetee, auteur));
        }

        var plume = new Plume(db, auteur, lettre.Attribution.Uai);
        plume.Noter(sceau.EstRegle ? "lettre cachetée" : "lettre certifiée", $"attribution:{lettre.AttributionId}", null, new { numero = lettre.Numero, sha256 = lettre.Sha256 });
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    static PieceDeLettre Piece(long lettre, GenreDePiece genre, byte[] pdf, Auteur auteur) =>
        new() { LettreId = lettre, Genre = genre, Contenu = pdf, Sha256 = Convert.ToHexStringLower(SHA256.HashData(pdf)), Type = "application/pdf", InstantUtc = auteur.InstantUtc };
}
