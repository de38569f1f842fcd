namespace Neuvieme.Droit.Decharge.Regles;

using Constat = Constat<Situation>;

/// <summary>Le premier jour de l'allègement, quand rien n'établit qu'il vaut de la rentrée.</summary>
static class PremierJour
{
    static readonly Regle Annuelle = Textes.Regle("ARE-PERIODE", Rubrique.Mission, Textes.Usage("contradictions C21 et C37 du relevé"),
        "Un allègement tient dans son année scolaire, et l'heure d'une IMP vaut pour l'année. Convention retenue : confié après le 30 septembre, il dit son premier jour ; commencé plus tard, aucun texte ne dit ce qu'il vaut.",
        "R028", "R087");

    static readonly Constat HorsAnnee = new("ARE-PERIODE-HORS-ANNEE", Annuelle, Gravite.Refus, (c, in s, _) => new PeriodeHorsAnnee(c, s.Debut, null, s.Annee));

    static readonly Constat EnCoursDAnnee = Constat.Alerte("ARE-PERIODE-PARTIELLE", Annuelle,
        "L'allègement commence après le 30 septembre : aucun texte relevé ne dit ce que valent des heures d'une partie de l'année, décision manuelle.");

    static readonly Constat DebutInconnu = Constat.Manque("ARE-DEBUT-INCONNU", Annuelle, "debut",
        "Rien n'établit que la mission était confiée le 30 septembre : indiquer le premier jour de l'allègement.");

    internal static readonly Regle[] Regles = [Annuelle];
    internal static readonly Constat[] Constats = [HorsAnnee, EnCoursDAnnee, DebutInconnu];

    internal static void Lire<T>(in Situation s, ref T t)
        where T : struct, ITemoin
    {
        // Un district n'a pas d'allègement à dater.
        if (s.Cadre == Cadre.DistrictUnss) return;
        t.Examine(Annuelle);
        t.Note("debut", s.Debut);
        Ecart ecart = s.Dates.Ecart;
        if ((ecart & Ecart.HorsAnnee) == Ecart.HorsAnnee) t.Constate(HorsAnnee);
        if ((ecart & Ecart.Partielle) == Ecart.Partielle) t.Constate(EnCoursDAnnee);
        if ((ecart & Ecart.SansDebut) == Ecart.SansDebut) t.Constate(DebutInconnu);
    }
}
