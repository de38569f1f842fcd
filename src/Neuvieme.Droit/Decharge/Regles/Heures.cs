using TextesImp = Neuvieme.Droit.ImpSecondDegre.Textes;

namespace Neuvieme.Droit.Decharge.Regles;

using Constat = Constat<Situation>;

/// <summary>Le volume : des heures hebdomadaires, qu'un établissement achète à son enveloppe d'IMP.</summary>
static class Heures
{
    static readonly Regle Volume = Textes.Regle("ARE-HEURES", Rubrique.Taux, TextesImp.DecretService(),
        "Une décharge se compte en heures hebdomadaires d'enseignement, jamais en euros ; elle peut être totale.", "R006", "R027");

    static readonly Regle Equivalence = Textes.Regle("ARE-EQUIVALENCE", Rubrique.Taux, Textes.Usage(),
        "Une IMP de 1 250 € devient une heure hebdomadaire d'ARE, activité à responsabilité d'établissement ; par IMP entières, sauf si l'académie admet la demi-heure.", "R028");

    static readonly Constat Inconnues = Constat.Manque("ARE-HEURES-INCONNUES", Volume, "heures_centiemes", "Indiquer les heures hebdomadaires allégées.");
    static readonly Constat Nulles = Constat.Refus("ARE-HEURES-NULLES", Volume, "Une décharge compte plus de zéro heure.");
    static readonly Constat Demesurees = Constat.Refus("ARE-HEURES-DEMESUREES", Volume, "Ces heures dépassent un service d'enseignement entier : vérifier la saisie.");

    static readonly Constat Fraction = new("ARE-HEURES-FRACTION", Equivalence, Gravite.Refus, (c, in s, p) => new FractionDHeure(c, s.HeuresCentiemes ?? 0, p.AreParDemiHeures));

    internal static readonly Regle[] Regles = [Volume, Equivalence];
    internal static readonly Constat[] Constats = [Inconnues, Nulles, Demesurees, Fraction];

    internal static void Lire<T>(in Situation s, Parametres p, ref T t)
        where T : struct, ITemoin
    {
        t.Examine(Volume);
        t.Note("heures_centiemes", s.HeuresCentiemes);
        if (s.HeuresCentiemes is not { } centiemes)
        {
            t.Constate(Inconnues);
            return;
        }

        if (centiemes <= 0) t.Constate(Nulles);
        else if (centiemes > MissionsAcademiques.Regles.Cumul.CentiemesInvraisemblables) t.Constate(Demesurees);
        if (s.Cadre != Cadre.Etablissement) return;
        t.Examine(Equivalence);
        t.Note("par_demi_heures", p.AreParDemiHeures);
        if (centiemes % Pas(p) != 0) t.Constate(Fraction);
    }

    /// <summary>Ce que ces heures prennent à l'enveloppe, si elles se convertissent : 1 250 € l'heure.</summary>
    internal static Montant? Cout(in Situation s, Parametres p) =>
        s.HeuresCentiemes is { } centiemes and > 0 && centiemes % Pas(p) == 0 ? EnImp(centiemes).EnMontant() : null;

    /// <summary>Quatre quarts l'heure, deux la demi-heure.</summary>
    internal static Quotite EnImp(int centiemes) => new(centiemes / 25);

    static int Pas(Parametres p) => p.AreParDemiHeures ? 50 : 100;
}
