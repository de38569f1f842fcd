using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Personnels.Importer;

namespace Neuvieme.Fonctions.Rentree;

/// <summary>Une attribution prévue, telle que la répartition la décrit.</summary>
sealed record LigneRepartition
{
    public required int Ligne { get; init; }
    public TypeSts? Type { get; init; }
    public required string Id { get; init; }
    public required string Nom { get; init; }
    public required string Prenom { get; init; }
    public required FicheMission Fiche { get; init; }
    public required string Intitule { get; init; }
    public Montant? Montant { get; init; }
    public Duree Duree { get; init; }
    public DateOnly? Debut { get; init; }
    public DateOnly? Fin { get; init; }
    public DateOnly? ServiceFaitLe { get; init; }
    public required string Justification { get; init; }
    public EtatAccord Accord { get; init; }
    public DateOnly? AccordLe { get; init; }
    public DateOnly? AvisConseilPedagogique { get; init; }
    public DateOnly? AvisConseilAdministration { get; init; }
    public Niveaux Niveaux { get; init; }
    public int? Heures { get; init; }
    public required IReadOnlyList<string> Contenu { get; init; }
    /// <summary>Les lignes qui portent le même mot se partagent une mission.</summary>
    public required string Partage { get; init; }
    public required string Reference { get; init; }
    public bool? DechargeMemeMission { get; init; }
    public bool? CpgeComplet { get; init; }
    public bool? Technologie { get; init; }
    public bool? EquipementsPartages { get; init; }
    public bool? ProjetCycle { get; init; }
    public bool? AppreciationNumerique { get; init; }
    public bool? AmpleurDecrochage { get; init; }
    public bool? LienProjet { get; init; }
}
