namespace Neuvieme.Droit;

/// <summary>Nature d'un établissement, telle que le droit la distingue.</summary>
public enum NatureEtablissement : byte
{
    /// <summary>Fait inconnu.</summary>
    Inconnue,

    /// <summary>Collège, SEGPA comprise.</summary>
    College,

    /// <summary>Lycée d'enseignement général.</summary>
    LyceeGeneral,

    /// <summary>Lycée d'enseignement général et technologique, ou technologique.</summary>
    LyceeGeneralEtTechnologique,

    /// <summary>Lycée polyvalent.</summary>
    LyceePolyvalent,

    /// <summary>Lycée professionnel.</summary>
    LyceeProfessionnel,

    /// <summary>Établissement régional ou lycée d'enseignement adapté.</summary>
    Erea,

    /// <summary>Section d'enseignement professionnel d'un lycée.</summary>
    SectionEnseignementProfessionnel,

    /// <summary>École.</summary>
    PremierDegre,

    /// <summary>Ni école, ni collège, ni lycée.</summary>
    Autre,
}

/// <summary>Secteur de l'établissement.</summary>
public enum Secteur : byte
{
    /// <summary>Fait inconnu.</summary>
    Inconnu,

    /// <summary>Public.</summary>
    Public,

    /// <summary>Privé sous contrat d'association ou simple.</summary>
    PriveSousContrat,

    /// <summary>Privé hors contrat.</summary>
    PriveHorsContrat,
}

/// <summary>Appartenance à l'éducation prioritaire.</summary>
public enum EducationPrioritaire : byte
{
    /// <summary>Fait inconnu.</summary>
    Inconnue,

    /// <summary>Hors éducation prioritaire.</summary>
    Aucune,

    /// <summary>REP.</summary>
    Rep,

    /// <summary>REP+.</summary>
    RepPlus,
}

/// <summary>Lecture des codes nationaux de nature d'établissement.</summary>
public static class NaturesEtablissement
{
    extension(NatureEtablissement)
    {
        /// <summary>La nature d'un code à trois chiffres du répertoire national ; <see cref="NatureEtablissement.Inconnue"/> sans code, <see cref="NatureEtablissement.Autre"/> pour un code qui ne désigne ni école, ni collège, ni lycée.</summary>
        public static NatureEtablissement DeCode(string? code) => code?.Trim() switch
        {
            null or "" => NatureEtablissement.Inconnue,
            "340" or "350" or "352" or "390" => NatureEtablissement.College,
            "302" => NatureEtablissement.LyceeGeneral,
            "300" or "301" or "310" or "312" or "335" or "400" => NatureEtablissement.LyceeGeneralEtTechnologique,
            "306" => NatureEtablissement.LyceePolyvalent,
            "320" => NatureEtablissement.LyceeProfessionnel,
            "334" => NatureEtablissement.SectionEnseignementProfessionnel,
            "370" => NatureEtablissement.Erea,
            "101" or "103" or "111" or "151" or "152" or "153" or "160" or "162" or "169" or "170" => NatureEtablissement.PremierDegre,
            _ => NatureEtablissement.Autre,
        };
    }
}

/// <summary>Ce que la nature d'un établissement permet de savoir.</summary>
public static class DegreEtablissement
{
    extension(NatureEtablissement nature)
    {
        /// <summary>Vrai pour tous les lycées, sections professionnelles comprises ; l'EREA est à part.</summary>
        public bool EstLycee => nature is NatureEtablissement.LyceeGeneral or NatureEtablissement.LyceeGeneralEtTechnologique
            or NatureEtablissement.LyceePolyvalent or NatureEtablissement.LyceeProfessionnel or NatureEtablissement.SectionEnseignementProfessionnel;

        /// <summary>Vrai pour un établissement du second degré.</summary>
        public bool EstSecondDegre => nature.EstLycee || nature is NatureEtablissement.College or NatureEtablissement.Erea;
    }
}
