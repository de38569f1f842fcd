using Neuvieme.Droit.Decharge.Regles;

namespace Neuvieme.Droit.Decharge;

/// <summary>Le droit de la décharge de service appliqué à une situation.</summary>
public static class Evaluation
{
    /// <summary>Décision complète : tous les motifs, les alertes et la trace, sans montant. Ne lève jamais d'exception sur une situation.</summary>
    public static Decision Evaluer(in Situation s, Parametres p)
    {
        ArgumentNullException.ThrowIfNull(p);
        // Le registre numérote les constats : il se construit avant que les règles s'en servent.
        Registre<Situation> registre = Constats.Registre;
        var greffe = new Greffe();
        Lire(in s, p, ref greffe);
        return registre.Decision(greffe, in s, p, Lectures.De, SansMontant);
    }

    /// <summary>La même décision, réduite à son issue et à des bits : aucune allocation.</summary>
    public static Verdict Juger(in Situation s, Parametres p)
    {
        ArgumentNullException.ThrowIfNull(p);
        Registre<Situation> registre = Constats.Registre;
        var bits = default(Bits);
        Lire(in s, p, ref bits);
        return registre.Verdict(in bits);
    }

    /// <summary>Codes des motifs et alertes d'un verdict, dans l'ordre des règles.</summary>
    public static IReadOnlyList<string> Codes(Verdict verdict) => verdict.Codes(Constats.Registre.Tous);

    /// <summary>Une décharge se compte en heures : elle ne verse rien.</summary>
    static Montants? SansMontant(in Situation s, Parametres p) => null;

    static void Lire<T>(in Situation s, Parametres p, ref T t)
        where T : struct, ITemoin
    {
        if (!Vigueur.Lire(in s, ref t)) return;
        Beneficiaires.Lire(in s, ref t);
        Accord.Lire(in s, ref t);
        Exclusivite.Lire(in s, ref t);
        Heures.Lire(in s, p, ref t);
        PremierJour.Lire(in s, ref t);
        Lettre.Lire(in s, ref t);
        Procedure.Lire(in s, ref t);
        Enveloppe.Lire(in s, p, ref t);
    }
}

/// <summary>Tous les constats de la décharge de service.</summary>
static class Constats
{
    internal static readonly Registre<Situation> Registre = new(
    [
        .. Vigueur.Constats, .. Beneficiaires.Constats, .. Accord.Constats, .. Exclusivite.Constats,
        .. Heures.Constats, .. PremierJour.Constats, .. Lettre.Constats, .. Procedure.Constats, .. Enveloppe.Constats,
    ]);
}
