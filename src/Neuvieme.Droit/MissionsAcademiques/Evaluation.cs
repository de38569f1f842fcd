using Neuvieme.Droit.MissionsAcademiques.Regles;

namespace Neuvieme.Droit.MissionsAcademiques;

/// <summary>Le droit des missions académiques appliqué à une situation.</summary>
public static class Evaluation
{
    /// <summary>Décision complète : tous les motifs, les alertes, les montants et la trace. Ne lève jamais d'exception sur une situation.</summary>
    public static Decision Evaluer(in Situation s, Parametres p)
    {
        ArgumentNullException.ThrowIfNull(p);
        // Le registre numérote les constats : il se construit avant que les règles s'en servent.
        Registre<Situation> registre = Constats.Registre;
        var greffe = new Greffe();
        Lire(in s, p, ref greffe);
        return registre.Decision(greffe, in s, p, Lectures.De, Paiement.Montants);
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

    static void Lire<T>(in Situation s, Parametres p, ref T t)
        where T : struct, ITemoin
    {
        if (!Vigueur.Lire(in s, ref t)) return;
        Beneficiaires.Lire(in s, ref t);
        Accord.Lire(in s, ref t);
        Missions.Lire(in s, ref t);
        if (s.Mission == Mission.DistrictUnss) DistrictUnss.Lire(in s, ref t);
        else Cumul.Lire(in s, ref t);
        Taux.Lire(in s, ref t);
        Lettre.Lire(in s, ref t);
        Procedure.Lire(in s, ref t);
        Enveloppe.Lire(in s, ref t);
        Paiement.Lire(in s, p, ref t);
    }
}

/// <summary>Tous les constats des missions académiques.</summary>
static class Constats
{
    internal static readonly Registre<Situation> Registre = new(
    [
        .. Vigueur.Constats, .. Beneficiaires.Constats, .. Accord.Constats, .. Missions.Constats, .. DistrictUnss.Constats, .. Cumul.Constats,
        .. Taux.Constats, .. Lettre.Constats, .. Procedure.Constats, .. Enveloppe.Constats, .. Paiement.Constats,
    ]);
}
