using System.Diagnostics;
using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;

namespace Neuvieme.Bench;

/// <summary>Le droit en masse : décision, neuf bruts et neuf nets ; médianes, et rapport à une boucle naïve du même passage.</summary>
static class BancDroit
{
    const int Passages = 9;
    static readonly (Mission Mission, int Quarts)[] Courantes =
        [(Mission.Discipline, 4), (Mission.Culture, 2), (Mission.Numerique, 8), (Mission.Decrochage, 4), (Mission.Cycle, 4), (Mission.Tutorat, 1)];

    public static void Executer()
    {
        foreach (int n in (int[])[150_000, 1_500_000]) Mesurer(n);
    }

    static void Mesurer(int n)
    {
        Situation[] situations = Situations(n);
        int[] centimes = [.. situations.Select(s => (int)s.Montant!.Value.Centimes)];
        var verdicts = new Verdict[n];
        int[] bruts = new int[n * 9], nets = new int[n * 9];

        Console.WriteLine($"\n{n} attributions (médiane de {Passages} passages, ns par attribution)");
        double naif = Afficher("échéancier + nets, decimal et un objet par ligne", n, () => Naif(centimes), 0);
        Afficher("borne : écrire les 72 octets", n, () => { Array.Fill(bruts, 1); Array.Fill(nets, 1); }, naif);
        Afficher("échéancier + nets, Lot.Echeances, 1 fil", n, () => Lot.Echeances(centimes, bruts, nets), naif);
        Afficher("échéancier + nets, Lot.Echeances, 2 fils", n, () => Deux(n, (d, l) =>
            Lot.Echeances(centimes.AsSpan(d, l), bruts.AsSpan(d * 9, l * 9), nets.AsSpan(d * 9, l * 9))), naif);
        Afficher("décision seule, Juger, 1 fil", n, () => Juger(situations), naif);
        Afficher("décision + échéancier + nets, Lot.Traiter, 1 fil", n, () => Lot.Traiter(situations, Parametres.Defaut, verdicts, bruts, nets), naif);
        Afficher("décision + échéancier + nets, Lot.Traiter, 2 fils", n, () => Deux(n, (d, l) =>
            Lot.Traiter(situations.AsSpan(d, l), Parametres.Defaut, verdicts.AsSpan(d, l), bruts.AsSpan(d * 9, l * 9), nets.AsSpan(d * 9, l * 9))), naif);

        long avant = GC.GetAllocatedBytesForCurrentThread();
        Lot.Traiter(situations, Parametres.Defaut, verdicts, bruts, nets);
        Console.WriteLine($"  octets alloués par Lot.Traiter sur tout le lot : {GC.GetAllocatedBytesForCurrentThread() - avant}");
        Console.WriteLine($"  accordées : {verdicts.Count(v => v.Issue == Issue.Accordee)}, refusées : {verdicts.Count(v => v.Issue == Issue.Refusee)}, incomplètes : {verdicts.Count(v => v.Issue == Issue.Incomplete)}");

        if (n > 200_000) return;
        double une = Mediane(() =>
        {
            for (int i = 0; i < 20_000; i++) _ = Evaluation.Evaluer(in situations[i], Parametres.Defaut);
        }) / 20_000;
        Console.WriteLine($"  une à une avec motifs et trace, Evaluer : {une / 1000:0.00} µs");
    }

    /// <summary>Neuf sur dix accordées, le reste refusé ou incomplet pour des raisons courantes.</summary>
    static Situation[] Situations(int n)
    {
        var hasard = new Random(2026);
        var situations = new Situation[n];
        for (int i = 0; i < n; i++)
        {
            (Mission mission, int quarts) = Courantes[hasard.Next(Courantes.Length)];
            int ecart = hasard.Next(100);
            situations[i] = new()
            {
                Date = new(2026, 6, 15),
                Annee = new(2026),
                Mission = mission,
                Montant = new Quotite(quarts).EnMontant(),
                Duree = Duree.AnneeEntiere,
                Nature = mission == Mission.Tutorat ? NatureEtablissement.LyceeProfessionnel : NatureEtablissement.College,
                Secteur = Secteur.Public,
                EducationPrioritaire = EducationPrioritaire.Aucune,
                Fonction = Fonction.Enseignant,
                Corps = Corps.Certifie,
                AffecteDansEtablissement = ecart != 1,
                ServiceCompletCpge = false,
                DechargeMemeMission = ecart == 2,
                Accord = ecart is 3 or 4 ? EtatAccord.Demande : ecart == 5 ? EtatAccord.Decline : EtatAccord.Donne,
                AccordLe = new(2026, 5, 20),
                AvisConseilPedagogique = ecart is 6 or 7 ? null : new(2026, 3, 10),
                AvisConseilAdministration = new(2026, 3, 24),
                HeuresEstimees = ecart is 8 or 9 ? null : 30,
                ProjetDeCycle = true,
                AppreciationNumerique = true,
                AmpleurDecrochage = true,
                EnveloppeNotifiee = new(32),
                EnveloppeEngagee = new(ecart == 10 ? 32 : 8),
            };
        }

        return situations;
    }

    /// <summary>Ce qu'on écrit d'abord : decimal, Math.Round, un objet et deux tableaux par ligne.</summary>
    static void Naif(int[] centimes)
    {
        foreach (int c in centimes)
        {
            decimal annuel = c / 100m;
            decimal part = Math.Round(annuel / 9m, 2, MidpointRounding.AwayFromZero);
            decimal[] bruts = new decimal[9], nets = new decimal[9];
            for (int k = 0; k < 9; k++)
            {
                bruts[k] = k < 8 ? part : annuel - 8m * part;
                nets[k] = Math.Round(bruts[k] * (1m - 0.0970m * 0.9825m), 2, MidpointRounding.AwayFromZero);
            }

            GC.KeepAlive(new EcheancierNaif(annuel, bruts, nets));
        }
    }

    static void Juger(Situation[] situations)
    {
        int somme = 0;
        foreach (ref readonly Situation s in situations.AsSpan()) somme += (int)Evaluation.Juger(in s, Parametres.Defaut).Issue;
        if (somme < 0) throw new InvalidOperationException();
    }

    static void Deux(int n, Action<int, int> partie) => Parallel.Invoke(() => partie(0, n / 2), () => partie(n / 2, n - n / 2));

    static double Afficher(string nom, int n, Action action, double naif)
    {
        double ns = Mediane(action) / n;
        Console.WriteLine($"  {nom,-52} {ns,9:0.0} ns{(naif > 0 ? $"   {naif / ns,7:0.0} fois la boucle naïve" : "")}");
        return ns;
    }

    /// <summary>Nanosecondes du passage médian, après deux tours de chauffe.</summary>
    static double Mediane(Action action)
    {
        for (int i = 0; i < 3; i++)
        {
            action();
            Thread.Sleep(100);
        }

        double[] temps = new double[Passages];
        for (int i = 0; i < Passages; i++)
        {
            long debut = Stopwatch.GetTimestamp();
            action();
            temps[i] = Stopwatch.GetElapsedTime(debut).TotalNanoseconds;
        }

        Array.Sort(temps);
        return temps[Passages / 2];
    }

    sealed record EcheancierNaif(decimal Annuel, decimal[] Bruts, decimal[] Nets);
}
