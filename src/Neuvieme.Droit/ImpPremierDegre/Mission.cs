namespace Neuvieme.Droit.ImpPremierDegre;

/// <summary>Les missions que le décret du premier degré reconnaît.</summary>
public enum Mission : byte
{
    /// <summary>Fait inconnu.</summary>
    Inconnue,

    /// <summary>Enseignant référent pour la scolarisation des élèves handicapés.</summary>
    ReferentHandicap,

    /// <summary>Enseignant référent pour les usages du numérique.</summary>
    ReferentNumerique,

    /// <summary>Autre mission d'intérêt pédagogique, définie par l'autorité académique.</summary>
    AutreInteretPedagogique,
}

/// <summary>Où la mission s'exerce.</summary>
public enum Echelon : byte
{
    /// <summary>Fait inconnu.</summary>
    Inconnu,

    /// <summary>L'académie.</summary>
    Academie,

    /// <summary>Le département.</summary>
    Departement,

    /// <summary>La circonscription du premier degré.</summary>
    Circonscription,

    /// <summary>Une école.</summary>
    Ecole,

    /// <summary>Un collège, une SEGPA, un EREA ou un lycée.</summary>
    SecondDegre,
}
