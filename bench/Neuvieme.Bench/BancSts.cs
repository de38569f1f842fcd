using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Personnels.Importer;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Bench;

/// <summary>Import de l'exemple multiplié : lecture, faits, comparaison, puis l'import entier en base. Médianes, en millisecondes.</summary>
static class BancSts
{
    static readonly Auteur Auteur = new(null, "Banc", "Banc", new DateTime(2026, 9, 8, 8, 0, 0, DateTimeKind.Utc), new DateOnly(2026, 9, 8));
    static readonly Dictionary<ClePersonne, ClePersonne> Aucun = [];

    public static async Task<int> Lancer(string? postgres)
    {
        Console.WriteLine("| agents | fichier | lire | lire + faits + comparer | import neuf (SQLite) | second import | import neuf (PostgreSQL) |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var agents in (int[])[150, 1_000, 5_000])
        {
            var xml = GenerateurSts.Xml(agents);
            var lire = Mediane(agents == 150 ? 200 : 30, () => Lire(xml));
            var comparer = Mediane(agents == 150 ? 200 : 30, () =>
            {
                var fichier = Lire(xml);
                var faits = FaitsSts.De(fichier, Parametres.Defaut);
                _ = ComparaisonSts.De([], fichier.Individus, faits.Pour, d => d.ToString("O"));
            });
            var sqlite = await EnBase(xml, agents, null);
            (double Neuf, double Second)? pg = postgres is null ? null : await EnBase(xml, agents, postgres);
            Console.WriteLine($"| {agents} | {xml.Length / 1024} Ko | {lire:0.0} ms | {comparer:0.0} ms | {sqlite.Neuf:0} ms | {sqlite.Second:0} ms | {(pg is { } p ? $"{p.Neuf:0} ms" : "non mesuré")} |");
        }

        return 0;
    }

    static FichierSts Lire(byte[] xml) =>
        LecteurSts.Lire(xml, "sts_emp_0990001N_2026.xml", new(GenerateurSts.Uai, GenerateurSts.Annee)).Fichier ?? throw new InvalidOperationException("Le fichier du banc est refusé.");

    static async Task<(double Neuf, double Second)> EnBase(byte[] xml, int agents, string? postgres)
    {
        List<double> neufs = [], seconds = [];
        for (var tour = 0; tour < (agents == 150 ? 15 : 5); tour++)
        {
            var fichier = Path.Combine(Path.GetTempPath(), $"neuvieme-banc-{Environment.ProcessId}-{tour}.db");
            var chaine = postgres is null ? fichier : $"{postgres};Database=neuvieme_banc_{Environment.ProcessId}_{tour}";
            await using (var db = Connexion.Ouvrir(chaine))
            {
                await db.Database.EnsureDeletedAsync();
                await db.Database.MigrateAsync();
                db.Academies.Add(new() { Code = "99", Libelle = "banc" });
                db.Etablissements.Add(new() { Uai = GenerateurSts.Uai, Denomination = "Collège du banc", AcademieCode = "99", NatureCode = "340" });
                await db.SaveChangesAsync();
            }

            neufs.Add(await Importer(chaine, xml));
            seconds.Add(await Importer(chaine, xml));
            await using var fin = Connexion.Ouvrir(chaine);
            await fin.Database.EnsureDeletedAsync();
        }

        return (Milieu(neufs), Milieu(seconds));
    }

    static async Task<double> Importer(string chaine, byte[] xml)
    {
        var montre = Stopwatch.StartNew();
        await using var db = Connexion.Ouvrir(chaine);
        await new ImporterPersonnels(Lire(xml), null, Aucun).Executer(db, Auteur);
        return montre.Elapsed.TotalMilliseconds;
    }

    static double Mediane(int tours, Action action)
    {
        for (var i = 0; i < tours / 4; i++)
            action();
        List<double> mesures = [];
        for (var i = 0; i < tours; i++)
        {
            var montre = Stopwatch.StartNew();
            action();
            mesures.Add(montre.Elapsed.TotalMilliseconds);
        }

        return Milieu(mesures);
    }

    static double Milieu(List<double> mesures)
    {
        mesures.Sort();
        return mesures[mesures.Count / 2];
    }
}
