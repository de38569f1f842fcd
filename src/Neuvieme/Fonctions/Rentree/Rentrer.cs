using Neuvieme.Droit;
using Neuvieme.Fonctions.Personnels.Importer;
using Neuvieme.Socle;
using Neuvieme.Socle.Documents;
using Spectre.Console;

namespace Neuvieme.Fonctions.Rentree;

sealed record DemandeRentree(string Sts, string Repartition, string Sortie, bool Forcer, string? Chef, Contexte Contexte);

/// <summary>Lire, juger, écrire, rendre compte. Codes : 0 tout est accordé, 3 une ligne au moins ne l'est pas, 2 entrée fautive et rien d'écrit, 1 la machine ne peut pas produire.</summary>
static class Rentrer
{
    public static async Task<int> Executer(DemandeRentree demande, TimeProvider temps, TextWriter sortie, TextWriter erreurs, CancellationToken ct)
    {
        var aujourdhui = new Horloge(temps).Aujourdhui;
        List<string> fautes = [];
        if (DossierRentree.Obstacle(demande.Sortie, demande.Forcer) is { } obstacle) fautes.Add(obstacle);
        var fichier = Sts(demande.Sts, fautes);
        IReadOnlyList<LigneRepartition> prevues = [];
        if (Octets(demande.Repartition, fautes) is { } octets)
        {
            (prevues, var mal) = LectureRepartition.Lire(octets, Path.GetFileName(demande.Repartition));
            fautes.AddRange(mal.Select(e => e.ToString()));
        }

        IReadOnlyList<LigneJugee> lignes = [];
        if (fichier is not null)
        {
            // Les agents introuvables se disent avec les cases fautives : une seule correction du fichier.
            (lignes, var mal) = Examen.Juger(fichier, prevues, Path.GetFileName(demande.Repartition), demande.Contexte with { Aujourdhui = aujourdhui });
            fautes.AddRange(mal.Select(e => e.ToString()));
        }

        if (fautes.Count > 0)
        {
            foreach (var faute in fautes) await erreurs.WriteLineAsync(faute);
            await erreurs.WriteLineAsync($"{Francais.Nombre(fautes.Count, "faute")} : rien n'a été écrit.");
            return 2;
        }

        foreach (var avertissement in fichier!.Avertissements) await erreurs.WriteLineAsync($"{fichier.NomFichier}, {avertissement}");
        try
        {
            await using var moteur = new MoteurTypst();
            var dossier = new DossierRentree(fichier, demande.Contexte, demande.Chef ?? NomsAffiches.ChefSeul(fichier), aujourdhui);
            var ecrit = await Progression(lignes.Count(l => l.Accordee), avance => dossier.Ecrire(demande.Sortie, lignes, moteur, avance, ct));
            Rapport.Decisions(sortie, fichier, demande.Contexte, lignes, ecrit);
            await sortie.WriteLineAsync($"Écrit dans {demande.Sortie} : {Francais.Nombre(ecrit.Lettres.Count, "lettre")}, echeancier.xlsx, bordereau-stsweb.xlsx et .csv, controle.json.");
            return lignes.All(l => l.Accordee) ? 0 : 3;
        }
        catch (Exception e) when (e is DocumentImpossibleException or IOException or UnauthorizedAccessException)
        {
            await erreurs.WriteLineAsync($"{e.Message} Rien n'a été écrit dans {demande.Sortie}.");
            return 1;
        }
    }

    static FichierSts? Sts(string chemin, List<string> fautes)
    {
        if (Octets(chemin, fautes) is not { } octets) return null;
        var lecture = LecteurSts.Lire(octets, chemin, AttentesSts.Aucune);
        fautes.AddRange(lecture.Erreurs.Select(e => e.ToString()));
        return lecture.Fichier;
    }

    static byte[]? Octets(string chemin, List<string> fautes)
    {
        try
        {
            return File.ReadAllBytes(chemin);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            fautes.Add($"{chemin} : fichier introuvable ou illisible ; vérifier le chemin et les droits.");
            return null;
        }
    }

    /// <summary>Une barre sur un terminal ; rien dans un fichier ou un tuyau.</summary>
    static async Task<Ecrit> Progression(int lettres, Func<Action<int>, Task<Ecrit>> travail)
    {
        if (Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Interactive) return await travail(_ => { });
        return await AnsiConsole.Progress().AutoClear(true).Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn()).StartAsync(async p =>
        {
            var tache = p.AddTask("Lettres", maxValue: int.Max(1, lettres));
            return await travail(faites => tache.Value = faites);
        });
    }
}
