using System.Diagnostics;
using System.Security.Cryptography;
using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Lettres.Composer;
using Neuvieme.Socle.Documents;

namespace Neuvieme.Bench;

/// <summary>Lettres de mission, toutes différentes, composées, hachées et écrites : la première d'un processus froid, puis un lot.</summary>
static class BancLettres
{
    static readonly DateOnly Rentree = new(2026, 9, 1);

    public static async Task<int> Lancer(int nombre)
    {
        List<double> froides = [];
        for (var tour = 0; tour < 11; tour++)
        {
            var montre = Stopwatch.StartNew();
            await using var moteur = new MoteurTypst();
            await moteur.RendreAsync(LettreImp.Modele, Lettre(tour).EnJson());
            froides.Add(montre.Elapsed.TotalMilliseconds);
        }

        froides.Sort();
        Console.WriteLine($"première lettre d'un moteur froid : {froides[froides.Count / 2]:0} ms (médiane de {froides.Count})");
        foreach (var processus in (int[])[1, int.Min(2, Environment.ProcessorCount)]) await Lot(nombre, processus);
        return 0;
    }

    static async Task Lot(int nombre, int processus)
    {
        var dossier = Directory.CreateTempSubdirectory("neuvieme-banc-lettres");
        try
        {
            await using var moteur = new MoteurTypst(new() { Processus = processus });
            await Task.WhenAll(Enumerable.Range(0, 4 * processus).Select(i => moteur.RendreAsync(LettreImp.Modele, Lettre(i).EnJson())));
            long octets = 0, memoire = 0;
            var montre = Stopwatch.StartNew();
            await Parallel.ForEachAsync(Enumerable.Range(0, nombre), new ParallelOptions { MaxDegreeOfParallelism = 4 * processus }, async (i, ct) =>
            {
                var pdf = await moteur.RendreAsync(LettreImp.Modele, Lettre(i).EnJson(), ct);
                await File.WriteAllBytesAsync(Path.Combine(dossier.FullName, $"{Convert.ToHexStringLower(SHA256.HashData(pdf))}.pdf"), pdf, ct);
                Interlocked.Add(ref octets, pdf.Length);
                if (i % 250 == 0) memoire = long.Max(memoire, Memoire());
            });
            var secondes = montre.Elapsed.TotalSeconds;
            if (dossier.GetFiles().Length != nombre) throw new InvalidOperationException("Des lettres manquent ou se confondent.");
            Console.WriteLine($"{nombre} lettres, {processus} processus : {secondes:0.00} s, {nombre / secondes:0} lettres/s, {octets / nombre / 1024} Ko chacune, {long.Max(memoire, Memoire()) / 1024} Mio au plus par processus");
        }
        finally
        {
            dossier.Delete(recursive: true);
        }
    }

    static LettreImp Lettre(int i)
    {
        var fiche = Nomenclature.Fiches[i % 16];
        var taux = TauxImp.AuDate(Rentree)[i % 5];
        return new()
        {
            Reference = $"0990002P-2026-{i:00000}",
            EtablieLe = Rentree,
            Annee = new(2026),
            Etablissement = new($"Collège du Grand Chêne {i % 40}", ["2 place du marché, 99000 Bourg-Essai", "UAI 0990002P"], "Académie fictive", Secteur.Public),
            Chef = new("M. Pascal Jouan"),
            Agent = new($"Mme Agente Numéro {i}", "enseignante, mathématiques", $"identifiant STSWeb epp {40_000 + i}"),
            Fiche = fiche,
            HeuresEstimees = 20 + i % 40,
            Duree = Duree.AnneeEntiere,
            Taux = taux,
            Echeances = Echeancier.ParNeuviemes(taux.Montant, new(2026)),
            AccordLe = new DateOnly(2026, 6, 1).AddDays(i % 25),
            AvisConseilPedagogique = new(2026, 6, 4),
            AvisConseilAdministration = new(2026, 6, 25),
        };
    }

    /// <summary>Mémoire résidente du plus gros de nos processus Node, en Kio ; 0 hors de Linux.</summary>
    static long Memoire()
    {
        if (!OperatingSystem.IsLinux()) return 0;
        long maximum = 0;
        foreach (var p in Process.GetProcessesByName("node"))
        {
            using (p)
            {
                try
                {
                    var etat = File.ReadAllText($"/proc/{p.Id}/stat");
                    if (etat[(etat.LastIndexOf(')') + 2)..].Split(' ')[1] == $"{Environment.ProcessId}") maximum = long.Max(maximum, p.WorkingSet64 / 1024);
                }
                catch (Exception e) when (e is IOException or InvalidOperationException)
                {
                    // Terminé entre-temps.
                }
            }
        }

        return maximum;
    }
}
