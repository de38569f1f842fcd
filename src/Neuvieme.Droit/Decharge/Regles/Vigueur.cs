using RegimeImp = Neuvieme.Droit.ImpSecondDegre.Regles.Vigueur;

namespace Neuvieme.Droit.Decharge.Regles;

using Constat = Constat<Situation>;

/// <summary>La décharge d'une mission particulière suit le régime de l'IMP : les deux commencent à la rentrée 2015.</summary>
static class Vigueur
{
    static readonly Constat AvantRentree2015 = new("ARE-HORS-VIGUEUR", RegimeImp.Regime, Gravite.Refus,
        (c, in s, _) => new HorsVigueur(c, "La décharge pour mission particulière", s.Date, s.Annee, ImpSecondDegre.Textes.Rentree2015));

    internal static readonly Constat[] Constats = [AvantRentree2015];

    /// <summary>Faux quand aucun texte ne s'applique : il n'y a alors rien d'autre à lire.</summary>
    internal static bool Lire<T>(in Situation s, ref T t)
        where T : struct, ITemoin
    {
        t.Examine(RegimeImp.Regime);
        t.Note("date", s.Date);
        t.Note("annee", s.Annee.Debut);
        if (RegimeImp.EstCouverte(s.Date, s.Annee)) return true;
        t.Constate(AvantRentree2015);
        return false;
    }
}
