using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Fonctions.Lettres.Verifier;
using Neuvieme.Fonctions.Modeles;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Courrier;
using Neuvieme.Socle.Documents;
using Neuvieme.Socle.Sceau;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Lettres.Suivre;

/// <summary>
/// Une lettre qui porte toutes ses signatures reçoit le cachet de l'organisme et son certificat. Composer et cacheter prennent du temps et
/// peuvent échouer : cela se fait après la signature, sans la retenir, et se reprend à chaque passage tant que ce n'est pas fait.
/// </summary>
public sealed class CertifierLettres(MoteurTypst moteur, SceauDeLOrganisme sceau, ReglagesCourrier site, Horloge horloge, ILogger<CertifierLettres> trace)
{
    /// <summary>Au plus, d'un passage : l'envoi des courriels attend derrière.</summary>
    const int ParPassage = 50;

    static readonly TimeSpan Recul = TimeSpan.FromHours(1);

    /// <summary>Composer plus de quelques certificats ferait attendre la page : le passage suivant s'en charge.</summary>
    public const int Aussitot = 3;

    public Task Apres(NeuviemeDb db, IReadOnlyCollection<long> signees, CancellationToken ct) => signees.Count > Aussitot ? Task.CompletedTask : Executer(db, signees, ct);

    /// <summary>Celles de la liste, ou toutes celles qui attendent. Rend le nombre de lettres certifiées.</summary>
    public async Task<int> Executer(NeuviemeDb db, IReadOnlyCollection<long>? lettres, CancellationToken ct)
    {
        var maintenant = horloge.MaintenantUtc;
        var attendent = await db.Lettres.AsNoTracking().Where(l => l.ACertifier && (lettres == null ? l.CertifierApresUtc == null || l.CertifierApresUtc <= maintenant : lettres.Contains(l.Id)))
            .OrderBy(l => l.CertifierApresUtc != null).ThenBy(l => l.CertifierApresUtc).ThenBy(l => l.Id).Select(l => l.Id).Take(ParPassage).ToListAsync(ct);
        var faites = 0;
        foreach (var id in attendent)
        {
            try
            {
                faites += await Une(db, id, ct) ? 1 : 0;
            }
            catch (SceauImpossibleException erreur)
            {
                // Clé échue, service d'horodatage muet : les suivantes attendraient autant.
                trace.LogError(erreur, "Lettre {Lettre} signée mais pas encore cachetée : {Raison} Le prochain passage reprendra.", id, erreur.Message);
                return faites;
            }
#pragma warning disable CA1031 // La lettre est signée : ce qui échoue ensuite ne doit ni le démentir à l'écran, ni arrêter les suivantes.
            catch (Exception erreur) when (erreur is not OperationCanceledException)
#pragma warning restore CA1031
            {
                trace.LogError(erreur, "Lettre {Lettre} signée mais pas encore certifiée : le prochain passage reprendra.", id);
                await Reculer(db, id, maintenant.Add(Recul), ct);
            }
        }

        return faites;
    }

    /// <summary>Celle qui échoue laisse passer les suivantes : sans quoi cinquante lettres abîmées retiendraient toutes les autres.</summary>
    async Task Reculer(NeuviemeDb db, long id, DateTime jusquA, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        try
        {
            await db.Lettres.Where(l => l.Id == id && l.ACertifier).ExecuteUpdateAsync(l => l.SetProperty(x => x.CertifierApresUtc, jusquA), ct);
        }
        catch (System.Data.Common.DbException erreur)
        {
            trace.LogError(erreur, "Lettre {Lettre} : la base ne répond pas.", id);
        }
    }

    async Task<bool> Une(NeuviemeDb db, long id, CancellationToken ct)
    {
        var lettre = await db.Lettres.AsNoTracking().IgnoreQueryFilters().Include(l => l.Signatures).AvecSujet().FirstAsync(l => l.Id == id, ct);
        var evenements = await db.EvenementsDeLettre.AsNoTracking().Where(e => e.LettreId == id).OrderBy(e => e.Id).ToListAsync(ct);
        var objet = lettre.Objet;
        var journal = await db.Journal.AsNoTracking().Where(e => e.Objet == objet && e.Action.StartsWith("lettre")).OrderByDescending(e => e.Id).Select(e => e.Empreinte).FirstOrDefaultAsync(ct) ?? "";
        var adresse = site.Lien(EtatPublic.Chemin(lettre.Code));
        var certificat = await Certificat(db, lettre, CertificatDeLettre.Donnees(lettre, evenements, journal, adresse, CodeQr.Svg(adresse), horloge), ct);
        certificat = await sceau.Cacheter(certificat, "Certificat de signature", ct);
        // Signée à la main, la lettre est la numérisation : cacheter le document d'avant dirait qu'il est signé.
        var cachetee = sceau.EstRegle && lettre.Signatures.All(s => s.Moyen != MoyenDeSignature.Papier) ? await sceau.Cacheter(lettre.Pdf, $"Lettre de mission signée, version {lettre.Numero}", ct) : null;

        await using var transaction = await db.Commencer(lettre.Portee, ct);
        // Un autre nœud est passé, ou la lettre a perdu son effet entre-temps.
        if (await db.Lettres.Where(l => l.Id == id && l.ACertifier).ExecuteUpdateAsync(l => l.SetProperty(x => x.ACertifier, false), ct) == 0)
        {
            return false;
        }

        var auteur = new Auteur(null, sceau.Nom, "cachet de l’organisme", horloge.MaintenantUtc, horloge.Aujourdhui);
        db.PiecesDeLettre.Add(Piece(id, GenreDePiece.Certificat, certificat, auteur));
        if (cachetee is not null)
        {
            db.PiecesDeLettre.Add(Piece(id, GenreDePiece.Cachetee, cachetee, auteur));
            db.EvenementsDeLettre.Add(EvenementDeLettre.De(id, GenreDEvenement.Cachetee, auteur));
        }

        var plume = new Plume(db, auteur, lettre.Portee);
        plume.Noter(cachetee is not null ? "lettre cachetée" : "lettre certifiée", lettre.Objet, null, new { numero = lettre.Numero, sha256 = lettre.Sha256 });
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    async Task<byte[]> Certificat(NeuviemeDb db, Lettre lettre, JsonObject donnees, CancellationToken ct)
    {
        var uai = lettre.Attribution?.Uai ?? lettre.MissionDirecte?.Uai;
        var academie = lettre.MissionDirecte?.AcademieCode ?? await db.Etablissements.Where(e => e.Uai == uai).Select(e => e.AcademieCode).FirstAsync(ct);
        var modele = await ModeleEnVigueur.De(db, academie, CertificatDeLettre.Modele, ct);
        try
        {
            return await modele.Rendre(moteur, donnees, (string?)donnees["reference"] ?? "certificat", ct);
        }
        finally
        {
            await modele.Prevenir(db, academie, new(null, sceau.Nom, "cachet de l’organisme", horloge.MaintenantUtc, horloge.Aujourdhui), ct);
        }
    }

    static PieceDeLettre Piece(long lettre, GenreDePiece genre, byte[] pdf, Auteur auteur) =>
        new() { LettreId = lettre, Genre = genre, Contenu = pdf, Sha256 = Convert.ToHexStringLower(SHA256.HashData(pdf)), Type = "application/pdf", InstantUtc = auteur.InstantUtc };
}
