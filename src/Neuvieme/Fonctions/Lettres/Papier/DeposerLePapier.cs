using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Fonctions.Lettres.Composer;
using Neuvieme.Fonctions.Lettres.Signer;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Lettres.Papier;

/// <summary>Une lettre imprimée, signée des deux mains et numérisée : la numérisation s'attache à la version, marquée comme telle.</summary>
public sealed record DeposerLePapier(LettreVue Vue, byte[] Numerisation, DateOnly? SigneeLe)
{
    public const int TailleMaximale = 10 * 1024 * 1024;

    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, IQueryable<Lettre> siennes, Auteur auteur, CancellationToken ct = default)
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

        if (await siennes.AsNoTracking().AvecSujet().FirstOrDefaultAsync(l => l.Id == Vue.Id, ct) is not { } lue)
        {
            return [new("", "Cette lettre n’est pas à vous.")];
        }

        await using var transaction = await db.Commencer(lue.Portee, ct);
        var lettre = await siennes.QuiEngagent().Include(l => l.Signatures).AvecSujet().FirstOrDefaultAsync(l => l.Id == Vue.Id, ct);
        if (lettre is null || lettre.Sha256 != Vue.Sha256)
        {
            return [new("", "La lettre a changé depuis que vous avez ouvert cette page, ou la décision qu’elle rapporte n’est plus en vigueur : rechargez-la.")];
        }

        if (SigneeLe < Horloge.AParis(lettre.InstantUtc))
        {
            return [new(nameof(SigneeLe), $"Cette version est établie le {Francais.Date(Horloge.AParis(lettre.InstantUtc))} : elle n’a pas pu être signée avant.")];
        }

        if (lettre.SurPapier(Signature(Partie.Agent, lettre.Agent.NomDeCivilite, "agent", auteur), Signature(Partie.Chef, Imprime(lettre, "nom"), Imprime(lettre, "qualite"), auteur)) is { } obstacle)
        {
            return [obstacle];
        }

        if (lettre.MissionDirecte is { EstAcademique: true } academique)
        {
            academique.LettreLe = SigneeLe;
        }

        var sha = Convert.ToHexStringLower(SHA256.HashData(Numerisation));
        db.PiecesDeLettre.Add(new() { LettreId = lettre.Id, Genre = GenreDePiece.Numerisation, Contenu = Numerisation, Sha256 = sha, Type = type, InstantUtc = auteur.InstantUtc });
        db.EvenementsDeLettre.Add(EvenementDeLettre.De(lettre.Id, GenreDEvenement.SigneeSurPapier, auteur, $"signée le {Francais.Date(SigneeLe.Value)}, numérisation {sha}"));
        var plume = new Plume(db, auteur, lettre.Portee);
        plume.Noter("lettre signée sur papier", lettre.Objet, null, new { numero = lettre.Numero, sha256 = lettre.Sha256, numerisation = sha, signee_le = SigneeLe });
        await Courriel.Retirer(db, [AnnonceDeLettre.Sujet(lettre.Id)], ct);
        if (lettre.Agent.CompteId is not null)
        {
            await Courriel.Deposer(db, [AnnonceDeLettre.SurPapier(lettre, SigneeLe.Value)], auteur.InstantUtc, ct);
        }

        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }

    /// <summary>Qui a signé est qui la lettre nomme ; qui dépose est dit à côté. L'instant est le jour dit, le seul que porte le papier.</summary>
    SignatureDeLettre Signature(Partie partie, string nom, string qualite, Auteur auteur) => new()
    {
        Partie = partie, Nom = Couper(nom, 200), Qualite = qualite, InstantUtc = Horloge.DebutDuJour(SigneeLe!.Value), Moyen = MoyenDeSignature.Papier,
        Sha256 = Vue.Sha256, Consentement = Couper($"Signée à la main le {Francais.Date(SigneeLe!.Value)} ; numérisation déposée par {auteur.Signature}", 499) + ".",
    };

    static string Imprime(Lettre lettre, string champ) => (JsonNode.Parse(lettre.Donnees) is JsonObject donnees && LettreAvenant.LettreDe(donnees) is var d ? d["chef"] ?? d["responsable"] ?? d["recteur"] : null)?[champ]?.GetValue<string>() ?? "";

    static string Couper(string texte, int longueur) => texte.Length <= longueur ? texte : texte[..(longueur - 1)] + "…";

    /// <summary>Reconnu à ses premiers octets : le nom du fichier ne prouve rien.</summary>
    static string? Type(ReadOnlySpan<byte> octets) => octets switch
    {
        [0x25, 0x50, 0x44, 0x46, 0x2D, ..] => "application/pdf",
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [0x89, 0x50, 0x4E, 0x47, ..] => "image/png",
        _ => null,
    };
}
