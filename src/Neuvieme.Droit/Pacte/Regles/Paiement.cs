namespace Neuvieme.Droit.Pacte.Regles;

using Constat = Constat<Situation>;

/// <summary>Neuf versements, qui sont des avances depuis 2025-2026.</summary>
static class Paiement
{
    /// <summary>La moitié d'une part de 1 250 €.</summary>
    internal static readonly Montant DemiPart = new(62_500);

    static readonly Regle Neuviemes = Textes.Regle("PAC-VERSEMENT-2023", Rubrique.Paiement, Textes.Note2023(),
        "En 2023-2024 et 2024-2025, la part se verse par neuvièmes d'octobre à juin, comme une IMP annuelle.",
        ["R157", "R180", "R181"], jusqua: Textes.Rentree2025.AddDays(-1));

    internal static readonly Regle Avances = Textes.Regle("PAC-VERSEMENT-2025", Rubrique.Paiement, Textes.Note2025("versement et suivi"),
        "Depuis 2025-2026, les neuf versements d'octobre à juin sont des avances : la part des heures faites est acquise ; ce qui est versé au-delà peut se récupérer, sur décision du rectorat.",
        ["R157", "R180", "R181", "R186"], Textes.Rentree2025);

    static readonly Regle Duree = Textes.Regle("PAC-SANS-PRORATA", Rubrique.Paiement, Textes.Note2023(),
        "La part ne dépend ni du temps partiel ni de la part fixe que l'agent reçoit ou non.", []);

    internal static readonly Regle[] Regles = [Neuviemes, Avances, Duree];
    internal static readonly Constat[] Constats = [];

    internal static void Lire<T>(in Situation s, Parametres p, ref T t)
        where T : struct, ITemoin
    {
        t.Examine(Versement(s.Annee));
        t.Note("premier_mois", p.PremierMois);
        t.Examine(Duree);
        t.Note("demi_parts", s.DemiParts);
    }

    /// <summary>La règle de versement d'une année scolaire.</summary>
    internal static Regle Versement(AnneeScolaire annee) => SontDesAvances(annee) ? Avances : Neuviemes;

    internal static bool SontDesAvances(AnneeScolaire annee) => annee.PremierJour >= Avances.Depuis;

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
