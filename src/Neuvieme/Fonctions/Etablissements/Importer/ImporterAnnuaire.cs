using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Documents;

namespace Neuvieme.Fonctions.Etablissements.Importer;

/// <summary>Un fichier tel qu'on l'a reçu.</summary>
public sealed record FichierRecu(string Nom, byte[] Octets);

/// <summary>Lit des fichiers de données ouvertes, dit ce qu'ils changeraient, et l'écrit : tout, avec son journal, ou rien.</summary>
public sealed record ImporterAnnuaire(IReadOnlyList<FichierRecu> Fichiers, ChoixAnnuaire Choix)
{
    /// <summary>Ce que l'import changerait, ou les raisons de refuser un fichier entier. N'écrit rien.</summary>
    public async Task<(ApercuAnnuaire? Apercu, IReadOnlyList<Refus> Refus)> Preparer(NeuviemeDb db, CancellationToken ct)
    {
        var (lus, refus) = await Lire(db, ct);
        return refus.Count > 0 ? (null, refus) : ((await Appliquer(db, lus, ct)).Apercu(lus), []);
    }

    /// <param name="vu">L'empreinte de l'aperçu que la personne a sous les yeux ; nulle à la ligne de commande, qui n'en montre pas.</param>
    public async Task<(ApercuAnnuaire? Apercu, ImportAnnuaire? Import, IReadOnlyList<Refus> Refus)> Executer(NeuviemeDb db, Auteur auteur, string? vu, CancellationToken ct = default)
    {
        var (lus, refus) = await Lire(db, ct);
        if (refus.Count > 0)
        {
            return (null, null, refus);
        }

        // Toutes les académies qu'un changement pourrait toucher : on ne saura lesquelles qu'après avoir lu la base sous verrou.
        var academies = (await db.Academies.Select(a => a.Code).ToListAsync(ct)).Concat(lus.SelectMany(l => l.Fiches).Select(f => f.Academie).OfType<string>()).Distinct(StringComparer.Ordinal);
        await using var transaction = await db.Commencer(academies.Select(Academie.PorteeDe).Append(PorteesDeRole.Instance), ct);
        if (db.Database.IsNpgsql())
        {
            // Ce qu'on a lu reste vrai jusqu'à ce qu'on l'écrive : un import STSWeb complète aussi ces fiches.
            await db.Database.ExecuteSqlRawAsync("""LOCK TABLE "Etablissements", "Academies", "Departements", "NaturesUai" IN SHARE ROW EXCLUSIVE MODE""", ct);
        }

        var referentiel = await Appliquer(db, lus, ct);
        var apercu = referentiel.Apercu(lus);
        if (vu is not null && vu != apercu.Empreinte)
        {
            return (apercu, null, [new("", "La base a changé depuis cet aperçu : le voici à jour. Relisez-le, puis confirmez.")]);
        }

        if (apercu.RienAFaire)
        {
            return (apercu, null, []);
        }

        await db.EcrireParLots(referentiel.AEcrire<Academie>(), ct);
        await db.EcrireParLots(referentiel.AEcrire<Departement>(), ct);
        await db.EcrireParLots(referentiel.AEcrire<NatureUai>(), ct);
        await db.EcrireParLots(referentiel.AEcrire<Etablissement>(), ct);
        var import = Import(apercu, auteur);
        db.ImportsAnnuaire.Add(import);
        await db.SaveChangesAsync(ct);
        await Journaliser(db, auteur, apercu, [.. referentiel.AcademiesTouchees.Order(StringComparer.Ordinal)], import, ct);
        await transaction.CommitAsync(ct);
        return (apercu, import, []);
    }

