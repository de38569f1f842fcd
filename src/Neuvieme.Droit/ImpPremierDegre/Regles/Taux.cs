namespace Neuvieme.Droit.ImpPremierDegre.Regles;

using Constat = Constat<Situation>;

/// <summary>Le montant : un des deux taux du premier degré, non des cinq du second.</summary>
static class Taux
{
    static readonly ValeursDatees<(Montant Simple, Montant Double)> ParDate =
        new(new Version<(Montant, Montant)>(Textes.Rentree2017, null, (new(125_000), new(250_000))));

    static readonly Regle DeuxTaux = Textes.Regle("PREM-TAUX", Rubrique.Taux, Textes.Decret(),
        "Le montant annuel est de 1 250 € ou de 2 500 €, choisi par le recteur selon l'importance de la mission et ses conditions d'exercice.");

    static readonly Constat MontantInconnu = Constat.Manque("PREM-MONTANT-INCONNU", DeuxTaux, "montant_centimes", "Choisir un des deux taux, 1 250 € ou 2 500 €.");

    static readonly Constat HorsTaux = new("PREM-MONTANT-HORS-TAUX", DeuxTaux, Gravite.Refus,
        (c, in s, _) => new MontantHorsTaux(c, s.Montant ?? Montant.Zero, "Les seuls montants du premier degré sont 1 250 € et 2 500 €"));

    internal static readonly Regle[] Regles = [DeuxTaux];
    internal static readonly Constat[] Constats = [MontantInconnu, HorsTaux];

    internal static void Lire<T>(in Situation s, ref T t)
        where T : struct, ITemoin
    {
        t.Examine(DeuxTaux);
        t.Note("montant", s.Montant);
        if (s.Montant is null) t.Constate(MontantInconnu);
        else if (Du(in s) is null) t.Constate(HorsTaux);
    }

    /// <summary>Le montant proposé s'il est un taux de l'année scolaire ; absent sinon.</summary>
    internal static Montant? Du(in Situation s) =>
        s.Montant is { } m && ParDate.Lire(s.Annee.PremierJour, out (Montant Simple, Montant Double) taux) && (m == taux.Simple || m == taux.Double) ? m : null;
}
