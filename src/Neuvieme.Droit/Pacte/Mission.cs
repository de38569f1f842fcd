namespace Neuvieme.Droit.Pacte;

/// <summary>Les missions qu'une part fonctionnelle rémunère (annexe 1 de la note de service du 22 septembre 2025, et le remplacement de courte durée).</summary>
public enum Mission
{
    /// <summary>Mission inconnue.</summary>
    Inconnue,

    /// <summary>Remplacement de courte durée.</summary>
    RemplacementCourteDuree,

    /// <summary>Soutien renforcé dans la maîtrise des savoirs fondamentaux, en sixième.</summary>
    SoutienSixieme,

    /// <summary>Devoirs faits au collège.</summary>
    DevoirsFaits,

    /// <summary>Soutien renforcé à l'école primaire.</summary>
    SoutienEcole,

    /// <summary>Stage de réussite et École ouverte.</summary>
    StageDeReussite,

    /// <summary>Appui aux élèves à besoins particuliers, premier degré.</summary>
    BesoinsParticuliersPremierDegre,

    /// <summary>Appui aux élèves à besoins particuliers, second degré.</summary>
    BesoinsParticuliersSecondDegre,

    /// <summary>Coordination de la découverte des métiers.</summary>
    DecouverteMetiersCoordination,

    /// <summary>Intervention dans la découverte des métiers.</summary>
    DecouverteMetiersIntervention,

    /// <summary>Projets d'innovation pédagogique.</summary>
    Innovation,

    /// <summary>Référent harcèlement, premier degré.</summary>
    HarcelementPremierDegre,

    /// <summary>Lycée professionnel : activités optionnelles.</summary>
    ActivitesOptionnelles,

    /// <summary>Lycée professionnel : tutorat d'un groupe d'élèves.</summary>
    TutoratLyceePro,

    /// <summary>Lycée professionnel : prévention du décrochage.</summary>
    DecrochageLyceePro,

    /// <summary>Lycée professionnel : année terminale et France Travail.</summary>
    FranceTravail,

    /// <summary>Lycée professionnel : jeunes sans emploi ni formation après la terminale.</summary>
    AvenirPro,

    /// <summary>Lycée professionnel : lien avec les entreprises.</summary>
    LienEntreprises,

    /// <summary>Lycée professionnel : parcours de consolidation en STS.</summary>
    ConsolidationSts,

    /// <summary>Lycée professionnel : certificats de spécialisation.</summary>
    CertificatsSpecialisation,
}

/// <summary>Comment la part s'accomplit.</summary>
public enum Modalite
{
    /// <summary>Dix-huit heures par part, devant élèves.</summary>
    Heures18,

    /// <summary>Vingt-quatre heures par part, devant élèves.</summary>
    Heures24,

    /// <summary>Engagement annuel au forfait, sans compteur d'heures (contradiction C06 : l'annexe 1 l'emporte).</summary>
    Forfait,
}

/// <summary>Où la mission s'exerce.</summary>
[Flags]
public enum Cadre
{
    /// <summary>Nulle part.</summary>
    Aucun = 0,

    /// <summary>École.</summary>
    Ecole = 1,

    /// <summary>Collège.</summary>
    College = 2,

    /// <summary>Lycée général ou technologique.</summary>
    Lycee = 4,

    /// <summary>Lycée professionnel, ou section professionnelle.</summary>
    LyceeProfessionnel = 8,

    /// <summary>Tout établissement du second degré.</summary>
    SecondDegre = College | Lycee | LyceeProfessionnel,
}

/// <summary>À qui le bilan de fin de mission est remis.</summary>
public enum Destinataire
{
    /// <summary>Aucun bilan n'est demandé par les textes.</summary>
    Aucun,

    /// <summary>Chef d'établissement.</summary>
    ChefEtablissement,

    /// <summary>Inspecteur de la circonscription.</summary>
    Ien,

    /// <summary>Chef d'établissement en lien avec l'inspecteur de la circonscription.</summary>
    ChefEtablissementEtIen,

    /// <summary>L'inspecteur à l'école, le chef d'établissement au collège et au lycée.</summary>
    IenOuChefEtablissement,

    /// <summary>Conseil de classe et communauté éducative.</summary>
    ConseilDeClasse,
}
