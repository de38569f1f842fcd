namespace Neuvieme.Droit.Pacte;

using static Nomenclature;

/// <summary>Les huit actions du Pacte en lycée professionnel (annexe 1, voie professionnelle).</summary>
static class NomenclatureLyceePro
{
    internal static readonly FicheMission[] Fiches =
    [
        Fiche(Mission.ActivitesOptionnelles, "LP-OPT", "Activités optionnelles", Cadre.LyceeProfessionnel, Modalite.Heures24, Destinataire.Aucun,
        [
            "Animer une activité que l'élève choisit (code, entrepreneuriat, seconde langue, éloquence, philosophie…), en plus de son emploi du temps et sans évaluation à l'examen",
            "Un élève en suit deux au plus",
        ]),
        Fiche(Mission.TutoratLyceePro, "LP-TUT", "Tutorat d'un groupe d'élèves", Cadre.LyceeProfessionnel, Modalite.Forfait, Destinataire.ConseilDeClasse,
        [
            "Suivre et conseiller chaque élève du groupe",
            "Adapter l'accompagnement à ses résultats et à ses progrès",
            "Aider à l'orientation avec l'équipe, la famille et le psychologue",
            "Dresser un bilan pour le conseil de classe",
        ]),
        Fiche(Mission.DecrochageLyceePro, "LP-DECR", "Repérage et prise en charge des élèves en voie de décrochage", Cadre.LyceeProfessionnel, Modalite.Forfait, Destinataire.ChefEtablissement,
        [
            "Repérer au plus tôt les élèves en voie de décrochage",
            "Réunir le groupe de prévention et choisir les réponses",
            "Veiller à ce qu'elles soient mises en œuvre et suivre les élèves",
            "Travailler avec la mission de lutte contre le décrochage et le CIO",
        ]),
        Fiche(Mission.FranceTravail, "LP-FT", "Année terminale et France Travail", Cadre.LyceeProfessionnel, Modalite.Forfait, Destinataire.ChefEtablissement,
        [
            "Coordonner les interventions de France Travail et leur calendrier",
            "Relier ses conseillers aux équipes",
            "Suivre les jeunes des ateliers avec leur professeur principal",
        ], attesteeDepuis: Textes.Rentree2025),
        Fiche(Mission.AvenirPro, "LP-AVENIR", "Jeunes sans emploi ni formation après la terminale (Avenir pro +)", Cadre.LyceeProfessionnel, Modalite.Forfait, Destinataire.ChefEtablissement,
        [
            "Cerner les besoins selon le projet d'insertion ou d'études",
            "Bâtir des parcours personnalisés : recherche d'emploi, consolidation",
            "Les coordonner avec les acteurs locaux de l'emploi et de la formation",
        ], attesteeDepuis: Textes.Rentree2025),
        Fiche(Mission.LienEntreprises, "LP-ENTR", "Lien entre l'établissement et les entreprises", Cadre.LyceeProfessionnel, Modalite.Forfait, Destinataire.ChefEtablissement,
        [
            "Aider les tuteurs de stage à accueillir et à évaluer un élève",
            "Entretenir et développer les partenariats, avec le bureau des entreprises",
        ]),
        Fiche(Mission.ConsolidationSts, "LP-STS", "Parcours de consolidation en STS", Cadre.LyceeProfessionnel, Modalite.Heures24, Destinataire.ChefEtablissement,
        [
            "Renforcer les disciplines et la méthode, en groupes réduits, devant étudiants",
            "Pour au moins un enseignant par établissement, consacrer tout ou partie des heures à coordonner",
        ], depuis: Textes.Rentree2024),
        Fiche(Mission.CertificatsSpecialisation, "LP-CS", "Enseignement en certificat de spécialisation", Cadre.LyceeProfessionnel, Modalite.Heures24, Destinataire.Aucun,
        [
            "Enseigner devant élèves, pour les seules heures qui ne comptent ni dans le service ni en heures supplémentaires",
        ]),
    ];
}
