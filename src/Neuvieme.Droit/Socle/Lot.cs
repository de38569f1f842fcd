using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Neuvieme.Droit;

/// <summary>Le même droit sur de grands tableaux, sans allocation : neuf bruts et neuf nets par ligne, dans les colonnes de l'appelant.</summary>
/// <remarks>Chaque ligne occupe neuf cases à la suite. Pour plusieurs fils, l'appelant découpe ses tableaux.</remarks>
public static class Lot
{
    const int Largeur = Echeancier.Nombre;
    const int Cases = 64;

    /// <summary>Juge chaque situation et pose ses versements, en centimes ; les cases sans versement valent zéro.</summary>
    /// <param name="situations">Les situations.</param>
    /// <param name="p">Les choix de l'académie.</param>
    /// <param name="verdicts">Un verdict par situation.</param>
    /// <param name="bruts">Neuf cases par situation, dans l'ordre des échéances de <see cref="ImpSecondDegre.Evaluation.Evaluer"/>.</param>
    /// <param name="nets">Neuf cases par situation.</param>
    /// <exception cref="ArgumentException">Une colonne n'a pas la bonne longueur.</exception>
    public static void Traiter(ReadOnlySpan<ImpSecondDegre.Situation> situations, Parametres p, Span<Verdict> verdicts, Span<int> bruts, Span<int> nets) =>
        Tous<ImpSecondDegre.Situation, ParImpSecondDegre>(situations, p, verdicts, bruts, nets);

    /// <summary>Pacte.</summary>
    /// <inheritdoc cref="Traiter(ReadOnlySpan{ImpSecondDegre.Situation}, Parametres, Span{Verdict}, Span{int}, Span{int})"/>
    public static void Traiter(ReadOnlySpan<Pacte.Situation> situations, Parametres p, Span<Verdict> verdicts, Span<int> bruts, Span<int> nets) =>
        Tous<Pacte.Situation, ParPacte>(situations, p, verdicts, bruts, nets);

    /// <summary>IMP du premier degré : une mission annuelle n'a pas d'échéancier établi, ses cases valent zéro.</summary>
    /// <inheritdoc cref="Traiter(ReadOnlySpan{ImpSecondDegre.Situation}, Parametres, Span{Verdict}, Span{int}, Span{int})"/>
    public static void Traiter(ReadOnlySpan<ImpPremierDegre.Situation> situations, Parametres p, Span<Verdict> verdicts, Span<int> bruts, Span<int> nets) =>
        Tous<ImpPremierDegre.Situation, ParImpPremierDegre>(situations, p, verdicts, bruts, nets);

    /// <summary>Missions académiques.</summary>
    /// <inheritdoc cref="Traiter(ReadOnlySpan{ImpSecondDegre.Situation}, Parametres, Span{Verdict}, Span{int}, Span{int})"/>
    public static void Traiter(ReadOnlySpan<MissionsAcademiques.Situation> situations, Parametres p, Span<Verdict> verdicts, Span<int> bruts, Span<int> nets) =>
        Tous<MissionsAcademiques.Situation, ParMissionsAcademiques>(situations, p, verdicts, bruts, nets);

    /// <summary>Une décharge ne verse rien : un verdict par situation, sans colonne de montants.</summary>
    /// <param name="situations">Les situations.</param>
    /// <param name="p">Les choix de l'académie.</param>
    /// <param name="verdicts">Un verdict par situation.</param>
    /// <exception cref="ArgumentException">Une colonne n'a pas la bonne longueur.</exception>
    public static void Traiter(ReadOnlySpan<Decharge.Situation> situations, Parametres p, Span<Verdict> verdicts)
    {
        ArgumentNullException.ThrowIfNull(p);
        if (verdicts.Length != situations.Length) throw new ArgumentException("Un verdict par situation.", nameof(verdicts));
        for (int i = 0; i < situations.Length; i++) verdicts[i] = Decharge.Evaluation.Juger(in situations[i], p);
    }

    static void Tous<TSituation, TDispositif>(ReadOnlySpan<TSituation> situations, Parametres p, Span<Verdict> verdicts, Span<int> bruts, Span<int> nets)
        where TSituation : struct
        where TDispositif : struct, IDispositif<TSituation>
    {
        ArgumentNullException.ThrowIfNull(p);
        if (verdicts.Length != situations.Length) throw new ArgumentException("Un verdict par situation.", nameof(verdicts));
        Verifier(situations.Length, bruts, nets);
        Span<Ligne> table = stackalloc Ligne[Cases];
        table.Clear();
        for (int i = 0; i < situations.Length; i++)
        {
            ref readonly TSituation s = ref situations[i];
            Verdict verdict = TDispositif.Juger(in s, p);
            verdicts[i] = verdict;
            Span<int> brut = bruts.Slice(i * Largeur, Largeur), net = nets.Slice(i * Largeur, Largeur);
            int centimes = verdict.Issue is Issue.Accordee or Issue.Incomplete ? TDispositif.CentimesVerses(in s, out bool unique) : Aucun(out unique);
            if (!unique)
            {
                Poser(Chercher(table, centimes), brut, net);
                continue;
            }

            brut.Clear();
            net.Clear();
            brut[0] = centimes;
            net[0] = (int)NetEstime.De(new(centimes)).Centimes;
        }
    }

