namespace Neuvieme.Droit.Pacte;

using static Nomenclature;

/// <summary>Les missions de l'école, du collège et de tout le second degré.</summary>
static class NomenclatureCommune
{
    internal static readonly FicheMission[] Fiches =
    [
        // Absent de l'annexe 1 : sa place vient des décrets de 2023 et 2024 (contradiction C08).
        Fiche(Mission.RemplacementCourteDuree, "PAC-RCD", "Remplacement de courte durée", Cadre.SecondDegre, Modalite.Heures18, Destinataire.Aucun,
        [
            "Assurer les remplacements de courte durée sur les créneaux de la lettre de mission",
        ], priorite: 1),
        new(Mission.SoutienSixieme, "PAC-SOUT-6E",
            new(new Version<string>(Textes.Rentree2023, Textes.Rentree2025.AddDays(-1), "Soutien ou approfondissement en sixième"),
                new Version<string>(Textes.Rentree2025, null, "Soutien renforcé dans la maîtrise des savoirs fondamentaux")),
            Cadre.College, Modalite.Heures18, 1, Destinataire.ChefEtablissementEtIen,
            [
                "Prendre en charge les élèves pendant les séances",
                "Construire sessions et séances sur les compétences que les équipes ont repérées",
                "Suivre les élèves et évaluer leurs progrès",
                "Prendre part, au besoin, aux réunions d'organisation : groupes, contenus",
                "Se concerter avec les professeurs de français et de mathématiques, bilans pour les conseils de classe compris",
            ], Textes.Rentree2023),
        Fiche(Mission.DevoirsFaits, "PAC-DF", "Devoirs faits au collège", Cadre.College, Modalite.Heures24, Destinataire.ChefEtablissement,
        [
            "Aider les élèves à faire leurs devoirs, en lien avec ce qui est travaillé en classe",
            "Prendre part à la coordination du dispositif et à la vie des groupes",
            "Suivre les élèves et relier le dispositif à leurs professeurs",
        ], priorite: 2),
        Fiche(Mission.SoutienEcole, "PAC-SOUT-ECOLE", "Soutien renforcé à l'école primaire", Cadre.Ecole, Modalite.Heures24, Destinataire.Ien,
        [
            "Apporter un soutien de plus aux élèves dont les savoirs fondamentaux sont fragiles",
            "Tenir informées l'équipe et les familles",
        ]),
        Fiche(Mission.StageDeReussite, "PAC-STAGE", "Stage de réussite et École ouverte", Cadre.Ecole | Cadre.SecondDegre, Modalite.Heures24, Destinataire.IenOuChefEtablissement,
        [
            "Renforcer, entretenir ou reprendre ce qui a été travaillé en classe, selon la période du stage",
            "Pendant l'École ouverte, consolider les connaissances à côté des activités culturelles et sportives d'autres intervenants",
        ]),
        Fiche(Mission.BesoinsParticuliersPremierDegre, "PAC-EBP-1D", "Appui aux élèves à besoins particuliers (premier degré)", Cadre.Ecole, Modalite.Forfait, Destinataire.Ien,
        [
            "Accompagner les équipes de la circonscription dans l'accessibilité des apprentissages",
            "Produire et diffuser des ressources adaptées",
            "Aider, s'il y a lieu, à repérer les besoins et les réponses",
        ]),
        Fiche(Mission.BesoinsParticuliersSecondDegre, "PAC-EBP-2D", "Appui aux élèves à besoins particuliers (second degré)", Cadre.SecondDegre, Modalite.Forfait, Destinataire.ChefEtablissement,
        [
            "Accompagner l'établissement dans l'accessibilité, avec la vie scolaire",
            "Produire et diffuser des ressources adaptées pour l'équipe",
            "Aider, s'il y a lieu, à repérer les besoins et les réponses",
        ]),
        Fiche(Mission.DecouverteMetiersCoordination, "PAC-DM-COORD", "Coordination de la découverte des métiers", Cadre.College, Modalite.Forfait, Destinataire.ChefEtablissement,
        [
            "Concevoir le parcours et veiller à sa cohérence, avec le conseil pédagogique et les professeurs principaux",
            "Mobiliser les entreprises et répondre aux partenaires extérieurs",
        ]),
        Fiche(Mission.DecouverteMetiersIntervention, "PAC-DM-INTERV", "Intervention dans la découverte des métiers", Cadre.College, Modalite.Heures24, Destinataire.ChefEtablissement,
        [
            "Animer les séances auprès des élèves du cycle 4, en lien avec le coordonnateur et les professeurs principaux",
            "Faire connaître les métiers et les formations qui y mènent",
            "Apprendre à s'orienter",
            "Préparer l'accueil des professionnels et les visites, y prendre part",
            "Encadrer les immersions",
        ], attesteeDepuis: Textes.Rentree2025),
        Fiche(Mission.Innovation, "PAC-INNO", "Coordination et prise en charge de projets d'innovation pédagogique", Cadre.Ecole | Cadre.SecondDegre, Modalite.Forfait, Destinataire.Aucun,
        [
            "Concevoir, animer ou coordonner un projet né dans l'école ou l'établissement : Notre école, faisons-la ensemble ; Classes engagées ; projets européens et internationaux",
        ]),
        Fiche(Mission.HarcelementPremierDegre, "PAC-HARC-1D", "Référent harcèlement scolaire (premier degré)", Cadre.Ecole, Modalite.Forfait, Destinataire.Aucun,
        [
            "Diffuser les ressources de prévention du harcèlement et du cyberharcèlement",
            "Aider les équipes à sensibiliser et à se former",
            "Prendre part aux protocoles de prise en charge des situations signalées",
            "Faire le lien avec les référents départementaux et académiques",
        ], attesteeDepuis: Textes.Rentree2025),
    ];
}
