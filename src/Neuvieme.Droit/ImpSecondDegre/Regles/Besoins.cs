using System.Numerics;
namespace Neuvieme.Droit.ImpSecondDegre.Regles;

using Constat = Constat<Situation>;

/// <summary>Besoins du service des autres missions de l'article 6 (circulaire, II.1 et II.3 à II.8).</summary>
static class Besoins
{
    const Niveaux Connus = (Niveaux)127;
    const Niveaux Privilegies = Niveaux.Sixieme | Niveaux.Cinquieme | Niveaux.Quatrieme | Niveaux.Troisieme | Niveaux.Seconde;

    static readonly Regle Disciplines = Textes.Regle("IMP-DISC-EFFECTIF", Rubrique.Besoin, Textes.Circulaire("II.1", "besoins du service"),
        "La coordination va d'abord aux disciplines qui comptent le plus d'enseignants, et à celles que chargent des équipements ou des projets.", ["R096", "R099"]);

    static readonly Regle Technologie = Textes.Regle("IMP-DISC-TECHNOLOGIE", Rubrique.Besoin, Textes.Circulaire("II.1", "besoins du service"),
        "En technologie au collège, un coordonnateur est désigné dès que plusieurs professeurs utilisent les équipements.", ["R100"]);

    static readonly Regle Cycle = Textes.Regle("IMP-CYCLE-PROJET", Rubrique.Besoin, Textes.Circulaire("II.3", "besoins du service"),
        "La coordination de cycle suppose un projet pédagogique de cycle qui crée une charge réelle.", ["R096", "R109"]);

    static readonly Regle DeuxNiveaux = Textes.Regle("IMP-NIV-NIVEAUX", Rubrique.Besoin, Textes.Circulaire("II.4", "besoins du service"),
        "La coordination porte sur deux niveaux, ou sur un seul si les circonstances locales le justifient.", ["R096", "R113"]);

    static readonly Regle Prioritaire = Textes.Regle("IMP-NIV-EDUCATION-PRIORITAIRE", Rubrique.Besoin, Textes.Circulaire("II.4", "besoins du service"),
        "La coordination de niveau est d'abord faite pour le collège et la seconde en éducation prioritaire.", ["R112"]);

    static readonly Regle Culture = Textes.Regle("IMP-CULT-SANS-CRITERE", Rubrique.Besoin, Textes.Circulaire("II.5"),
        "Aucun critère de besoin ne conditionne le référent culture.", ["R116"]);

    static readonly Regle Numerique = Textes.Regle("IMP-NUM-APPRECIATION", Rubrique.Besoin, Textes.Circulaire("II.6", "besoins du service"),
        "Le chef d'établissement apprécie le besoin au regard de l'organisation numérique académique et de la part qu'y prend l'établissement ; les activités se partagent entre plusieurs enseignants.",
        ["R096", "R119", "R120"]);

    static readonly Regle Tutorat = Textes.Regle("IMP-TUT-LYCEE", Rubrique.Besoin, Textes.Decret("art. 6", "9e tiret"),
        "Le tutorat ne concerne que les classes des lycées généraux, technologiques et professionnels ; en EREA, les seules classes de lycée professionnel.", ["R129"]);

    static readonly Regle Decrochage = Textes.Regle("IMP-DECR-AMPLEUR", Rubrique.Besoin, Textes.Circulaire("II.8", "besoins du service"),
        "Le référent décrochage répond à des sorties d'une ampleur qui le justifie.", ["R096", "R123"]);

    static readonly Constat DisciplineSeule = Constat.Alerte("IMP-DISC-NON-PRIORITAIRE", Disciplines,
        "La discipline n'a qu'un enseignant et pas d'équipement partagé : sa coordination n'est pas prioritaire.");

    static readonly Constat TechnologieNonAutomatique = Constat.Alerte("IMP-TECHNO-NON-AUTOMATIQUE", Technologie,
        "Les équipements ne servent pas à plusieurs professeurs de technologie : la coordination n'est pas de droit, elle s'apprécie.");

    static readonly Constat SansProjetDeCycle = Constat.Alerte("IMP-CYCLE-SANS-PROJET", Cycle, "Aucun projet de cycle n'est indiqué : c'est le critère de cette mission.");

    static readonly Constat NiveauxInconnus = Constat.Manque("IMP-NIV-NIVEAUX-INCONNUS", DeuxNiveaux, "niveaux", "Indiquer les niveaux coordonnés.");

    static readonly Constat NiveauSeul = Constat.Manque("IMP-NIV-UN-SEUL-SANS-JUSTIFICATION", DeuxNiveaux, "justification_presente",
        "Un seul niveau est coordonné : joindre la justification des circonstances locales.");

    static readonly Constat PlusDeDeux = new("IMP-NIV-PLUS-DE-DEUX", DeuxNiveaux, Gravite.Refus, (c, in s, _) => new NiveauxTropNombreux(c, Nombre(s.Niveaux)));

