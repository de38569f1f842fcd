using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Fonctions.Lettres;
using Neuvieme.Fonctions.Lettres.Preuve;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Texte;

namespace Neuvieme.Fonctions.Archives;

/// <summary>
/// Toutes les lettres d'un lieu et d'une année dans un zip qui se lit sans réseau : les octets signés, leurs preuves, un index et les
/// empreintes. Écrit au fil de l'eau, vingt lettres en mémoire au plus ; aucune lecture n'est ouverte pendant que le réseau attend.
/// </summary>
public sealed partial class ArchiveDeLettres(NeuviemeDb db, LieuDArchive lieu, AnneeScolaire annee, CopieDeConservation? copies, Horloge horloge)
{
    const int ParLecture = 20;

    readonly List<LigneDArchive> _lignes = [];
    readonly List<(string Chemin, string Sha256)> _empreintes = [];

    public string Nom => $"lettres_{lieu.Code}_{annee.Debut}{(copies is null ? "" : "_avec-copies-pdfa")}.zip";

    /// <summary>Rend le nombre de lettres écrites.</summary>
    public async Task<int> Ecrire(Stream sortie, Auteur auteur, CancellationToken ct)
    {
        var ids = await lieu.Lettres(db.Lettres.IgnoreQueryFilters(), annee.Debut).Where(l => l.EffaceeUtc == null).OrderBy(l => l.AttributionId).ThenBy(l => l.MissionDirecteId).ThenBy(l => l.Numero).Select(l => l.Id).ToListAsync(ct);
        await Noter(auteur, ids.Count, ct);
        await using var tampon = new Tampon(sortie);
        await using (var zip = await ZipArchive.CreateAsync(tampon, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, ct))
        {
            foreach (var lot in ids.Chunk(ParLecture))
            {
                await EcrireLot(zip, tampon, lot, ct);
            }

            await Ajouter(zip, tampon, "index.csv", Csv.Ecrire(LigneDArchive.Entetes, _lignes.Select(l => l.Cellules)), ct);
            await Ajouter(zip, tampon, "index.html", IndexDArchive.Html(lieu, annee, _lignes, copies is not null, auteur), ct);
            await Ajouter(zip, tampon, "LISEZMOI.txt", IndexDArchive.LisezMoi(copies is not null), ct);
            var empreintes = string.Concat(_empreintes.Select(e => $"{e.Sha256}  {e.Chemin}\n"));
            await Ajouter(zip, tampon, "empreintes.sha256", Encoding.UTF8.GetBytes(empreintes), ct);
        }

        await tampon.Vider(ct);
        return ids.Count;
    }

    async Task Noter(Auteur auteur, int nombre, CancellationToken ct)
    {
        await using var transaction = await db.Commencer(lieu.Portee, ct);
        var plume = new Plume(db, auteur, lieu.Portee);
        plume.Noter("archive des lettres remise", $"archive:{annee.Debut}", null, new { annee = annee.ToString(), lettres = nombre, copies_pdfa = copies is null ? "non" : "oui" });
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
    }

    async Task EcrireLot(ZipArchive zip, Tampon tampon, long[] ids, CancellationToken ct)
    {
        var lettres = await db.Lettres.AsNoTracking().IgnoreQueryFilters().Include(l => l.MissionDirecte).Where(l => ids.Contains(l.Id)).OrderBy(l => l.AttributionId).ThenBy(l => l.MissionDirecteId).ThenBy(l => l.Numero).ToListAsync(ct);
        var signatures = (await db.SignaturesDeLettre.AsNoTracking().Where(s => ids.Contains(s.LettreId)).OrderBy(s => s.Id).ToListAsync(ct)).ToLookup(s => s.LettreId);
        var pieces = (await db.PiecesDeLettre.AsNoTracking().Where(p => ids.Contains(p.LettreId)).OrderBy(p => p.Id).ToListAsync(ct)).ToLookup(p => p.LettreId);
        var evenements = (await db.EvenementsDeLettre.AsNoTracking().Where(e => ids.Contains(e.LettreId)).OrderBy(e => e.Id).ToListAsync(ct)).ToLookup(e => e.LettreId);
        var objets = lettres.Select(Objet).Distinct().ToList();
        var journal = (await db.Journal.AsNoTracking().Where(e => objets.Contains(e.Objet) && (e.Action.StartsWith("lettre") || e.Action == "accord donné") && !Reserve.Evenements.Contains(e.Action)).OrderBy(e => e.Id).ToListAsync(ct)).ToLookup(e => e.Objet);
        var rendues = copies is null ? null : await copies.Rendre(lettres, ct);
        foreach (var (lettre, i) in lettres.Select((l, i) => (l, i)))
        {
            lettre.Signatures = [.. signatures[lettre.Id]];
            var imprime = JsonNode.Parse(lettre.Donnees)?.AsObject();
            var reference = imprime?["reference"]?.GetValue<string>() is { Length: > 0 } r ? r : $"{lieu.Code}-{annee.Debut}-{lettre.SujetId:0000}";
            var personne = imprime?["agent"]?["nomComplet"]?.GetValue<string>() ?? "";
            var dossier = $"lettres/{Fichier(reference)}_v{lettre.Numero}_{Fichier(personne)}";
            var fichiers = PreuveDeLettre.Fichiers(lettre, pieces[lettre.Id], evenements[lettre.Id], journal[Objet(lettre)]);
            foreach (var (nom, contenu) in fichiers)
            {
                await Ajouter(zip, tampon, $"{dossier}/{nom}", contenu, ct);
            }

            var copie = rendues is null ? "" : $"copies-pdfa/COPIE_{Fichier(reference)}_v{lettre.Numero}.pdf";
            if (rendues is not null && rendues[i].Pdf is { } pdf)
            {
                await Ajouter(zip, tampon, copie, pdf, ct);
            }

            _lignes.Add(new(lettre, reference, personne, (imprime?["mission"] ?? imprime?["missions"]?[0])?["libelle"]?.GetValue<string>() ?? "", dossier, [.. fichiers.Select(f => f.Nom)], rendues is null || rendues[i].Pdf is not null ? copie : $"impossible : {rendues[i].Raison}"));
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

    static string Objet(Lettre l) => l.MissionDirecte?.Objet ?? $"attribution:{l.AttributionId}";

    /// <summary>Un nom que tout système de fichiers accepte.</summary>
    static string Fichier(string texte) => string.Join("-", NonMot().Split(Accents.Cle(texte)).Where(m => m.Length > 0));

    [GeneratedRegex("[^A-Za-z0-9]+", RegexOptions.None, 1000)]
    private static partial Regex NonMot();
}
