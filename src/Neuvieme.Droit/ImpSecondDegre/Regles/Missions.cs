namespace Neuvieme.Droit.ImpSecondDegre.Regles;

using Constat = Constat<Situation>;

/// <summary>La mission est-elle de celles que le décret ouvre ?</summary>
static class Missions
{
    static readonly Regle Nomenclature = Textes.Regle("IMP-MISSION", Rubrique.Mission, Textes.Decret("art. 6 et 7"),
        "Neuf missions sont nommées par l'article 6 ; les autres, d'intérêt pédagogique ou éducatif, sont définies par le chef d'établissement au titre de l'article 7.",
        ["R003", "R094", "R095", "R096", "R131", "R133"]);

    static readonly Regle Projet = Textes.Regle("IMP-ART7-PROJET", Rubrique.Mission, Textes.Decret("art. 7"),
        "Une mission de l'article 7 suit les orientations académiques et celles du projet d'établissement.", ["R130"]);

    static readonly Regle Heures = Textes.Regle("IMP-HEURES", Rubrique.Mission, Textes.Decret("art. 9"),
        "La charge effective fonde le taux : un nombre d'heures estimé est conseillé, aucun texte ne l'exige.", ["R088"]);

    static readonly Constat Inconnue = Constat.Manque("IMP-MISSION-INCONNUE", Nomenclature, "mission", "Choisir la mission.");

    static readonly Constat HorsNomenclature = Constat.Refus("IMP-MISSION-HORS-NOMENCLATURE", Nomenclature, "Cette mission n'est pas dans la nomenclature.");

    static readonly Constat SansLien = Constat.Alerte("IMP-ART7-SANS-LIEN-PROJET", Projet,
        "Aucun lien avec le projet d'établissement n'est indiqué : l'article 7 le demande.");

    static readonly Constat HeuresAbsentes = Constat.Alerte("IMP-HEURES-NON-ESTIMEES", Heures,
        "Aucun volume d'heures n'est estimé : l'indiquer aide l'agent à accepter et le rectorat à comparer.");

    internal static readonly Regle[] Regles = [Nomenclature, Projet, Heures];
    internal static readonly Constat[] Constats = [Inconnue, HorsNomenclature, SansLien, HeuresAbsentes];

    internal static FicheMission? Lire<T>(in Situation s, ref T t)
        where T : struct, ITemoin
    {
        t.Examine(Nomenclature);
        t.Note("mission", s.Mission);
        FicheMission? fiche = ImpSecondDegre.Nomenclature.Chercher(s.Mission);
        if (s.Mission == Mission.Inconnue) t.Constate(Inconnue);
        else if (fiche is null) t.Constate(HorsNomenclature);

        if (fiche is { EstArticle6: false })
        {
            t.Examine(Projet);
            t.Note("lien_projet_etablissement", s.LienProjetEtablissement);
            if (s.LienProjetEtablissement != true) t.Constate(SansLien);
        }

        t.Examine(Heures);
        t.Note("heures_estimees", s.HeuresEstimees);
        if (s.HeuresEstimees is not > 0) t.Constate(HeuresAbsentes);
        return fiche;
    }
}
