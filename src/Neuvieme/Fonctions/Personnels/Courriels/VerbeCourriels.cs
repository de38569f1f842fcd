using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Cli;
using Neuvieme.Socle.Documents;

namespace Neuvieme.Fonctions.Personnels.Courriels;

/// <summary>`neuvieme personnels courriels` : 0 tout est écrit ou déjà là, 3 des lignes attendent un choix, 2 refusé et rien d'écrit.</summary>
static class VerbeCourriels
{
    public static Command Verbe()
    {
        var fichier = new Argument<FileInfo>("fichier") { Description = "CSV : nom, prenom, courriel, et s’il le faut identifiant, type, discipline" };
        var uai = new Option<string>("--uai") { Description = "Établissement", Required = true };
        var annee = new Option<string>("--annee") { Description = "Année scolaire : 2026 ou 2026-2027", Required = true };
        var essai = new Option<bool>("--essai") { Description = "Dit ce qui serait écrit sans rien écrire" };
        var baseDeDonnees = Verbes.Base();
        var verbe = new Command("courriels", "Écrit sur les fiches les adresses d’un fichier, quand la personne ne fait aucun doute") { fichier, uai, annee, essai, baseDeDonnees };
        verbe.SetAction((r, ct) => Importer(r.GetValue(fichier)!, r.GetValue(uai)!, r.GetValue(annee)!, r.GetValue(essai), r.GetValue(baseDeDonnees)!, ct));
        return verbe;
    }

    static async Task<int> Importer(FileInfo fichier, string uaiTexte, string anneeTexte, bool essai, string baseDeDonnees, CancellationToken ct)
    {
        if (!Uai.TryParse(uaiTexte, out var uai))
        {
            return await Refuser($"--uai {uaiTexte} : sept chiffres et une lettre sont attendus, par exemple 0990001N.");
        }

        if (!AnneeScolaire.TryParse(anneeTexte, out var annee))
        {
            return await Refuser($"--annee {anneeTexte} : une année scolaire est attendue, par exemple 2026 ou 2026-2027.");
        }

        byte[] octets;
        try
        {
            await using var flux = fichier.OpenRead();
            octets = await OuvertureCsv.Octets(flux, LectureCourriels.TailleMaximale, ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return await Refuser($"{fichier.FullName} : fichier introuvable ou illisible. Vérifiez le chemin et les droits.");
        }

        var (lignes, refus) = LectureCourriels.Lire(octets);
        if (refus is not null)
        {
            return await Refuser($"{fichier.Name} : {refus}");
        }

        if (await Verbes.Absente(baseDeDonnees))
        {
            return 2;
        }

        await VerbeBase.Migrer(baseDeDonnees, ct);
        await using var db = Connexion.Ouvrir(baseDeDonnees);
        if (!await db.Etablissements.AnyAsync(e => e.Uai == uai.Valeur, ct))
        {
            return await Refuser($"L’établissement {uai} n’est pas dans cette base. Vérifiez --base.");
        }

        var rapprochees = await EnregistrerCourriels.Rapprocher(db, uai.Valeur, annee, lignes, ct);
        foreach (var l in rapprochees)
        {
            Console.WriteLine($"  ligne {l.Lue.Ligne,-4} {Mot(l.Etat),-11} {l.Lue.NomComplet} {l.Lue.Courriel}{string.Concat(l.Candidats.Select(c => $" ; {c.Designation}"))}{(l.Explication.Length > 0 ? " : " + l.Explication : "")}");
        }

        var retenus = rapprochees.Where(l => l.Etat == Rapproche.Exact).Select(l => CourrielRetenu.Lire(l.Choix(l.Candidats[0]))!).ToList();
        var ecrites = 0;
        if (!essai && retenus.Count > 0)
        {
            var (faites, non) = await new EnregistrerCourriels(retenus).Executer(db, uai.Valeur, annee, Verbes.Auteur(), ct);
            if (await Verbes.Refuse(non))
            {
                return 2;
            }

            ecrites = faites.Count(f => f.Ecrite);
        }

        var attente = rapprochees.Count(l => l.Etat is Rapproche.Propose or Rapproche.AChoisir or Rapproche.Introuvable or Rapproche.Ecarte);
        Console.WriteLine($"{(essai ? $"Essai : {Francais.Nombre(retenus.Count, "adresse serait écrite", "adresses seraient écrites")}" : Francais.Nombre(ecrites, "adresse écrite", "adresses écrites"))}, {Francais.Nombre(attente, "ligne à décider", "lignes à décider")} dans l’écran Personnels › Importer les courriels.");
        return attente == 0 ? 0 : 3;
    }

    static string Mot(Rapproche etat) => etat switch
    {
        Rapproche.Exact => "exact",
        Rapproche.Propose => "à confirmer",
        Rapproche.AChoisir => "à choisir",
        Rapproche.DejaLa => "déjà là",
        Rapproche.Introuvable => "introuvable",
        _ => "écarté",
    };

    static async Task<int> Refuser(string message)
    {
        await Console.Error.WriteLineAsync(message);
        return 2;
    }
}
