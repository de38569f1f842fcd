namespace Neuvieme.Droit;

/// <summary>Ce que l'agent fait dans l'établissement.</summary>
public enum Fonction : byte
{
    /// <summary>Fait inconnu.</summary>
    Inconnue,

    /// <summary>Enseigne.</summary>
    Enseignant,

    /// <summary>Professeur documentaliste.</summary>
    Documentaliste,

    /// <summary>Conseiller principal d'éducation.</summary>
    Cpe,

    /// <summary>Personnel de direction.</summary>
    Direction,

    /// <summary>Toute autre fonction : AED, AESH, administratif, santé, PsyEN…</summary>
    Autre,
}

/// <summary>Corps ou statut de l'agent.</summary>
public enum Corps : byte
{
    /// <summary>Fait inconnu.</summary>
    Inconnu,

    /// <summary>Professeur agrégé.</summary>
    Agrege,

    /// <summary>Professeur certifié.</summary>
    Certifie,

    /// <summary>Professeur d'éducation physique et sportive.</summary>
    Peps,

    /// <summary>Chargé d'enseignement d'EPS.</summary>
    ChargeEnseignementEps,

    /// <summary>Professeur de lycée professionnel.</summary>
    Plp,

    /// <summary>Professeur d'enseignement général de collège.</summary>
    Pegc,

    /// <summary>Conseiller principal d'éducation.</summary>
    Cpe,

    /// <summary>Professeur des écoles.</summary>
    ProfesseurDesEcoles,

    /// <summary>Instituteur.</summary>
    Instituteur,

    /// <summary>Professeur de chaires supérieures.</summary>
    ChaireSuperieure,

    /// <summary>Adjoint d'enseignement.</summary>
    AdjointEnseignement,

    /// <summary>Psychologue de l'Éducation nationale.</summary>
    PsyEn,

    /// <summary>Agent contractuel.</summary>
    Contractuel,

    /// <summary>Maître auxiliaire.</summary>
    MaitreAuxiliaire,

    /// <summary>Personnel de direction.</summary>
    Direction,

    /// <summary>Autre corps.</summary>
    Autre,
}
