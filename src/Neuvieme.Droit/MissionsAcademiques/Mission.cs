namespace Neuvieme.Droit.MissionsAcademiques;

/// <summary>Les missions que le recteur confie. La liste est indicative, sauf la coordination de district.</summary>
public enum Mission : byte
{
    /// <summary>Fait inconnu.</summary>
    Inconnue,

    /// <summary>Mise en œuvre de partenariats académiques.</summary>
    Partenariats,

    /// <summary>Politique académique de formation.</summary>
    Formation,

    /// <summary>Appui aux corps d'inspection.</summary>
    AppuiInspection,

    /// <summary>Référent culture départemental.</summary>
    CultureDepartemental,

    /// <summary>Référent chorale départemental.</summary>
    ChoraleDepartemental,

    /// <summary>Chargé de mission académique : toute autre mission que le recteur détermine.</summary>
    ChargeDeMission,

    /// <summary>Coordination d'un district de l'Union nationale du sport scolaire.</summary>
    DistrictUnss,
}

/// <summary>Ce qu'une lettre de mission académique doit dire.</summary>
[Flags]
public enum Mentions : byte
{
    /// <summary>Rien.</summary>
    Aucune = 0,

    /// <summary>Contenu de la mission.</summary>
    Contenu = 1,

    /// <summary>Conditions d'exercice.</summary>
    Conditions = 2,

    /// <summary>Charge effective de travail.</summary>
    Charge = 4,

    /// <summary>Objectifs.</summary>
    Objectifs = 8,

    /// <summary>Résultats attendus.</summary>
    Resultats = 16,

    /// <summary>Priorités dans le contexte de l'académie.</summary>
    Priorites = 32,

    /// <summary>Taux de l'IMP.</summary>
    Taux = 64,

    /// <summary>Volume de l'allègement de service, s'il y en a un.</summary>
    Allegement = 128,
}
