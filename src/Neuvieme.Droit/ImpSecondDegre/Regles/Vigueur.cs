namespace Neuvieme.Droit.ImpSecondDegre.Regles;

using Constat = Constat<Situation>;

/// <summary>Un texte couvre-t-il la date et l'année scolaire ?</summary>
static class Vigueur
{
    internal static readonly Regle Regime = Textes.Regle("IMP-VIGUEUR", Rubrique.Vigueur, Textes.Decret("art. 1", "al. 1"),
        "L'IMP existe depuis la rentrée 2015, en remplacement de l'IFIC et de la part modulable ECLAIR ; avant, aucun texte ne l'institue.",
        ["R001", "R005"]);

    internal static readonly Regle Harcelement = Textes.Regle("IMP-HARC-VIGUEUR", Rubrique.Vigueur, Textes.Decret2024(),
        "Le référent harcèlement est une mission de l'article 6 depuis le 24 juin 2024, lendemain de la publication du décret qui l'ajoute.",
        ["R094", "R124"], Textes.Harcelement);

    static readonly Constat AvantRentree2015 = new("IMP-HORS-VIGUEUR", Regime, Gravite.Refus,
        (c, in s, _) => new HorsVigueur(c, "L'IMP", s.Date, s.Annee, Textes.Rentree2015));

    static readonly Constat HarcelementTropTot = new("IMP-HARC-HORS-VIGUEUR", Harcelement, Gravite.Refus,
        (c, in s, _) => new HorsVigueur(c, "La mission de référent harcèlement", s.Date, s.Annee, Textes.Harcelement));

    internal static readonly Regle[] Regles = [Regime, Harcelement];
    internal static readonly Constat[] Constats = [AvantRentree2015, HarcelementTropTot];

    /// <summary>Faux quand aucun texte ne s'applique : il n'y a alors rien d'autre à lire.</summary>
    internal static bool Lire<T>(in Situation s, ref T t)
        where T : struct, ITemoin
    {
        t.Examine(Regime);
        t.Note("date", s.Date);
        t.Note("annee", s.Annee.Debut);
        if (!EstCouverte(s.Date, s.Annee))
        {
            t.Constate(AvantRentree2015);
            return false;
        }

        if (s.Mission != Mission.Harcelement) return true;
        t.Examine(Harcelement);
        if (CouvreHarcelement(s.Date, s.Annee)) return true;
        t.Constate(HarcelementTropTot);
        return false;
    }

    /// <summary>Le décret n° 2015-475 vaut-il ce jour-là pour cette année scolaire ?</summary>
    internal static bool EstCouverte(DateOnly date, AnneeScolaire annee) =>
        date >= Textes.Rentree2015 && annee.Debut >= Textes.Rentree2015.Year && annee.EstRepresentable;

    /// <summary>Vrai si le référent harcèlement est une mission de l'article 6 ce jour-là, pour cette année scolaire.</summary>
    internal static bool CouvreHarcelement(DateOnly jour, AnneeScolaire annee) => jour >= Textes.Harcelement && annee.DernierJour >= Textes.Harcelement;
}
