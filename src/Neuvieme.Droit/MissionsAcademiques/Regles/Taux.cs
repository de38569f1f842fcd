using Neuvieme.Droit.ImpSecondDegre;
using TextesImp = Neuvieme.Droit.ImpSecondDegre.Textes;

namespace Neuvieme.Droit.MissionsAcademiques.Regles;

using Constat = Constat<Situation>;

/// <summary>Le montant : un des cinq taux, que le recteur fixe.</summary>
static class Taux
{
    internal static readonly Regle CinqTaux = Textes.Regle("ACA-TAUX", Rubrique.Taux, TextesImp.Decret("art. 5", "al. 2"),
        "Le recteur fixe un des cinq taux selon l'importance effective de la mission, ses conditions d'exercice et, s'il y en a un, le volume de l'allègement.", "R150");

    static readonly Constat MontantInconnu = Constat.Manque("ACA-MONTANT-INCONNU", CinqTaux, "montant_centimes", "Choisir un des cinq taux.");
    static readonly Constat HorsTaux = new("ACA-MONTANT-HORS-TAUX", CinqTaux, Gravite.Refus, (c, in s, _) => new MontantHorsTaux(c, s.Montant ?? Montant.Zero));

    internal static readonly Regle[] Regles = [CinqTaux];
    internal static readonly Constat[] Constats = [MontantInconnu, HorsTaux];

    internal static void Lire<T>(in Situation s, ref T t)
        where T : struct, ITemoin
    {
        t.Examine(CinqTaux);
        t.Note("montant", s.Montant);
        if (s.Montant is null) t.Constate(MontantInconnu);
        else if (Du(s.Montant, s.Annee) is null) t.Constate(HorsTaux);
    }

    /// <summary>Le montant s'il est un des taux de l'année scolaire ; absent sinon.</summary>
    internal static Montant? Du(Montant? montant, AnneeScolaire annee) => montant is { } m && TauxImp.DeMontant(m, annee.PremierJour) is not null ? m : null;
}