    /// <summary>Neuf bruts et neuf nets de chaque montant annuel.</summary>
    /// <param name="centimes">Montants annuels bruts en centimes.</param>
    /// <param name="bruts">Neuf cases par montant.</param>
    /// <param name="nets">Neuf cases par montant.</param>
    /// <exception cref="ArgumentException">Une colonne n'a pas la bonne longueur.</exception>
    public static void Echeances(ReadOnlySpan<int> centimes, Span<int> bruts, Span<int> nets)
    {
        Verifier(centimes.Length, bruts, nets);
        Span<Ligne> table = stackalloc Ligne[Cases];
        table.Clear();
        for (int i = 0, ici = 0; i < centimes.Length; i++, ici += Largeur)
            Poser(Chercher(table, centimes[i]), bruts.Slice(ici, Largeur), nets.Slice(ici, Largeur));
    }

    static void Verifier(int lignes, Span<int> bruts, Span<int> nets)
    {
        if (bruts.Length != (long)lignes * Largeur) throw new ArgumentException("Neuf cases par ligne.", nameof(bruts));
        if (nets.Length != (long)lignes * Largeur) throw new ArgumentException("Neuf cases par ligne.", nameof(nets));
    }

    /// <summary>Les montants possibles sont peu nombreux : leur partage se calcule une fois. Une table à zéro est juste pour le montant zéro.</summary>
    static ref readonly Ligne Chercher(Span<Ligne> table, int centimes)
    {
        ref Ligne ligne = ref table[(int)(unchecked((uint)centimes * 2_654_435_769u) >> 26)];
        if (ligne.Cle != centimes) ligne = new(centimes);
        return ref ligne;
    }

    static void Poser(in Ligne ligne, Span<int> brut, Span<int> net)
    {
        Vector256.Create(ligne.Part).CopyTo(brut);
        brut[Largeur - 1] = ligne.Solde;
        Vector256.Create(ligne.NetPart).CopyTo(net);
        net[Largeur - 1] = ligne.NetSolde;
    }

    static int Aucun(out bool unique)
    {
        unique = false;
        return 0;
    }

    [StructLayout(LayoutKind.Auto)]
    readonly struct Ligne
    {
        public readonly int Cle, Part, Solde, NetPart, NetSolde;

        public Ligne(int centimes)
        {
            (Montant part, Montant solde) = Echeancier.Partage(new(centimes));
            (Cle, Part, Solde) = (centimes, (int)part.Centimes, (int)solde.Centimes);
            (NetPart, NetSolde) = ((int)NetEstime.De(part).Centimes, (int)NetEstime.De(solde).Centimes);
        }
    }

    /// <summary>Ce que le lot demande à un dispositif ; chaque structure vide donne au compilateur un code propre, sans appel indirect.</summary>
    interface IDispositif<TSituation>
        where TSituation : struct
    {
        static abstract Verdict Juger(in TSituation s, Parametres p);

        static abstract int CentimesVerses(in TSituation s, out bool unique);
    }

    readonly struct ParImpSecondDegre : IDispositif<ImpSecondDegre.Situation>
    {
        public static Verdict Juger(in ImpSecondDegre.Situation s, Parametres p) => ImpSecondDegre.Evaluation.Juger(in s, p);

        public static int CentimesVerses(in ImpSecondDegre.Situation s, out bool unique) => ImpSecondDegre.Regles.Paiement.CentimesVerses(in s, out unique);
    }

    readonly struct ParPacte : IDispositif<Pacte.Situation>
    {
        public static Verdict Juger(in Pacte.Situation s, Parametres p) => Pacte.Evaluation.Juger(in s, p);

        public static int CentimesVerses(in Pacte.Situation s, out bool unique) => Pacte.Regles.Paiement.CentimesVerses(in s, out unique);
    }

    readonly struct ParImpPremierDegre : IDispositif<ImpPremierDegre.Situation>
    {
        public static Verdict Juger(in ImpPremierDegre.Situation s, Parametres p) => ImpPremierDegre.Evaluation.Juger(in s, p);

        public static int CentimesVerses(in ImpPremierDegre.Situation s, out bool unique) => ImpPremierDegre.Regles.Paiement.CentimesVerses(in s, out unique);
    }

    readonly struct ParMissionsAcademiques : IDispositif<MissionsAcademiques.Situation>
    {
        public static Verdict Juger(in MissionsAcademiques.Situation s, Parametres p) => MissionsAcademiques.Evaluation.Juger(in s, p);

        public static int CentimesVerses(in MissionsAcademiques.Situation s, out bool unique) => MissionsAcademiques.Regles.Paiement.CentimesVerses(in s, out unique);
    }
}
