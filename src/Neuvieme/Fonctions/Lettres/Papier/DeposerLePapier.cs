using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Fonctions.Lettres.Signer;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Lettres.Papier;

/// <summary>Une lettre imprimée, signée des deux mains et numérisée : la numérisation s'attache à la version, marquée comme telle.</summary>
public sealed record DeposerLePapier(LettreVue Vue, byte[] Numerisation, DateOnly? SigneeLe)
{
    public const int TailleMaximale = 10 * 1024 * 1024;

    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, string uai, Auteur auteur, CancellationToken ct = default)
    {
        if (Type(Numerisation) is not { } type)
        {
            return [new("Fichier", Numerisation.Length == 0 ? "Choisissez la numérisation de la lettre signée." : "Déposez un PDF, un JPEG ou un PNG.")];
        }

        if (Numerisation.Length > TailleMaximale)
        {
            return [new("Fichier", "La numérisation dépasse 10 Mo : numérisez en noir et blanc, à 150 points par pouce.")];
        }

        if (SigneeLe is null || SigneeLe > auteur.Aujourdhui)
        {
            return [new(nameof(SigneeLe), SigneeLe is null ? "Dites le jour où la lettre a été signée." : "La lettre ne peut pas être signée dans le futur.")];
        }

        await using var transaction = await db.Commencer(uai, ct);
        if (await db.Lettres.Include(l => l.Signatures).Include(l => l.Attribution!.Agent).FirstOrDefaultAsync(l => l.Id == Vue.Id && l.Attribution!.Uai == uai, ct) is not { } lettre)
        {
            return [new("", "Cette lettre n’est pas de votre établissement.")];
        }

        if (lettre.Sha256 != Vue.Sha256 || lettre.Attribution!.Etat != EtatAttribution.Validee)
        {
            return [new("", "La lettre a changé depuis que vous avez ouvert cette page, ou l’attribution n’est plus validée : rechargez-la.")];
        }

        if (lettre.SurPapier(Signature(Partie.Agent, lettre.Attribution.Agent!.NomDeCivilite, auteur), Signature(Partie.Chef, auteur.Signature, auteur)) is { } obstacle)
        {
            return [obstacle];
        }

        var sha = Convert.ToHexStringLower(SHA256.HashData(Numerisation));
        db.PiecesDeLettre.Add(new() { LettreId = lettre.Id, Genre = GenreDePiece.Numerisation, Contenu = Numerisation, Sha256 = sha, Type = type, InstantUtc = auteur.InstantUtc });
        db.EvenementsDeLettre.Add(EvenementDeLettre.De(lettre.Id, GenreDEvenement.SigneeSurPapier, auteur, $"signée le {Francais.Date(SigneeLe.Value)}, numérisation {sha}"));
        var plume = new Plume(db, auteur, uai);
        plume.Noter("lettre signée sur papier", $"attribution:{lettre.AttributionId}", null, new { numero = lettre.Numero, sha256 = lettre.Sha256, numerisation = sha, signee_le = SigneeLe });
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }

    SignatureDeLettre Signature(Partie partie, string nom, Auteur auteur) => new()
    {
        Partie = partie, Nom = nom, Qualite = partie == Partie.Agent ? "agent" : auteur.Qualite, InstantUtc = auteur.InstantUtc, Moyen = MoyenDeSignature.Papier,
        Sha256 = Vue.Sha256, Consentement = $"Signée à la main le {Francais.Date(SigneeLe!.Value)} ; numérisation déposée par {auteur.Signature}.",
    };

    /// <summary>Reconnu à ses premiers octets : le nom du fichier ne prouve rien.</summary>
    static string? Type(ReadOnlySpan<byte> octets) => octets switch
    {
        [0x25, 0x50, 0x44, 0x46, 0x2D, ..] => "application/pdf",
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [0x89, 0x50, 0x4E, 0x47, ..] => "image/png",
        _ => null,
    };
}
