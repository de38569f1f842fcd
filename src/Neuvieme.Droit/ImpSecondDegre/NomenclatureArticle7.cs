namespace Neuvieme.Droit.ImpSecondDegre;

using static UsageTaux;

/// <summary>Les missions de l'article 7 : les cinq taux leur sont ouverts (circulaire, II.9).</summary>
static class NomenclatureArticle7
{
    const string Usage = "usage des établissements : aucun texte national ne fixe ces tâches";
    const string Exemple = "exemple de la circulaire n° 2015-058 du 29 avril 2015, II.9, qui n'en fixe pas les tâches";

    internal static readonly FicheMission[] Fiches =
    [
        Fiche(Mission.DevoirsFaits, "IMP-DF", "Coordination de Devoirs faits", Usage,
        [
            "Organisation — fixer les groupes, les temps et les lieux",
            "Organisation — relier la classe et le dispositif",
            "Information — assurer la veille pédagogique",
            "Information — expliquer le dispositif aux professeurs et aux intervenants",
            "Information — relayer devant les instances",
            "Information — préparer les supports pour les élèves et les familles",
            "Information — présenter le dispositif à la prérentrée, aux parents et aux élèves",
            "Information — transmettre les listes d'élèves",
            "Suivi — recueillir les avis des professeurs, intervenants, élèves et familles",
            "Suivi — préparer les conseils de classe",
            "Suivi — nourrir la réflexion du conseil pédagogique sur le travail personnel",
            "Suivi — construire les outils de suivi",
            "Évaluation — dresser des bilans périodiques : inscrits, assiduité, qualité du travail, résultats",
            "Évaluation — en tirer des ajustements",
            "Évaluation — évaluer le dispositif en fin d'année et proposer la suite",
        ]),
        Fiche(Mission.EnfantsPrecoces, "IMP-EIP", "Référent élèves intellectuellement précoces", Usage,
        [
            "Coordonner l'accueil de ces élèves avec les familles et les partenaires",
            "Aider à bâtir les mesures d'accompagnement",
            "Former et informer les équipes",
            "Mener les entretiens avec les élèves et leurs familles",
            "Participer au groupe départemental des référents",
            "Remettre un rapport annuel au chef d'établissement",
        ]),
        Fiche(Mission.ActionInternationale, "IMP-ERAEI", "Référent action européenne et internationale", Usage,
        [
            "Faire naître et animer les projets de mobilité, d'échange et de partenariat",
            "Faciliter les mobilités d'enseignants et d'élèves",
            "Suivre le volet international du projet d'établissement",
            "Relayer la délégation académique et informer l'équipe des moyens disponibles",
            "Lancer des projets eTwinning ou Erasmus+",
            "Contribuer aux appariements et à la coopération bilatérale",
            "Rendre compte à la délégation des échanges et programmes en cours",
            "Partager les pratiques entre référents",
        ]),
        Fiche(Mission.Egalite, "IMP-EGAL", "Référent égalité filles-garçons et lutte contre les discriminations", Usage,
        [
            "Relier les politiques nationales et académiques à l'établissement",
            "Animer et coordonner les actions",
            "Participer au réseau départemental et académique",
            "Établir le diagnostic de l'établissement",
            "Proposer un axe égalité dans le projet d'établissement",
            "Proposer des partenariats avec des associations",
            "Participer aux instances et à la formation des délégués",
            "Diffuser l'information au-dedans et au-dehors",
        ]),
        Fiche(Mission.EnseignementSuperieur, "IMP-SUP", "Référent enseignement supérieur", Usage,
        [
            "Répondre aux professeurs principaux et de spécialité sur les filières de son domaine",
            "Suivre l'évolution des filières et des conditions d'accès",
            "Signaler les dates utiles : portes ouvertes, forums, inscriptions",
        ]),
        Fiche(Mission.DeveloppementDurable, "IMP-EDD", "Référent éducation au développement durable", Usage,
        [
            "Relier les acteurs de l'établissement autour du développement durable",
            "Suivre les appels à projets et les faire connaître",
            "Préparer et animer le comité de labellisation",
            "Monter les dossiers de labellisation et d'appels à projets",
            "Veiller à la conduite des actions",
            "Faire connaître les actions",
            "Former les éco-délégués et le personnel",
        ]),
        Fiche(Mission.LaboratoireMathematiques, "IMP-LABMATH", "Référent laboratoire de mathématiques", Usage,
        [
            "Coordonner les actions du laboratoire",
            "Gérer le lieu, le matériel et le financement",
            "Mobiliser l'équipe et les partenaires",
            "Tenir le cahier des charges et le tableau de bord",
        ]),
        Fiche(Mission.Partenariats, "IMP-PART", "Partenariats avec des établissements étrangers ou des entreprises", Exemple, []),
        Fiche(Mission.VieLyceenne, "IMP-VIELYC", "Coordination de la vie lycéenne", Exemple, []),
        Fiche(Mission.Chorales, "IMP-CHOR", "Manifestations et rencontres de chorales", Exemple, []),
        Fiche(Mission.Voyages, "IMP-VOY", "Organisation de voyages scolaires", Exemple, []),
        Fiche(Mission.MissionPonctuelle, "IMP-PONCT", "Mission ponctuelle propre à l'établissement", Exemple, []),
        Fiche(Mission.Article7, "IMP-ART7", "Autre mission d'intérêt pédagogique ou éducatif", "type local : le chef d'établissement en fixe les tâches", []),
    ];

    static FicheMission Fiche(Mission mission, string code, string libelle, string sourceContenu, string[] contenu) =>
        new(mission, code, libelle, "art. 7", contenu, [Usuel, Usuel, Usuel, Usuel, Usuel], Textes.Decret("art. 7"),
            sourceContenu, Textes.Rentree2015);
}
