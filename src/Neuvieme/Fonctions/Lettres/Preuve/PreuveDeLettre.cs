using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Lettres.Preuve;

/// <summary>
/// Tout ce qui prouve ce qui a été signé, en un fichier qui se vérifie dans dix ans sans réseau et sans ce logiciel : les documents à l'octet
/// près, les signatures, l'extrait du journal avec ses empreintes, et une page qui refait les calculs.
/// </summary>
public static class PreuveDeLettre
{
    static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<byte[]> Composer(NeuviemeDb db, long lettreId, CancellationToken ct)
    {
        var lettre = await db.Lettres.AsNoTracking().IgnoreQueryFilters().Include(l => l.Signatures).AvecSujet().FirstAsync(l => l.Id == lettreId, ct);
        var pieces = await db.PiecesDeLettre.AsNoTracking().Where(p => p.LettreId == lettreId).OrderBy(p => p.Id).ToListAsync(ct);
        var evenements = await db.EvenementsDeLettre.AsNoTracking().Where(e => e.LettreId == lettreId).OrderBy(e => e.Id).ToListAsync(ct);
        var objet = lettre.Objet;
        var journal = await db.Journal.AsNoTracking().Where(e => e.Objet == objet && (e.Action.StartsWith("lettre") || e.Action == "accord donné") && !Reserve.Evenements.Contains(e.Action)).OrderBy(e => e.Id).ToListAsync(ct);

        var fichiers = Fichiers(lettre, pieces, evenements, journal);
        var page = Page().Replace("/*PREUVE*/null", Encoding.UTF8.GetString(fichiers[^1].Contenu).Replace("<", "\\u003c", StringComparison.Ordinal), StringComparison.Ordinal);
        return Zip([.. fichiers, ("VERIFIER.html", Encoding.UTF8.GetBytes(page))], lettre.InstantUtc);
    }

    /// <summary>Les documents à l'octet près, l'extrait du journal, et en dernier « preuve.json » qui en donne les empreintes.</summary>
    public static IReadOnlyList<(string Nom, byte[] Contenu)> Fichiers(Lettre lettre, IEnumerable<PieceDeLettre> pieces, IEnumerable<EvenementDeLettre> evenements, IEnumerable<EntreeJournal> journal)
    {
        List<(string Nom, byte[] Contenu)> fichiers = [("lettre.pdf", lettre.Pdf)];
        fichiers.AddRange(pieces.Select(p => (Nom(p), p.Contenu)));
        fichiers.Add(("journal.json", Octets(journal.Select(e => new
        {
            e.Portee, e.Rang, InstantUtc = e.InstantUtc.ToString("yyyy-MM-ddTHH:mm:ss.fff", System.Globalization.CultureInfo.InvariantCulture), CompteId = e.CompteId?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "",
            e.Auteur, e.Qualite, e.Action, e.Objet, e.Avant, e.Apres, e.Motif, e.EmpreintePrecedente, e.Empreinte,
        }))));
        var preuve = Octets(new
        {
            document = "lettre.pdf", version = lettre.Numero, etat = lettre.Etat.Public(), code = lettre.Code,
            fichiers = fichiers.ToDictionary(f => f.Nom, f => Sha256(f.Contenu)),
            signatures = lettre.Signatures.OrderBy(s => s.InstantUtc).ThenBy(s => s.Id).Select(s => new
            {
                partie = s.Partie.ToString(), s.Nom, s.Qualite, instantUtc = s.InstantUtc.ToString("O"), moyen = s.Moyen.Libelle(), s.Adresse, s.Navigateur, s.Sha256, s.Consentement,
            }),
            evenements = evenements.Where(e => !e.Genre.EstReserve() && (e.Genre != GenreDEvenement.Lue || lettre.Signatures.Count == 2))
                .Select(e => new { instantUtc = e.InstantUtc.ToString("O"), genre = e.Genre.ToString(), e.Auteur, detail = e.Detail }),
        });
        return [.. fichiers, ("preuve.json", preuve)];
    }

    static string Nom(PieceDeLettre p) => p.Genre switch
    {
        GenreDePiece.Cachetee => "lettre-cachetee.pdf",
        GenreDePiece.Certificat => "certificat.pdf",
        _ => "numerisation" + (p.Type switch { "image/jpeg" => ".jpg", "image/png" => ".png", _ => ".pdf" }),
    };

    static byte[] Octets(object valeur) => JsonSerializer.SerializeToUtf8Bytes(valeur, Json);

    static string Sha256(byte[] octets) => Convert.ToHexStringLower(SHA256.HashData(octets));

    static string Page()
    {
        using var flux = typeof(PreuveDeLettre).Assembly.GetManifestResourceStream("Lettres.verifier.html")!;
        using var lecteur = new StreamReader(flux);
        return lecteur.ReadToEnd();
    }

    /// <summary>Les dates du zip sont celles de la lettre : le même dossier demandé deux fois est le même fichier.</summary>
    static byte[] Zip(IReadOnlyList<(string Nom, byte[] Contenu)> fichiers, DateTime instant)
    {
        using var memoire = new MemoryStream();
        using (var zip = new ZipArchive(memoire, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (nom, contenu) in fichiers)
            {
                var entree = zip.CreateEntry(nom, CompressionLevel.Fastest);
                entree.LastWriteTime = new DateTimeOffset(instant, TimeSpan.Zero);
                using var flux = entree.Open();
                flux.Write(contenu);
            }
        }

        return memoire.ToArray();
    }
}
