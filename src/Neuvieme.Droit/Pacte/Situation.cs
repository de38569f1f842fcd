using System.Runtime.InteropServices;

namespace Neuvieme.Droit.Pacte;

/// <summary>Les faits d'une part fonctionnelle. Un fait absent n'est jamais deviné : s'il est nécessaire, la décision est incomplète.</summary>
/// <remarks>La quotité de temps partiel n'est pas un fait : la part ne se proratise pas (note de service du 20 juillet 2023).</remarks>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Situation : IDatee
{
    /// <summary>Jour où le droit est lu.</summary>
    public DateOnly Date { get; init; }

    /// <summary>Jour présent : un acte daté d'après lui n'a pas encore eu lieu ; à défaut, c'est <see cref="Date"/>.</summary>
    public DateOnly? Aujourdhui { get; init; }

    /// <summary>Année scolaire de la mission.</summary>
    public AnneeScolaire Annee { get; init; }

    /// <summary>La mission.</summary>
    public Mission Mission { get; init; }

    /// <summary>Nombre de demi-parts : 1 pour une demi-part, 2 pour une part entière, 5 pour deux parts et demie.</summary>
    public int? DemiParts { get; init; }

    /// <summary>C'est la première mission du Pacte que l'agent prend cette année ; sans effet dans le premier degré.</summary>
    public bool? PremiereMission { get; init; }

    /// <summary>Demi-parts que l'agent tient déjà cette année, toutes missions comprises.</summary>
    public int DemiPartsDejaTenues { get; init; }

    /// <summary>Nature de l'établissement où la mission s'exerce : elle décide du degré, même pour un professeur des écoles.</summary>
    public NatureEtablissement Nature { get; init; }

    /// <summary>Secteur de l'établissement.</summary>
    public Secteur Secteur { get; init; }

    /// <summary>Fonction de l'agent.</summary>
    public Fonction Fonction { get; init; }

    /// <summary>Corps de l'agent.</summary>
    public Corps Corps { get; init; }

    /// <summary>L'agent est stagiaire.</summary>
    public bool? Stagiaire { get; init; }

    /// <summary>Où en est son accord.</summary>
    public EtatAccord Accord { get; init; }

    /// <summary>Jour de son accord.</summary>
    public DateOnly? AccordLe { get; init; }

    /// <summary>L'agent reçoit déjà une indemnité ou une autre rémunération pour le même travail.</summary>
    public bool? AutreRemunerationMemeMission { get; init; }

    /// <summary>Pour un certificat de spécialisation : ces heures comptent déjà dans le service ou en heures supplémentaires.</summary>
    public bool? HeuresDejaComptees { get; init; }

    /// <summary>Parcours de consolidation en STS : une partie des heures va à la coordination.</summary>
    public bool CoordinationSts { get; init; }

    /// <summary>L'agent est l'enseignant que l'établissement désigne pour cette coordination.</summary>
    public bool? DesigneCoordonnateurSts { get; init; }

    /// <summary>Demi-parts notifiées à l'établissement pour le niveau de priorité de la mission.</summary>
    public int? DotationDuNiveau { get; init; }

    /// <summary>Demi-parts déjà engagées à ce niveau, sans celle-ci.</summary>
    public int? EngageAuNiveau { get; init; }

    /// <summary>Demi-parts des niveaux plus prioritaires encore à pourvoir.</summary>
    public int? ResteNiveauxPrioritaires { get; init; }

    /// <summary>Demi-parts notifiées, tous niveaux compris.</summary>
    public int? DotationTotale { get; init; }

    /// <summary>Demi-parts de remplacement de courte durée notifiées.</summary>
    public int? DotationRcd { get; init; }

    /// <summary>Jour où tous les maîtres ont été consultés et informés, dans le privé sous contrat.</summary>
    public DateOnly? EnseignantsInformesLe { get; init; }

    DatesDeMission IDatee.Dates => new(Annee, Aujourdhui ?? Date);
}
