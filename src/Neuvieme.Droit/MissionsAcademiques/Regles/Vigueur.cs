using RegimeImp = Neuvieme.Droit.ImpSecondDegre.Regles.Vigueur;

namespace Neuvieme.Droit.MissionsAcademiques.Regles;

using Constat = Constat<Situation>;

/// <summary>Le décret n° 2015-475 couvre-t-il la date et l'année scolaire ?</summary>
static class Vigueur
{
    static readonly Constat AvantRentree2015 = new("ACA-HORS-VIGUEUR", RegimeImp.Regime, Gravite.Refus,
        (c, in s, _) => new HorsVigueur(c, "L'IMP des missions académiques", s.Date, s.Annee, ImpSecondDegre.Textes.Rentree2015));

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
