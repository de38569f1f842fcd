using System.Runtime.InteropServices;
using Neuvieme.Droit.ImpSecondDegre.Regles;

namespace Neuvieme.Droit.ImpSecondDegre;

/// <summary>Issue et motifs sous forme de bits, sans allocation.</summary>
/// <param name="Issue">L'issue.</param>
/// <param name="Bas">Motifs de rang 0 à 63.</param>
/// <param name="Haut">Motifs de rang 64 et plus.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Verdict(Issue Issue, ulong Bas, ulong Haut)
{
    /// <summary>Codes des motifs et alertes, dans l'ordre des règles.</summary>
    public IReadOnlyList<string> Codes()
    {
        var codes = new List<string>();
        foreach (Constat c in Constats.Tous)
        {
            if (((c.Rang < 64 ? Bas >> c.Rang : Haut >> (c.Rang - 64)) & 1) != 0) codes.Add(c.Code);
        }

        return codes;
    }
}

/// <summary>Le droit de l'IMP du second degré appliqué à une situation.</summary>
public static class Evaluation
{
    /// <summary>Décision complète : tous les motifs, les alertes, les montants et la trace. Ne lève jamais d'exception sur une situation.</summary>
    public static Decision Evaluer(in Situation s, Parametres p)
    {
        ArgumentNullException.ThrowIfNull(p);
        _ = Constats.Tous;
        var greffe = new Greffe();
        Lire(in s, p, ref greffe);

        List<Constat> constats = greffe.Constats();
        constats.Sort((a, b) => a.Rang - b.Rang);
        List<Motif> refus = [], manques = [], alertes = [];
        var bits = default(Bits);
        foreach (Constat c in constats)
        {
            bits.Constate(c);
            (c.Gravite switch { Gravite.Refus => refus, Gravite.Manque => manques, _ => alertes }).Add(c.Motif(in s, p));
        }

        Issue issue = Constats.Issue(bits.Bas, bits.Haut);
        Montants? montants = issue is Issue.Accordee or Issue.Incomplete ? Paiement.Montants(in s, p) : null;
        return new(issue, [.. refus, .. manques], alertes, montants, greffe.Trace(in s, p));
    }

    /// <summary>La même décision, réduite à son issue et à des bits : aucune allocation.</summary>
    public static Verdict Juger(in Situation s, Parametres p)
    {
        ArgumentNullException.ThrowIfNull(p);
        _ = Constats.Tous;
        var bits = default(Bits);
        Lire(in s, p, ref bits);
        return new(Constats.Issue(bits.Bas, bits.Haut), bits.Bas, bits.Haut);
    }

    /// <summary>Les règles, dans l'ordre des articles.</summary>
    static void Lire<T>(in Situation s, Parametres p, ref T t)
        where T : struct, ITemoin
    {
        if (!Vigueur.Lire(in s, ref t)) return;
        Beneficiaires.Lire(in s, ref t);
        Exclusivite.Lire(in s, ref t);
        Accord.Lire(in s, ref t);
        FicheMission? fiche = Missions.Lire(in s, ref t);
        Taux? taux = s.Forme == Forme.Decharge ? null : TauxDus.Lire(in s, fiche, ref t);
        Besoins.Lire(in s, p, ref t);
        Procedure.Lire(in s, ref t);
        if (s.Forme == Forme.Decharge) return;
        Enveloppe.Lire(in s, taux, ref t);
        Paiement.Lire(in s, taux, p, ref t);
    }
}

/// <summary>Tous les constats, numérotés dans l'ordre des règles.</summary>
static class Constats
{
    internal static readonly Constat[] Tous = Numeroter();
    static readonly ulong[] Vigueurs = Masque(c => c.Regle.Rubrique == Rubrique.Vigueur);
    static readonly ulong[] Refus = Masque(c => c.Gravite == Gravite.Refus);
    static readonly ulong[] Manques = Masque(c => c.Gravite == Gravite.Manque);

    internal static Issue Issue(ulong bas, ulong haut)
    {
        if ((bas & Vigueurs[0]) != 0) return Droit.Issue.HorsVigueur;
        if (((bas & Refus[0]) | (haut & Refus[1])) != 0) return Droit.Issue.Refusee;
        return ((bas & Manques[0]) | (haut & Manques[1])) != 0 ? Droit.Issue.Incomplete : Droit.Issue.Accordee;
    }

    static Constat[] Numeroter()
    {
        Constat[] tous =
        [
            .. Vigueur.Constats, .. Beneficiaires.Constats, .. Exclusivite.Constats, .. Accord.Constats, .. Missions.Constats,
            .. TauxDus.Constats, .. BesoinsApsa.Constats, .. Besoins.Constats, .. Procedure.Constats, .. Enveloppe.Constats, .. Paiement.Constats,
        ];
        if (tous.Length > 128) throw new InvalidOperationException("Plus de 128 constats : élargir Verdict.");
        for (int i = 0; i < tous.Length; i++) tous[i].Rang = i;
        return tous;
    }

    static ulong[] Masque(Func<Constat, bool> choix)
    {
        var bits = default(Bits);
        foreach (Constat c in Tous)
        {
            if (choix(c)) bits.Constate(c);
        }

        return [bits.Bas, bits.Haut];
    }
}
