namespace Neuvieme.Droit;

/// <summary>Où en est l'accord de l'agent.</summary>
public enum EtatAccord : byte
{
    /// <summary>Pas encore demandé.</summary>
    Absent,

    /// <summary>Demandé, sans réponse.</summary>
    Demande,

    /// <summary>Donné.</summary>
    Donne,

    /// <summary>Décliné.</summary>
    Decline,
}
