namespace Neuvieme.Droit.Pacte.Regles;

using Constat = Constat<Situation>;

/// <summary>Un texte couvre-t-il la date et l'année scolaire ?</summary>
static class Vigueur
{
    internal static readonly Regle Regime = Textes.Regle("PAC-VIGUEUR", Rubrique.Vigueur, Textes.Decret(),
        "Les parts fonctionnelles de l'ISOE et de l'ISAE existent depuis le 1er septembre 2023.", ["R155"]);

    static readonly Constat AvantRentree2023 = Constat.Refus("PAC-HORS-VIGUEUR", Regime,
        "Aucun texte ne couvre cette date et cette année scolaire : le Pacte commence le 1er septembre 2023.");

    internal static readonly Regle[] Regles = [Regime];
    internal static readonly Constat[] Constats = [AvantRentree2023];

    /// <summary>Faux quand aucun texte ne s'applique : il n'y a alors rien d'autre à lire.</summary>
    internal static bool Lire<T>(in Situation s, ref T t)
        where T : struct, ITemoin
    {
        t.Examine(Regime);
        t.Note("date", s.Date);
        t.Note("annee", s.Annee.Debut);
        // La lettre peut se signer avant la rentrée : seule l'année scolaire de la mission doit être couverte, et le jour suivre le décret.
        if (s.Annee.EstRepresentable && s.Annee.Debut >= Textes.Rentree2023.Year && s.Date >= new DateOnly(2023, 7, 20)) return true;
        t.Constate(AvantRentree2023);
        return false;
    }
}
