namespace Neuvieme.Droit.ImpSecondDegre.Regles;

using Constat = Constat<Situation>;

/// <summary>La mission est-elle de celles que le décret ouvre ?</summary>
static class Missions
{
    static readonly Regle Nomenclature = Textes.Regle("IMP-MISSION", Rubrique.Mission, Textes.Decret("art. 6 et 7"),
        "Neuf missions sont nommées par l'article 6 ; les autres, d'intérêt pédagogique ou éducatif, sont définies par le chef d'établissement au titre de l'article 7.",
        [
            "R003", "R010", "R094", "R095", "R097", "R101", "R107", "R110", "R114", "R117", "R121", "R127", "R131", "R133", "R134", "R136", "R138",
            "R140", "R142", "R144", "R146", "R259",
        ]);

    static readonly Regle HorsService = Textes.Regle("IMP-HORS-SERVICE", Rubrique.Mission, Textes.Circulaire("préambule"),
        "L'IMP paie un travail hors des heures de cours. Les cours se paient en heures supplémentaires, comme les heures de coordination et de synthèse d'un EREA, d'une SEGPA ou d'une ULIS (circulaire n° 74-148).",
        ["R003", "R004"]);

    static readonly Regle Projet = Textes.Regle("IMP-ART7-PROJET", Rubrique.Mission, Textes.Decret("art. 7"),
        "Une mission de l'article 7 suit les orientations académiques et celles du projet d'établissement.", ["R130"]);

    static readonly Regle Orientations = Textes.Regle("IMP-ART7-ORIENTATIONS", Rubrique.Mission, Textes.Decret("art. 7"),
        "L'académie peut écarter un type de mission de l'article 7 : le proposer demande alors une dérogation écrite.", ["R042"]);

    static readonly Regle Article6DAbord = Textes.Regle("IMP-ARTICLE6-D-ABORD", Rubrique.Mission, Textes.Circulaire("préambule"),
        "Les missions de l'article 6 passent avant celles de l'article 7 : laisser sans titulaire une mission dont le besoin est établi se signale.", ["R043"]);

    static readonly Regle Heures = Textes.Regle("IMP-HEURES", Rubrique.Mission, Textes.Decret("art. 9"),
        "La charge effective fonde le taux : un nombre d'heures estimé est conseillé, aucun texte ne l'exige.", ["R088"]);

    static readonly Constat Inconnue = Constat.Manque("IMP-MISSION-INCONNUE", Nomenclature, "mission", "Choisir la mission.");

    static readonly Constat HorsNomenclature = Constat.Refus("IMP-MISSION-HORS-NOMENCLATURE", Nomenclature, "Cette mission n'est pas dans la nomenclature.");

    static readonly Constat Cours = Constat.Refus("IMP-TRAVAIL-COURS", HorsService, "Ce sont des heures de cours : elles se paient en heures supplémentaires (HSA ou HSE).");

    static readonly Constat Synthese = Constat.Refus("IMP-TRAVAIL-SYNTHESE", HorsService,
        "Ce sont des heures de coordination et de synthèse : en EREA, en SEGPA et en ULIS, elles se paient en heures supplémentaires.");

    static readonly Constat ExclueSansDerogation = Constat.Manque("IMP-ART7-EXCLUE-SANS-DEROGATION", Orientations, "justification_presente",
        "L'académie écarte ce type de mission : joindre la dérogation.");

    static readonly Constat Exclue = Constat.Alerte("IMP-ART7-EXCLUE", Orientations, "L'académie écarte ce type de mission : seule une dérogation la permet.");

    static readonly Constat Article6NonPourvue = Constat.Alerte("IMP-ARTICLE6-NON-POURVUE", Article6DAbord,
        "Une mission de l'article 6 dont le besoin est établi reste sans titulaire : elle passe avant celle-ci.");

    static readonly Constat SansLien = Constat.Alerte("IMP-ART7-SANS-LIEN-PROJET", Projet,
        "Aucun lien avec le projet d'établissement n'est indiqué : l'article 7 le demande.");

    static readonly Constat HeuresAbsentes = Constat.Alerte("IMP-HEURES-NON-ESTIMEES", Heures,
        "Aucun volume d'heures n'est estimé : l'indiquer aide l'agent à accepter et le rectorat à comparer.");

    internal static readonly Regle[] Regles = [Nomenclature, HorsService, Projet, Orientations, Article6DAbord, Heures];

    internal static readonly Constat[] Constats =
        [Inconnue, HorsNomenclature, Cours, Synthese, SansLien, ExclueSansDerogation, Exclue, Article6NonPourvue, HeuresAbsentes];

    internal static FicheMission? Lire<T>(in Situation s, ref T t)
        where T : struct, ITemoin
    {
        t.Examine(Nomenclature);
        t.Note("mission", s.Mission);
        FicheMission? fiche = ImpSecondDegre.Nomenclature.Chercher(s.Mission);
        if (s.Mission == Mission.Inconnue) t.Constate(Inconnue);
        else if (fiche is null) t.Constate(HorsNomenclature);

        t.Examine(HorsService);
        t.Note("travail", s.Travail);
        if (s.Travail == Travail.Cours) t.Constate(Cours);
        else if (s.Travail == Travail.CoordinationSynthese) t.Constate(Synthese);

        if (fiche is { EstArticle6: false }) LireArticle7(in s, ref t);

        t.Examine(Heures);
        t.Note("heures_estimees", s.HeuresEstimees);
        if (s.HeuresEstimees is not > 0) t.Constate(HeuresAbsentes);
        return fiche;
    }

    static void LireArticle7<T>(in Situation s, ref T t)
        where T : struct, ITemoin
    {
        t.Examine(Projet);
        t.Note("lien_projet_etablissement", s.LienProjetEtablissement);
        if (s.LienProjetEtablissement != true) t.Constate(SansLien);

        t.Examine(Orientations);
        t.Note("orientation_academique", s.OrientationAcademique);
        if (s.OrientationAcademique == OrientationAcademique.Exclue) t.Constate(s.JustificationPresente ? Exclue : ExclueSansDerogation);

        t.Examine(Article6DAbord);
        t.Note("article6_non_pourvue", s.Article6NonPourvue);
        if (s.Article6NonPourvue == true) t.Constate(Article6NonPourvue);
    }
}
