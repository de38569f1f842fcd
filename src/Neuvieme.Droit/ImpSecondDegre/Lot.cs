using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Neuvieme.Droit.ImpSecondDegre;

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
    /// <param name="bruts">Neuf cases par situation, dans l'ordre des échéances de <see cref="Evaluation.Evaluer"/>.</param>
    /// <param name="nets">Neuf cases par situation.</param>
    /// <exception cref="ArgumentException">Une colonne n'a pas la bonne longueur.</exception>
    public static void Traiter(ReadOnlySpan<Situation> situations, Parametres p, Span<Verdict> verdicts, Span<int> bruts, Span<int> nets)
    {
        ArgumentNullException.ThrowIfNull(p);
        if (verdicts.Length != situations.Length) throw new ArgumentException("Un verdict par situation.", nameof(verdicts));
        Verifier(situations.Length, bruts, nets);
        Span<Ligne> table = stackalloc Ligne[Cases];
        table.Clear();
        for (int i = 0; i < situations.Length; i++)
        {
            ref readonly Situation s = ref situations[i];
            Verdict verdict = Evaluation.Juger(in s, p);
            verdicts[i] = verdict;
            Span<int> brut = bruts.Slice(i * Largeur, Largeur), net = nets.Slice(i * Largeur, Largeur);
            int centimes = verdict.Issue is Issue.Accordee or Issue.Incomplete ? Regles.Paiement.CentimesVerses(in s, out bool unique) : Aucun(out unique);
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
}
