using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Cli;
using Neuvieme.Socle.Documents;

namespace Neuvieme.Fonctions.Archives.Ecrire;

/// <summary>`neuvieme archives ecrire` : le même zip que la page. 0 s'il est écrit en entier, 2 s'il ne l'est pas.</summary>
static class VerbeEcrire
{
    public static Command Verbe()
    {
        var (uai, annee) = (new Option<string>("--uai") { Description = "L’établissement", Required = true }, new Option<int>("--annee") { Description = "L’année de la rentrée : 2026 pour 2026-2027", Required = true });
        var vers = new Option<FileInfo>("--vers") { Description = "Le fichier zip à écrire", Required = true };
        var copies = new Option<bool>("--copies-pdfa") { Description = "Joindre les copies de conservation PDF/A-2a, sans signature" };
        var baseDeDonnees = Verbes.Base();
        var courrier = new OptionsDeCourrier();
        var verbe = new Command("ecrire", "Écrit l’archive des lettres d’un établissement et d’une année") { uai, annee, vers, copies, baseDeDonnees };
        courrier.Ajouter(verbe);
        verbe.SetAction(async (r, ct) =>
        {
            var (site, refus) = courrier.Lire(r, OptionsDeCourrier.SiteLocal);
            if (site is null)
            {
                await Console.Error.WriteLineAsync(refus);
                return 2;
            }

            if (await Verbes.Absente(r.GetValue(baseDeDonnees)!))
            {
                return 2;
            }

            await using var db = Connexion.Ouvrir(r.GetValue(baseDeDonnees)!);
            var (code, debut) = (r.GetValue(uai), r.GetValue(annee));
            if (debut is < 2015 or > 2100 || await db.Etablissements.AsNoTracking().FirstOrDefaultAsync(e => e.Uai == code, ct) is not { } etablissement)
            {
                await Console.Error.WriteLineAsync(debut is < 2015 or > 2100 ? "L’année est celle de la rentrée : 2026 pour 2026-2027." : $"Aucun établissement {code} dans cette base.");
                return 2;
            }

            await using var moteur = new MoteurTypst();
            var archive = new ArchiveDeLettres(db, LieuDArchive.De(etablissement), new AnneeScolaire(debut), r.GetValue(copies) ? new CopieDeConservation(db, moteur, site) : null, new Horloge(TimeProvider.System));
            return await Ecrire(archive, r.GetValue(vers)!, ct);
        });
        return verbe;
    }

    /// <summary>À côté d'abord : un zip interrompu ne prend pas la place du précédent.</summary>
    static async Task<int> Ecrire(ArchiveDeLettres archive, FileInfo vers, CancellationToken ct)
    {
        var provisoire = vers.FullName + ".part";
        try
        {
            int lettres;
            await using (var flux = new FileStream(provisoire, FileMode.Create, FileAccess.Write))
            {
                lettres = await archive.Ecrire(flux, Verbes.Auteur(), ct);
            }

            File.Move(provisoire, vers.FullName, overwrite: true);
            Console.WriteLine($"{Francais.Nombre(lettres, "lettre")} dans {vers.FullName}.");
            return 0;
        }
        catch (Exception erreur) when (erreur is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"L’archive ne s’écrit pas : {erreur.Message}");
            return 2;
        }
        finally
        {
            File.Delete(provisoire);
        }
    }
}
