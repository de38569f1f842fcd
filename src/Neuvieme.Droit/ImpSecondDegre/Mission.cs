namespace Neuvieme.Droit.ImpSecondDegre;

/// <summary>Missions d'établissement du second degré : les neuf de l'article 6, puis celles de l'article 7.</summary>
public enum Mission : byte
{
    /// <summary>Fait inconnu.</summary>
    Inconnue,

    /// <summary>Coordination de discipline.</summary>
    Discipline,

    /// <summary>Coordination des activités physiques, sportives et artistiques.</summary>
    Apsa,

    /// <summary>Coordination de cycle.</summary>
    Cycle,

    /// <summary>Coordination de niveau.</summary>
    Niveau,

    /// <summary>Référent culture.</summary>
    Culture,

    /// <summary>Référent numérique.</summary>
    Numerique,

    /// <summary>Référent décrochage scolaire.</summary>
    Decrochage,

    /// <summary>Référent harcèlement scolaire.</summary>
    Harcelement,

    /// <summary>Tutorat des élèves en lycée.</summary>
    Tutorat,

    /// <summary>Coordination de Devoirs faits.</summary>
    DevoirsFaits,

    /// <summary>Référent élèves intellectuellement précoces.</summary>
    EnfantsPrecoces,

    /// <summary>Référent action européenne et internationale.</summary>
    ActionInternationale,

    /// <summary>Référent égalité filles-garçons.</summary>
    Egalite,

    /// <summary>Référent enseignement supérieur.</summary>
    EnseignementSuperieur,

    /// <summary>Référent développement durable.</summary>
    DeveloppementDurable,

    /// <summary>Laboratoire de mathématiques.</summary>
    LaboratoireMathematiques,

    /// <summary>Partenariats.</summary>
    Partenariats,

    /// <summary>Vie lycéenne.</summary>
    VieLyceenne,

    /// <summary>Chorales.</summary>
    Chorales,

    /// <summary>Voyages scolaires.</summary>
    Voyages,

    /// <summary>Mission ponctuelle propre à l'établissement.</summary>
    MissionPonctuelle,

    /// <summary>Type local défini par le chef d'établissement au titre de l'article 7.</summary>
    Article7,
}

/// <summary>Comment une mission admet un taux.</summary>
public enum UsageTaux : byte
{
    /// <summary>Taux courant.</summary>
    Usuel,

    /// <summary>Admis avec une justification.</summary>
    Module,

    /// <summary>Admis à titre exceptionnel, avec une justification.</summary>
    Exceptionnel,

    /// <summary>Réglementaire, mais hors des orientations pour cette mission : justification, et le rectorat le voit.</summary>
    HorsOrientation,

    /// <summary>Jamais admis pour cette mission.</summary>
    Refuse,
}

/// <summary>Le travail que la proposition paierait.</summary>
public enum Travail : byte
{
    /// <summary>Une mission, hors des heures de cours.</summary>
    Mission,

    /// <summary>Des heures de cours.</summary>
    Cours,

    /// <summary>Des heures de coordination et de synthèse d'un EREA, d'une SEGPA ou d'une ULIS.</summary>
    CoordinationSynthese,
}

/// <summary>Ce qu'une académie dit d'un type de mission de l'article 7.</summary>
public enum OrientationAcademique : byte
{
    /// <summary>Rien : le type est ouvert.</summary>
    NonDite,

    /// <summary>À mener d'abord.</summary>
    Prioritaire,

    /// <summary>Ouvert.</summary>
    Admise,

    /// <summary>Écarté, sauf dérogation.</summary>
    Exclue,
}

/// <summary>Forme de reconnaissance de la mission.</summary>
public enum Forme : byte
{
    /// <summary>Indemnité.</summary>
    Imp,

    /// <summary>Allègement du service d'enseignement.</summary>
    Decharge,
}

/// <summary>Durée de la mission.</summary>
public enum Duree : byte
{
    /// <summary>Fait inconnu.</summary>
    Inconnue,

    /// <summary>Toute l'année scolaire : neuf versements.</summary>
    AnneeEntiere,

    /// <summary>Ponctuelle ou sur une partie de l'année : un versement après service fait.</summary>
    Ponctuelle,
}

/// <summary>Niveaux d'enseignement coordonnés, cumulables.</summary>
[Flags]
public enum Niveaux : byte
{
    /// <summary>Aucun.</summary>
    Aucun = 0,

    /// <summary>Sixième.</summary>
    Sixieme = 1,

    /// <summary>Cinquième.</summary>
    Cinquieme = 2,

    /// <summary>Quatrième.</summary>
    Quatrieme = 4,

    /// <summary>Troisième.</summary>
    Troisieme = 8,

    /// <summary>Seconde.</summary>
    Seconde = 16,

    /// <summary>Première.</summary>
    Premiere = 32,

    /// <summary>Terminale.</summary>
    Terminale = 64,
}
