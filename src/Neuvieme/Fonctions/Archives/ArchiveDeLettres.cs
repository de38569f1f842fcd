using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Fonctions.Lettres;
using Neuvieme.Fonctions.Lettres.Preuve;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Texte;

namespace Neuvieme.Fonctions.Archives;

/// <summary>
/// Toutes les lettres d'un établissement et d'une année dans un zip qui se lit sans réseau : les octets signés, leurs preuves, un index et les
/// empreintes. Écrit au fil de l'eau, vingt lettres en mémoire au plus ; aucune lecture n'est ouverte pendant que le réseau attend.
/// </summary>
public sealed partial class ArchiveDeLettres(NeuviemeDb db, Etablissement etablissement, AnneeScolaire annee, CopieDeConservation? copies, Horloge horloge)
{
    const int ParLecture = 20;

    readonly List<LigneDArchive> _lignes = [];
    readonly List<(string Chemin, string Sha256)> _empreintes = [];

    public string Nom => $"lettres_{etablissement.Uai}_{annee.Debut}{(copies is null ? "" : "_avec-copies-pdfa")}.zip";

    /// <summary>Rend le nombre de lettres écrites.</summary>
    public async Task<int> Ecrire(Stream sortie, Auteur auteur, CancellationToken ct)
    {
        var (uai, debut) = (etablissement.Uai, annee.Debut);
        var ids = await db.Lettres.Where(l => l.Attribution!.Uai == uai && l.Attribution.Annee == debut && l.EffaceeUtc == null).OrderBy(l => l.AttributionId).ThenBy(l => l.Numero).Select(l => l.Id).ToListAsync(ct);
        await Noter(auteur, ids.Count, ct);
        await using var tampon = new Tampon(sortie);
        await using (var zip = await ZipArchive.CreateAsync(tampon, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, ct))
        {
            foreach (var lot in ids.Chunk(ParLecture))
            {
                await EcrireLot(zip, tampon, lot, ct);
            }

            await Ajouter(zip, tampon, "index.csv", Csv.Ecrire(LigneDArchive.Entetes, _lignes.Select(l => l.Cellules)), ct);
            await Ajouter(zip, tampon, "index.html", IndexDArchive.Html(etablissement, annee, _lignes, copies is not null, auteur), ct);
            await Ajouter(zip, tampon, "LISEZMOI.txt", IndexDArchive.LisezMoi(copies is not null), ct);
            var empreintes = string.Concat(_empreintes.Select(e => $"{e.Sha256}  {e.Chemin}\n"));
            await Ajouter(zip, tampon, "empreintes.sha256", Encoding.UTF8.GetBytes(empreintes), ct);
        }

        await tampon.Vider(ct);
        return ids.Count;
    }

    async Task Noter(Auteur auteur, int nombre, CancellationToken ct)
    {
        await using var transaction = await db.Commencer(etablissement.Uai, ct);
        var plume = new Plume(db, auteur, etablissement.Uai);
        plume.Noter("archive des lettres remise", $"archive:{annee.Debut}", null, new { annee = annee.ToString(), lettres = nombre, copies_pdfa = copies is null ? "non" : "oui" });
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
    }

    async Task EcrireLot(ZipArchive zip, Tampon tampon, long[] ids, CancellationToken ct)
    {
        var lettres = await db.Lettres.AsNoTracking().Where(l => ids.Contains(l.Id)).OrderBy(l => l.AttributionId).ThenBy(l => l.Numero).ToListAsync(ct);
        var signatures = (await db.SignaturesDeLettre.AsNoTracking().Where(s => ids.Contains(s.LettreId)).OrderBy(s => s.Id).ToListAsync(ct)).ToLookup(s => s.LettreId);
        var pieces = (await db.PiecesDeLettre.AsNoTracking().Where(p => ids.Contains(p.LettreId)).OrderBy(p => p.Id).ToListAsync(ct)).ToLookup(p => p.LettreId);
        var evenements = (await db.EvenementsDeLettre.AsNoTracking().Where(e => ids.Contains(e.LettreId)).OrderBy(e => e.Id).ToListAsync(ct)).ToLookup(e => e.LettreId);
        var objets = lettres.Select(l => $"attribution:{l.AttributionId}").Distinct().ToList();
        var journal = (await db.Journal.AsNoTracking().Where(e => objets.Contains(e.Objet) && (e.Action.StartsWith("lettre") || e.Action == "accord donné")).OrderBy(e => e.Id).ToListAsync(ct)).ToLookup(e => e.Objet);
        var rendues = copies is null ? null : await copies.Rendre(lettres, ct);
        foreach (var (lettre, i) in lettres.Select((l, i) => (l, i)))
        {
            lettre.Signatures = [.. signatures[lettre.Id]];
            var imprime = JsonNode.Parse(lettre.Donnees)?.AsObject();
            var reference = imprime?["reference"]?.GetValue<string>() is { Length: > 0 } r ? r : $"{etablissement.Uai}-{annee.Debut}-{lettre.AttributionId:0000}";
            var personne = imprime?["agent"]?["nomComplet"]?.GetValue<string>() ?? "";
            var dossier = $"lettres/{Fichier(reference)}_v{lettre.Numero}_{Fichier(personne)}";
            var fichiers = PreuveDeLettre.Fichiers(lettre, pieces[lettre.Id], evenements[lettre.Id], journal[$"attribution:{lettre.AttributionId}"]);
            foreach (var (nom, contenu) in fichiers)
            {
                await Ajouter(zip, tampon, $"{dossier}/{nom}", contenu, ct);
            }

            var copie = rendues is null ? "" : $"copies-pdfa/COPIE_{Fichier(reference)}_v{lettre.Numero}.pdf";
            if (rendues is not null && rendues[i].Pdf is { } pdf)
            {
                await Ajouter(zip, tampon, copie, pdf, ct);
            }

            _lignes.Add(new(lettre, reference, personne, imprime?["mission"]?["libelle"]?.GetValue<string>() ?? "", dossier, [.. fichiers.Select(f => f.Nom)], rendues is null || rendues[i].Pdf is not null ? copie : $"impossible : {rendues[i].Raison}"));
        }
    }

    async Task Ajouter(ZipArchive zip, Tampon tampon, string chemin, byte[] contenu, CancellationToken ct)
    {
        // Un PDF est déjà comprimé : le refaire ne gagne rien.
        var entree = zip.CreateEntry(chemin, chemin.EndsWith(".pdf", StringComparison.Ordinal) ? CompressionLevel.NoCompression : CompressionLevel.Fastest);
        entree.LastWriteTime = new DateTimeOffset(horloge.MaintenantUtc, TimeSpan.Zero);
        await using (var flux = await entree.OpenAsync(ct))
        {
            await flux.WriteAsync(contenu, ct);
        }

        await tampon.Vider(ct);
        _empreintes.Add((chemin, Convert.ToHexStringLower(SHA256.HashData(contenu))));
    }

    /// <summary>Un nom que tout système de fichiers accepte.</summary>
    static string Fichier(string texte) => string.Join("-", NonMot().Split(Accents.Cle(texte)).Where(m => m.Length > 0));

    [GeneratedRegex("[^A-Za-z0-9]+", RegexOptions.None, 1000)]
    private static partial Regex NonMot();
}
