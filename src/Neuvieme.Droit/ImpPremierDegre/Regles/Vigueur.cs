namespace Neuvieme.Droit.ImpPremierDegre.Regles;

using Constat = Constat<Situation>;

/// <summary>Un texte couvre-t-il la date et l'année scolaire ?</summary>
static class Vigueur
{
    static readonly Regle Regime = Textes.Regle("PREM-VIGUEUR", Rubrique.Vigueur, Textes.Decret(),
        "L'IMP du premier degré existe depuis le 1er septembre 2017, par un décret distinct de celui du second degré.");

    static readonly Constat AvantRentree2017 = new("PREM-HORS-VIGUEUR", Regime, Gravite.Refus,
        (c, in s, _) => new HorsVigueur(c, "L'IMP du premier degré", s.Date, s.Annee, Textes.Rentree2017));

    internal static readonly Regle[] Regles = [Regime];
    internal static readonly Constat[] Constats = [AvantRentree2017];

    /// <summary>Faux quand aucun texte ne s'applique : il n'y a alors rien d'autre à lire.</summary>
    internal static bool Lire<T>(in Situation s, ref T t)
        where T : struct, ITemoin
    {
        t.Examine(Regime);
        t.Note("date", s.Date);
        t.Note("annee", s.Annee.Debut);
        if (s.Annee.EstRepresentable && s.Annee.Debut >= Textes.Rentree2017.Year && s.Date >= Textes.Rentree2017) return true;
        t.Constate(AvantRentree2017);
        return false;
    }
}
