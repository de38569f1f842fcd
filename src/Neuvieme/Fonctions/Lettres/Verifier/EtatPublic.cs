using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.MissionsDirectes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Lettres.Verifier;

/// <summary>Ce que n'importe qui peut savoir d'une lettre dont il tient le code ou le fichier : son état et ses dates. Ni nom, ni établissement, ni somme.</summary>
/// <param name="SurPapier">Une signature au moins est de la main : l'établissement le dit, le site ne l'a pas vue.</param>
public sealed record EtatPublic(string Etat, bool Vaut, bool SurPapier, DateOnly EtablieLe, DateOnly? SigneeLe, string Quoi)
{
    /// <summary>Un avenant que tous ont signé la modifie depuis.</summary>
    public bool EstModifiee { get; private init; }

    /// <summary>Ces octets sont ceux que ce site a scellés et gardés : il reconnaît son cachet, même si la clé a changé depuis.</summary>
    public bool ScelleIci { get; private init; }

    // Sans i, l, o, 0 ni 1 : il se recopie. Vingt caractères sur trente et un, soit 99 bits : il ne se devine pas.
    const string Lettres = "abcdefghjkmnpqrstuvwxyz23456789";

    public static string NouveauCode() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Lettres, 5)));

    public static string Chemin(string code) => $"/lettres/verifier?code={code}";

    public static async Task<EtatPublic?> ParCode(NeuviemeDb db, string code, DateOnly jour, CancellationToken ct)
    {
        // Recopié d’un papier, avec des espaces ou sans tirets, c’est le même code.
        code = string.Join('-', string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant().Chunk(5).Select(c => new string(c)));
        return code.Length == 23 ? await Lire(db, db.Lettres.Where(l => l.Code == code), "La lettre qui porte ce code", jour, ct) : null;
    }

    /// <summary>Le fichier lui-même : la lettre, la même avec son cachet, son certificat ou sa numérisation, à l'octet près.</summary>
    public static async Task<EtatPublic?> ParEmpreinte(NeuviemeDb db, string sha256, DateOnly jour, CancellationToken ct)
    {
        if (await Lire(db, db.Lettres.Where(l => l.Sha256 == sha256), "Ce fichier est une lettre", jour, ct) is { } lettre)
        {
            return lettre;
        }

        var genres = await db.PiecesDeLettre.Where(p => p.Sha256 == sha256).Select(p => p.Genre).Distinct().ToListAsync(ct);
        var trouvee = genres.Count == 0 ? null : await Lire(db, db.Lettres.Where(l => db.PiecesDeLettre.Any(p => p.LettreId == l.Id && p.Sha256 == sha256)), genres.Min() switch
        {
            GenreDePiece.Cachetee => "Ce fichier est une lettre avec le cachet de l’organisme",
            GenreDePiece.Certificat => "Ce fichier est le certificat d’une lettre",
            _ => "Ce fichier est la numérisation d’une lettre signée sur papier",
        }, jour, ct);
        return trouvee is null ? null : trouvee with { ScelleIci = genres.Min() != GenreDePiece.Numerisation };
    }

    static async Task<EtatPublic?> Lire(NeuviemeDb db, IQueryable<Lettre> lettres, string quoi, DateOnly jour, CancellationToken ct)
    {
        // Une mission retirée n'efface pas la lettre : qui en tient le fichier doit lire qu'elle est sans effet, non qu'elle n'est pas d'ici.
        var lues = await lettres.IgnoreQueryFilters().Select(x => new
        {
            x.Id, x.Etat, x.InstantUtc, x.Numero, x.NumeroAvenant, Modifiee = db.Lettres.Any(y => y.AttributionId == x.AttributionId && x.AttributionId != null && y.Numero > x.Numero && y.NumeroAvenant != null && y.Etat == EtatLettre.Signee), EnVigueur = (x.Attribution!.Etat == EtatAttribution.Validee && x.Attribution.RetireeUtc == null) || x.MissionDirecte!.Etat == EtatAttribution.Validee
                || (x.MissionDirecte!.Dispositif == DispositifDirect.Academique && (x.MissionDirecte.Etat == EtatAttribution.AccordDonne || x.MissionDirecte.Etat == EtatAttribution.Proposee)),
            Complete = x.Signatures.Count == 2, SurPapier = x.Signatures.Any(s => s.Moyen == MoyenDeSignature.Papier), SigneeUtc = x.Signatures.Max(s => (DateTime?)s.InstantUtc),
        }).ToListAsync(ct);
        // La même numérisation déposée pour deux lettres : celle qui vaut, sinon la dernière.
        if (lues.OrderByDescending(x => x.EnVigueur && x.Etat == EtatLettre.Signee).ThenByDescending(x => x.Id).FirstOrDefault() is not { } l)
        {
            return null;
        }

        // Depuis quand, et rien d'autre : arrêt ou retrait parlerait d'une personne.
        var fin = await FinDEffet.Lire(db, [l.Id], jour, ct);
        var etat = fin.ContainsKey(l.Id) ? EtatLettre.SansEffet : l.Etat;
        return new(etat == EtatLettre.Signee && l.SurPapier ? "signée sur papier, selon l’établissement" : etat == EtatLettre.SansEffet ? FinDEffet.Dire(fin[l.Id]) : etat.Public(), etat == EtatLettre.Signee, l.SurPapier,
            Horloge.AParis(l.InstantUtc), l.Complete && l.SigneeUtc is { } s ? Horloge.AParis(s) : null, $"{quoi}, version {l.Numero}{(l.NumeroAvenant is null ? "" : " (avenant)")}")
        { EstModifiee = etat == EtatLettre.Signee && l.Modifiee };
    }
}