    static readonly Constat HorsPrioritaire = Constat.Alerte("IMP-NIV-HORS-EDUCATION-PRIORITAIRE", Prioritaire,
        "Cette mission est d'abord faite pour le collège et la seconde en éducation prioritaire.");

    static readonly Constat SansAppreciation = Constat.Alerte("IMP-NUM-SANS-APPRECIATION", Numerique,
        "Le besoin numérique n'est pas apprécié : dire la part que prend l'établissement dans l'organisation académique.");

    static readonly Constat TutoratHorsLycee = Constat.Refus("IMP-TUT-HORS-LYCEE", Tutorat, "Le tutorat n'existe qu'en lycée.");

    static readonly Constat TutoratErea = Constat.Alerte("IMP-TUT-EREA", Tutorat, "En EREA, le tutorat ne vaut que pour les classes de lycée professionnel.");

    static readonly Constat SansAmpleur = Constat.Alerte("IMP-DECR-SANS-AMPLEUR", Decrochage, "L'ampleur du décrochage dans l'établissement n'est pas établie.");

    internal static readonly Regle[] Regles = [Disciplines, Technologie, Cycle, DeuxNiveaux, Prioritaire, Culture, Numerique, Tutorat, Decrochage];

    internal static readonly Constat[] Constats =
    [
        DisciplineSeule, TechnologieNonAutomatique, SansProjetDeCycle, NiveauxInconnus, NiveauSeul, PlusDeDeux, HorsPrioritaire, SansAppreciation,
        TutoratHorsLycee, TutoratErea, SansAmpleur,
    ];

    internal static void Lire<T>(in Situation s, Parametres p, ref T t)
        where T : struct, ITemoin
    {
        switch (s.Mission)
        {
            case Mission.Discipline when s.EstTechnologie && s.Nature == NatureEtablissement.College:
                t.Examine(Technologie);
                t.Note("professeurs_technologie", s.ProfesseursTechnologie);
                t.Note("equipements_partages", s.EquipementsPartages);
                if (s.ProfesseursTechnologie < 2 || s.EquipementsPartages == false) t.Constate(TechnologieNonAutomatique);
                break;
            case Mission.Discipline:
                t.Examine(Disciplines);
                t.Note("enseignants_discipline", s.EnseignantsDiscipline);
                t.Note("equipements_partages", s.EquipementsPartages);
                if (s.EnseignantsDiscipline is >= 0 and < 2 && s.EquipementsPartages != true) t.Constate(DisciplineSeule);
                break;
            case Mission.Apsa:
                BesoinsApsa.Lire(in s, p, ref t);
                break;
            case Mission.Cycle:
                t.Examine(Cycle);
                t.Note("projet_de_cycle", s.ProjetDeCycle);
                if (s.ProjetDeCycle != true) t.Constate(SansProjetDeCycle);
                break;
            case Mission.Niveau:
                LireNiveau(in s, ref t);
                break;
            case Mission.Culture:
                t.Examine(Culture);
                break;
            case Mission.Numerique:
                t.Examine(Numerique);
                t.Note("appreciation_numerique", s.AppreciationNumerique);
                if (s.AppreciationNumerique != true) t.Constate(SansAppreciation);
                break;
            case Mission.Tutorat:
                t.Examine(Tutorat);
                t.Note("nature", s.Nature);
                if (s.Nature == NatureEtablissement.Erea) t.Constate(TutoratErea);
                else if (s.Nature == NatureEtablissement.College) t.Constate(TutoratHorsLycee);
                break;
            case Mission.Decrochage:
                t.Examine(Decrochage);
                t.Note("ampleur_decrochage", s.AmpleurDecrochage);
                if (s.AmpleurDecrochage != true) t.Constate(SansAmpleur);
                break;
        }
    }

    static void LireNiveau<T>(in Situation s, ref T t)
        where T : struct, ITemoin
    {
        t.Examine(DeuxNiveaux);
        t.Note("niveaux", s.Niveaux & Connus);
        switch (Nombre(s.Niveaux))
        {
            case 0:
                t.Constate(NiveauxInconnus);
                break;
            case 1 when !s.JustificationPresente:
                t.Constate(NiveauSeul);
                break;
            case > 2:
                t.Constate(PlusDeDeux);
                break;
        }

        t.Examine(Prioritaire);
        t.Note("education_prioritaire", s.EducationPrioritaire);
        bool prioritaire = s.EducationPrioritaire is EducationPrioritaire.Rep or EducationPrioritaire.RepPlus;
        if (!prioritaire || (s.Niveaux & Connus & ~Privilegies) != Niveaux.Aucun) t.Constate(HorsPrioritaire);
    }

    static int Nombre(Niveaux niveaux) => BitOperations.PopCount((uint)(niveaux & Connus));
}
