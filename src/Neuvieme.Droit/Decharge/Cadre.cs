namespace Neuvieme.Droit.Decharge;

/// <summary>De quelle sorte de mission l'agent est allégé.</summary>
public enum Cadre : byte
{
    /// <summary>Fait inconnu.</summary>
    Inconnu,

    /// <summary>Mission de son établissement : des IMP de l'enveloppe deviennent des heures.</summary>
    Etablissement,

    /// <summary>Mission que le recteur confie.</summary>
    Academique,

    /// <summary>Coordination d'un district UNSS : jamais d'allègement.</summary>
    DistrictUnss,
}
