using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Lettres.Verifier;

/// <summary>Ce que n'importe qui peut savoir d'une lettre dont il tient le code ou le fichier : son état et ses dates. Ni nom, ni établissement, ni somme.</summary>
public sealed record EtatPublic(string Etat, bool Vaut, DateOnly EtablieLe, DateOnly? SigneeLe, string Quoi)
{
    // Sans i, l, o, 0 ni 1 : il se recopie. Vingt caractères sur trente et un, soit 99 bits : il ne se devine pas.
    const string Lettres = "abcdefghjkmnpqrstuvwxyz23456789";

    public static string NouveauCode() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Lettres, 5)));

    public static string Chemin(string code) => $"/lettres/verifier?code={code}";

    public static async Task<EtatPublic?> ParCode(NeuviemeDb db, string code, CancellationToken ct)
    {
        code = code.Trim().ToLowerInvariant();
        return code.Length == 23 ? await Lire(db, db.Lettres.Where(l => l.Code == code), "La lettre qui porte ce code", ct) : null;
    }

    /// <summary>Le fichier lui-même : la lettre, la même avec son cachet, son certificat ou sa numérisation, à l'octet près.</summary>
    public static async Task<EtatPublic?> ParEmpreinte(NeuviemeDb db, string sha256, CancellationToken ct)
    {
        if (await Lire(db, db.Lettres.Where(l => l.Sha256 == sha256), "Ce fichier est une lettre", ct) is { } lettre)
        {
            return lettre;
        }

        var piece = await db.PiecesDeLettre.Where(p => p.Sha256 == sha256).Select(p => new { p.LettreId, p.Genre }).FirstOrDefaultAsync(ct);
        return piece is null ? null : await Lire(db, db.Lettres.Where(l => l.Id == piece.LettreId), piece.Genre switch
        {
            GenreDePiece.Cachetee => "Ce fichier est une lettre avec le cachet de l’organisme",
            GenreDePiece.Certificat => "Ce fichier est le certificat d’une lettre",
            _ => "Ce fichier est la numérisation d’une lettre signée sur papier",
        }, ct);
    }

    static async Task<EtatPublic?> Lire(NeuviemeDb db, IQueryable<Lettre> lettres, string quoi, CancellationToken ct)
    {
        var l = await lettres.Select(x => new { x.Etat, x.InstantUtc, x.Numero, Validee = x.Attribution!.Etat == EtatAttribution.Validee, SigneeUtc = x.Signatures.Max(s => (DateTime?)s.InstantUtc) }).FirstOrDefaultAsync(ct);
        return l is null ? null : new((l.Validee || l.Etat == EtatLettre.Remplacee ? l.Etat : EtatLettre.SansEffet).Public(),
            l is { Etat: EtatLettre.Signee, Validee: true }, Horloge.AParis(l.InstantUtc), l.Etat is EtatLettre.Signee or EtatLettre.Remplacee && l.SigneeUtc is { } s ? Horloge.AParis(s) : null, $"{quoi}, version {l.Numero}");
    }
}