    async Task<(List<FichierLu> Lus, List<Refus> Refus)> Lire(NeuviemeDb db, CancellationToken ct)
    {
        var connus = (await db.Etablissements.Select(e => e.Uai).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        List<FichierLu> lus = [];
        List<Refus> refus = [];
        foreach (var recu in Fichiers)
        {
            var (fichier, non) = LectureAnnuaire.Lire(recu.Octets, recu.Nom, connus);
            if (fichier is null)
            {
                refus.Add(new("", $"{recu.Nom} : {non}"));
            }
            else
            {
                lus.Add(fichier);
            }
        }

        // Les codes d'abord, puis ce qui crée, puis ce qui complète : l'ordre des fichiers donnés n'importe pas.
        return ([.. lus.OrderBy(l => l.Format.Genre)], refus);
    }

    async Task<Referentiel> Appliquer(NeuviemeDb db, List<FichierLu> lus, CancellationToken ct)
    {
        var referentiel = await Referentiel.Charger(db, Choix, ct);
        lus.ForEach(referentiel.Appliquer);
        return referentiel;
    }

    static ImportAnnuaire Import(ApercuAnnuaire apercu, Auteur auteur)
    {
        var nom = string.Join(", ", apercu.Fichiers.Select(f => f.Nom));
        return new()
        {
            NomFichier = nom.Length <= 400 ? nom : nom[..399] + "…", Sha256 = apercu.Sha256, InstantUtc = auteur.InstantUtc, Auteur = auteur.Signature,
            Nouveaux = apercu.Nouveaux.Count, Changes = apercu.Changes.Select(c => c.Uai).Distinct().Count(), Inchanges = apercu.Inchanges, Absents = apercu.Absents.Count, Sales = apercu.Sales.Count,
            Rapport = Compresser(RapportAnnuaire.EnCsv(apercu)),
        };
    }

    /// <summary>Une entrée par académie, qui fait relire ses pages, et une par établissement dont un fait change une décision.</summary>
    static async Task Journaliser(NeuviemeDb db, Auteur auteur, ApercuAnnuaire apercu, List<string> academies, ImportAnnuaire import, CancellationToken ct)
    {
        var nouveaux = apercu.Nouveaux.ToLookup(n => n.Academie);
        var changes = apercu.Changes.ToLookup(c => c.Academie);
        foreach (var academie in academies)
        {
            var plume = new Plume(db, auteur, Academie.PorteeDe(academie));
            plume.Noter("annuaire importé", $"annuaire:{import.Id}", null, new { fichier = import.NomFichier, nouveaux = nouveaux[academie].Count(), changes = changes[academie].Select(c => c.Uai).Distinct().Count() });
            foreach (var c in changes[academie].Where(c => c.Champs.Any(x => x.Decisif)))
            {
                var decisifs = c.Champs.Where(x => x.Decisif).ToList();
                plume.Noter("établissement mis à jour", $"etablissement:{c.Uai}", decisifs.ToDictionary(x => x.Nom, x => x.Avant), decisifs.ToDictionary(x => x.Nom, x => x.Apres), $"{c.Nom}, {c.Uai} : {c.Fichier}, ligne {c.Ligne}");
            }

            await plume.Enregistrer(ct);
        }

        var instance = new Plume(db, auteur, PorteesDeRole.Instance);
        instance.Noter("annuaire importé", $"annuaire:{import.Id}", null, new { fichier = import.NomFichier, sha256 = import.Sha256, nouveaux = import.Nouveaux, changes = import.Changes, inchanges = import.Inchanges, sales = import.Sales, codes = apercu.Codes.Count });
        await instance.Enregistrer(ct);
    }

    public static byte[] Compresser(byte[] octets)
    {
        using var sortie = new MemoryStream();
        using (var brotli = new BrotliStream(sortie, CompressionLevel.Fastest))
        {
            brotli.Write(octets);
        }

        return sortie.ToArray();
    }

    public static async Task<byte[]> Decompresser(byte[] octets, CancellationToken ct)
    {
        await using var brotli = new BrotliStream(new MemoryStream(octets), CompressionMode.Decompress);
        return await OuvertureCsv.Octets(brotli, 2 * LectureAnnuaire.TailleMaximale, ct);
    }
}
