namespace Neuvieme.Droit.Pacte.Regles;

using Constat = Constat<Situation>;

/// <summary>Neuf versements, qui sont des avances.</summary>
static class Paiement
{
    /// <summary>La moitié d'une part de 1 250 €.</summary>
    internal static readonly Montant DemiPart = new(62_500);

    static readonly Regle Modalite = Textes.Regle("PAC-VERSEMENT", Rubrique.Paiement, Textes.Note2025(),
        "La part est versée par neuvièmes, d'octobre à juin, comme une avance : ce que le travail fait ne couvre pas s'arrête ou se reprend.",
        ["R157", "R180", "R181"]);

    static readonly Regle Duree = Textes.Regle("PAC-SANS-PRORATA", Rubrique.Paiement, Textes.Note2023(),
        "La part ne dépend ni du temps partiel ni de la part fixe que l'agent reçoit ou non.", []);

    internal static readonly Regle[] Regles = [Modalite, Duree];
    internal static readonly Constat[] Constats = [];

    internal static void Lire<T>(in Situation s, Parametres p, ref T t)
        where T : struct, ITemoin
    {
        t.Examine(Modalite);
        t.Note("premier_mois", p.PremierMois);
        t.Examine(Duree);
        t.Note("demi_parts", s.DemiParts);
    }

    /// <summary>Brut annuel de ce nombre de demi-parts.</summary>
    internal static Montant Brut(int demiParts) => DemiPart * demiParts;

    internal static Montants? Montants(in Situation s, Parametres p) =>
        s.DemiParts is { } parts and > 0 ? Droit.Montants.ParNeuviemes(Brut(parts), s.Annee, p) : null;

    /// <summary>Centimes à verser en neuvièmes, sans allouer ; un nombre de parts démesuré est refusé avant.</summary>
    internal static int CentimesVerses(in Situation s, out bool unique)
    {
        unique = false;
        return s.DemiParts is { } parts and > 0 ? (int)Brut(parts).Centimes : 0;
    }
}
