using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Cli;
using Neuvieme.Socle.Documents;

namespace Neuvieme.Fonctions.Etablissements.Importer;

/// <summary>`neuvieme etablissements importer` : 0 importé ou déjà à jour, 3 importé avec des lignes laissées, 2 refusé et rien d'écrit.</summary>
static class VerbeImporter
{
    static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Verbe()
    {
        var fichiers = new Argument<FileInfo[]>("fichier") { Description = "Annuaire, géolocalisation, effectifs, académies… : reconnus à leurs en-têtes, dans n’importe quel ordre", Arity = ArgumentArity.OneOrMore };
        var essai = new Option<bool>("--essai") { Description = "Dit ce qui changerait sans rien écrire" };
        var json = new Option<bool>("--json") { Description = "Écrit l’aperçu ou le rapport en JSON" };
        var academie = new Option<string>("--academie") { Description = "Ne prendre qu’une académie : son code à deux chiffres", DefaultValueFactory = _ => "" };
        var ecoles = new Option<bool>("--ecoles") { Description = "Prendre aussi les écoles" };
        var remplacer = new Option<bool>("--remplacer") { Description = "Remplacer aussi ce qui a été saisi ou vient de STSWeb" };
        var baseDeDonnees = Verbes.Base();
        var verbe = new Command("importer", "Importe l’annuaire ouvert, les effectifs, les académies et les départements") { fichiers, essai, json, academie, ecoles, remplacer, baseDeDonnees };
        verbe.SetAction((r, ct) => Importer(r.GetValue(fichiers)!, new(r.GetValue(academie)!.Trim(), r.GetValue(ecoles), r.GetValue(remplacer)), r.GetValue(essai), r.GetValue(json), r.GetValue(baseDeDonnees)!, ct));
        return verbe;
    }

    static async Task<int> Importer(FileInfo[] fichiers, ChoixAnnuaire choix, bool essai, bool json, string baseDeDonnees, CancellationToken ct)
    {
        if (choix.Academie.Length > 0 && (choix.Academie.Length != 2 || !choix.Academie.All(char.IsAsciiDigit)))
        {
            await Verbes.Refuse([new("", $"--academie {choix.Academie} : deux chiffres sont attendus, 14 pour Rennes.")]);
            return 2;
        }

        List<FichierRecu> recus = [];
        foreach (var fichier in fichiers)
        {
            try
            {
                await using var flux = fichier.OpenRead();
                recus.Add(new(fichier.Name, await OuvertureCsv.Octets(flux, LectureAnnuaire.TailleMaximale, ct)));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                await Verbes.Refuse([new("", $"{fichier.FullName} : fichier introuvable ou illisible. Vérifiez le chemin et les droits.")]);
                return 2;
            }
        }

        await VerbeBase.Migrer(baseDeDonnees, ct);
        await using var db = Connexion.Ouvrir(baseDeDonnees);
        var action = new ImporterAnnuaire(recus, choix);
        ApercuAnnuaire? apercu;
        IReadOnlyList<Refus> refus;
        ImportAnnuaire? import = null;
        if (essai)
        {
            (apercu, refus) = await action.Preparer(db, ct);
        }
        else
        {
            (apercu, import, refus) = await action.Executer(db, Verbes.Auteur(), vu: null, ct);
        }

        if (await Verbes.Refuse(refus))
        {
            return 2;
        }

        await Dire(apercu!, essai, import is not null, json);
        return apercu!.Sales.Any(s => s.Rejetee) ? 3 : 0;
    }

    static async Task Dire(ApercuAnnuaire a, bool essai, bool ecrit, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(new { Ecrit = ecrit, a.Fichiers, a.Codes, a.Nouveaux, a.Changes, a.Gardes, a.Inchanges, a.Absents, a.Ecartees, a.Sales }, Json));
            return;
        }

        foreach (var f in a.Fichiers)
        {
            Console.WriteLine($"{f.Nom} : {f.Genre}, {Francais.Nombre(f.Lignes, "ligne")}");
        }

        foreach (var code in a.Codes)
        {
            Console.WriteLine($"  ajouté    {code}");
        }

        foreach (var c in a.Changes.Where(c => c.Champs.Any(x => x.Decisif)))
        {
            Console.WriteLine($"  changé    {c.Uai} {c.Nom} : {string.Join(" ; ", c.Champs.Select(x => $"{x.Nom} {(x.Avant.Length > 0 ? x.Avant : "vide")} → {x.Apres}"))}");
        }

        foreach (var c in a.Gardes)
        {
            Console.WriteLine($"  gardé     {c.Uai} {c.Nom} : {string.Join(" ; ", c.Champs.Select(x => $"{x.Nom} {x.Avant}, le fichier dit {x.Apres}"))}");
        }

        foreach (var x in a.Absents)
        {
            Console.WriteLine($"  absent    {x.Uai} {x.Nom} : rien n’est effacé");
        }

        foreach (var e in a.Ecartees)
        {
            Console.WriteLine($"  écarté    {Francais.Nombre(e.Nombre, "ligne")}, dès la ligne {e.PremiereLigne} : {e.Raison}");
        }

        foreach (var s in a.Sales)
        {
            await Console.Error.WriteLineAsync(s.ToString());
        }

        var changes = a.Changes.Select(c => c.Uai).Distinct().Count();
        Console.WriteLine($"{(ecrit ? "Importé" : essai ? "Essai, rien n’est écrit" : "Rien à changer")} : {Francais.Nombre(a.Nouveaux.Count, "nouveau", "nouveaux")}, {Francais.Nombre(changes, "changé")}, {Francais.Nombre(a.Inchanges, "inchangé")}, {Francais.Nombre(a.Absents.Count, "absent")}, {Francais.Nombre(a.Sales.Count(s => s.Rejetee), "ligne laissée", "lignes laissées")}.");
    }
}
