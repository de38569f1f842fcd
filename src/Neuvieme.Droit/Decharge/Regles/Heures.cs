using TextesImp = Neuvieme.Droit.ImpSecondDegre.Textes;

namespace Neuvieme.Droit.Decharge.Regles;

using Constat = Constat<Situation>;

/// <summary>Le volume : des heures hebdomadaires, qu'un établissement achète à son enveloppe d'IMP.</summary>
static class Heures
{
    static readonly Regle Volume = Textes.Regle("ARE-HEURES", Rubrique.Taux, TextesImp.DecretService(),
        "Une décharge se compte en heures hebdomadaires d'enseignement, jamais en euros ; elle peut être totale.", "R006", "R027");

    static readonly Regle VolumePegc = Textes.Regle("ARE-HEURES-PEGC", Rubrique.Taux, TextesImp.DecretPegc(),
        "La décharge d'un PEGC, que fonde son statut, se compte elle aussi en heures hebdomadaires d'enseignement ; elle peut être totale.", "R006", "R015", "R027");

    static readonly Regle Equivalence = Textes.Regle("ARE-EQUIVALENCE", Rubrique.Taux, Textes.Usage(),
        "Une IMP de 1 250 € devient une heure hebdomadaire d'ARE, activité à responsabilité d'établissement ; par IMP entières, sauf si l'académie admet la demi-heure.", "R028");

    static readonly LectureVolume DesCorps = new("ARE", Volume), DesPegc = new("ARE-PEGC", VolumePegc);

    static readonly Constat Fraction = new("ARE-HEURES-FRACTION", Equivalence, Gravite.Refus, (c, in s, p) => new FractionDHeure(c, s.HeuresCentiemes ?? 0, p.AreParDemiHeures));

    internal static readonly Regle[] Regles = [Volume, VolumePegc, Equivalence];
    internal static readonly Constat[] Constats = [.. DesCorps.Constats, .. DesPegc.Constats, Fraction];

    internal static void Lire<T>(in Situation s, Parametres p, ref T t)
        where T : struct, ITemoin
    {
        (s.Corps == Corps.Pegc ? DesPegc : DesCorps).Lire(s.HeuresCentiemes, ref t);
        if (s.Cadre != Cadre.Etablissement || s.HeuresCentiemes is not { } centiemes) return;
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

    /// <summary>Les heures, au nom du statut du corps.</summary>
    sealed class LectureVolume
    {
        readonly Regle _regle;
        readonly Constat _inconnues, _nulles, _demesurees;

        internal LectureVolume(string prefixe, Regle regle)
        {
            _regle = regle;
            _inconnues = Constat.Manque(prefixe + "-HEURES-INCONNUES", regle, "heures_centiemes", "Indiquer les heures hebdomadaires allégées.");
            _nulles = Constat.Refus(prefixe + "-HEURES-NULLES", regle, "Une décharge compte plus de zéro heure.");
            _demesurees = Constat.Refus(prefixe + "-HEURES-DEMESUREES", regle, "Ces heures dépassent un service d'enseignement entier : vérifier la saisie.");
        }

        internal Constat[] Constats => [_inconnues, _nulles, _demesurees];

        internal void Lire<T>(int? heures, ref T t)
            where T : struct, ITemoin
        {
            t.Examine(_regle);
            t.Note("heures_centiemes", heures);
            if (heures is not { } centiemes) t.Constate(_inconnues);
            else if (centiemes <= 0) t.Constate(_nulles);
            else if (centiemes > MissionsAcademiques.Regles.Cumul.CentiemesInvraisemblables) t.Constate(_demesurees);
        }
    }
}
