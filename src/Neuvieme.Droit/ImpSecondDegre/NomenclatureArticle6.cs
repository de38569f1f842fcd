namespace Neuvieme.Droit.ImpSecondDegre;

using static UsageTaux;

/// <summary>Les neuf missions de l'article 6 ; tâches résumées de la circulaire, II.1 à II.8.</summary>
static class NomenclatureArticle6
{
    static readonly UsageTaux[] Coordination = [HorsOrientation, Module, Usuel, Module, HorsOrientation];

    internal static readonly FicheMission[] Fiches =
    [
        Fiche(Mission.Discipline, "IMP-DISC", "Coordination de discipline", "1er tiret", "II.1", Coordination,
        [
            "Faire vivre le travail commun des enseignants de la discipline",
            "Tenir l'équipe informée de ce qui touche la discipline dans l'établissement",
            "Suivre le matériel et les équipements pédagogiques",
            "Coordonner les projets de la discipline et ceux qu'elle mène avec d'autres",
            "Aider à préparer et animer les réunions d'équipe et les conseils d'enseignement (code de l'éducation, art. R. 421-49)",
            "En langues vivantes, accompagner l'assistant de langue",
            "En technologie au collège, répondre de la gestion et de l'entretien du laboratoire",
        ]),
        Fiche(Mission.Apsa, "IMP-APSA", "Coordination des activités physiques, sportives et artistiques", "8e tiret", "II.2",
            [Refuse, Refuse, Usuel, Usuel, Refuse],
        [
            "Faire vivre le travail commun des enseignants d'EPS",
            "Préparer avec la direction l'organisation des activités, les emplois du temps et le partage des installations",
            "Coordonner le projet pédagogique d'EPS et les progressions des classes",
            "Tenir l'équipe d'EPS informée de ce qui la concerne",
            "Coordonner les projets menés avec d'autres disciplines",
            "Organiser les certifications en EPS",
        ]),
        Fiche(Mission.Cycle, "IMP-CYCLE", "Coordination de cycle", "2e tiret", "II.3", Coordination,
        [
            "Faire naître et accompagner un projet pédagogique à l'échelle du cycle",
            "Recenser et relier les initiatives qui adaptent l'enseignement au rythme des élèves",
            "Aider à préparer les réunions et conseils d'enseignement consacrés au projet",
            "Au cycle 3, contribuer à la liaison entre l'école et le collège",
            "Tenir l'équipe du cycle informée",
        ]),
        Fiche(Mission.Niveau, "IMP-NIV", "Coordination de niveau", "3e tiret", "II.4",
            [HorsOrientation, HorsOrientation, Usuel, Usuel, Exceptionnel],
        [
            "Coordonner le travail éducatif des équipes du niveau, vie scolaire comprise",
            "Relier les projets et démarches pédagogiques des classes du niveau",
            "Repérer avec les professeurs principaux les élèves en difficulté et proposer une prise en charge",
            "Nouer le lien avec les parents, d'abord les plus éloignés de l'école, et avec les partenaires proches",
            "Faire connaître aux familles les partenaires utiles : social, santé, culture, entreprises, collectivités",
        ]),
        Fiche(Mission.Culture, "IMP-CULT", "Référent culture", "4e tiret", "II.5",
            [HorsOrientation, Usuel, Module, HorsOrientation, HorsOrientation],
        [
            "Contribuer au volet culturel du projet d'établissement",
            "Faire connaître l'offre culturelle proche, avec la délégation académique et les services éducatifs",
            "Accompagner les projets culturels des classes et des élèves, pendant et autour du temps scolaire",
            "Faciliter les partenariats avec les institutions culturelles et les collectivités",
            "Mettre en valeur les actions marquantes sur le site de l'établissement",
        ]),
        Fiche(Mission.Numerique, "IMP-NUM", "Référent pour les ressources et usages pédagogiques numériques", "5e tiret", "II.6",
            [HorsOrientation, HorsOrientation, Usuel, Usuel, Usuel],
        [
            "Conseil — situer le numérique dans le projet d'établissement",
            "Conseil — préparer le plan de formation et d'accompagnement des équipes",
            "Conseil — choisir les indicateurs de suivi",
            "Équipes — montrer des pratiques",
            "Équipes — aider à monter des projets",
            "Équipes — guider le choix des ressources",
            "Équipes — orienter vers les formations utiles",
            "Équipes — assurer la veille nationale et académique",
            "Équipes — relayer la stratégie académique",
            "Technique — appuyer le chef d'établissement face à la collectivité : choix, renouvellement, investissement",
            "Technique — faire le lien entre les utilisateurs et l'assistance",
            "Services en ligne — les administrer au quotidien par délégation du chef d'établissement, qui en reste responsable",
        ]),
        Fiche(Mission.Decrochage, "IMP-DECR", "Référent décrochage scolaire", "6e tiret", "II.8", Coordination,
        [
            "Coordonner la prévention au sein du groupe de prévention du décrochage",
            "Faciliter le retour en formation des jeunes suivis par le réseau Foquale",
            "Établir le diagnostic de l'établissement et le bilan annuel présenté au conseil d'administration",
            "Éclairer l'équipe sur les causes du décrochage et le protocole de l'établissement",
        ]),
        new(Mission.Harcelement, "IMP-HARC", "Référent harcèlement scolaire", "art. 6",
        [
            "Diffuser les ressources de prévention et accompagner les équipes",
            "Prendre part au protocole de traitement des situations",
            "Faire le lien avec les référents académiques et départementaux",
        ],
        [Module, Module, Usuel, Module, Module], Textes.Decret("art. 6", "7e tiret, ajouté par le décret n° 2024-577"),
        "tâches et taux proposés par l'usage : aucun texte national ne les fixe", Textes.Harcelement),
        Fiche(Mission.Tutorat, "IMP-TUT", "Tutorat des élèves en lycée", "9e tiret", "II.7",
            [Usuel, Usuel, HorsOrientation, HorsOrientation, HorsOrientation],
        [
            "Aider l'élève à construire son parcours de formation et d'orientation",
            "Suivre ce parcours avec l'équipe éducative, sans se substituer au professeur principal ni au psychologue",
            "Guider vers les ressources de l'établissement et du dehors",
            "Aider à s'informer sur l'enseignement supérieur",
        ]),
    ];

    static FicheMission Fiche(
        Mission mission, string code, string libelle, string tiret, string circulaire, UsageTaux[] usages, string[] contenu) =>
        new(mission, code, libelle, "art. 6", contenu, usages, Textes.Decret("art. 6", tiret),
            $"circulaire n° 2015-058 du 29 avril 2015, {circulaire}", Textes.Rentree2015);
}
