using System.Runtime.InteropServices;

namespace Neuvieme.Droit.ImpSecondDegre;

/// <summary>Les faits d'une attribution. Un fait absent (<see langword="null"/>, « Inconnu ») n'est jamais deviné : s'il est nécessaire, la décision est incomplète.</summary>
/// <remarks>La quotité de temps partiel n'est pas un fait : le taux ne se proratise pas.</remarks>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Situation
{
    /// <summary>Jour où le droit est lu.</summary>
    public DateOnly Date { get; init; }

    /// <summary>Jour présent : un acte daté d'après lui n'a pas encore eu lieu ; à défaut, c'est <see cref="Date"/>.</summary>
    public DateOnly? Aujourdhui { get; init; }

    /// <summary>Année scolaire de la mission.</summary>
    public AnneeScolaire Annee { get; init; }

    /// <summary>La mission.</summary>
    public Mission Mission { get; init; }

    /// <summary>Le travail à payer ; une mission par défaut.</summary>
    public Travail Travail { get; init; }

    /// <summary>Indemnité ou décharge.</summary>
    public Forme Forme { get; init; }

    /// <summary>Montant annuel brut proposé.</summary>
    public Montant? Montant { get; init; }

    /// <summary>Année entière ou ponctuelle.</summary>
    public Duree Duree { get; init; }

    /// <summary>Premier jour de la mission, s'il est fixé.</summary>
    public DateOnly? Debut { get; init; }

    /// <summary>Dernier jour de la mission, s'il est fixé.</summary>
    public DateOnly? Fin { get; init; }

    /// <summary>Une justification écrite accompagne la proposition.</summary>
    public bool JustificationPresente { get; init; }

    /// <summary>La justification invoque le titre exceptionnel.</summary>
    public bool TitreExceptionnel { get; init; }

    /// <summary>Nature de l'établissement où la mission est tenue : elle décide du degré.</summary>
    public NatureEtablissement Nature { get; init; }

    /// <summary>Secteur de l'établissement.</summary>
    public Secteur Secteur { get; init; }

    /// <summary>Éducation prioritaire.</summary>
    public EducationPrioritaire EducationPrioritaire { get; init; }

    /// <summary>Fonction de l'agent dans l'établissement.</summary>
    public Fonction Fonction { get; init; }

    /// <summary>Corps de l'agent ; un corps inconnu n'empêche pas de décider.</summary>
    public Corps Corps { get; init; }

    /// <summary>L'agent exerce dans l'établissement, complément de service compris.</summary>
    public bool? AffecteDansEtablissement { get; init; }

    /// <summary>L'agent fait tout son service en classes préparatoires ; demandé seulement là où il peut y en avoir.</summary>
    public bool? ServiceCompletCpge { get; init; }

    /// <summary>L'agent a une décharge de service pour cette même mission.</summary>
    public bool? DechargeMemeMission { get; init; }

    /// <summary>Accord de l'agent.</summary>
    public EtatAccord Accord { get; init; }

    /// <summary>Jour de la réponse de l'agent.</summary>
    public DateOnly? AccordLe { get; init; }

    /// <summary>Jour de l'avis du conseil pédagogique.</summary>
    public DateOnly? AvisConseilPedagogique { get; init; }

    /// <summary>Jour de l'avis du conseil d'administration.</summary>
    public DateOnly? AvisConseilAdministration { get; init; }

    /// <summary>Privé sous contrat : jour où tous les enseignants ont été informés de la répartition.</summary>
    public DateOnly? EnseignantsInformesLe { get; init; }

    /// <summary>Nombre d'enseignants d'EPS exerçant dans l'établissement.</summary>
    public int? EnseignantsEps { get; init; }

    /// <summary>Heures hebdomadaires d'EPS en centièmes d'heure, forfait d'association sportive compris, hors heures supplémentaires.</summary>
    public int? HeuresEpsCentiemes { get; init; }

    /// <summary>Heures supplémentaires années d'EPS, en centièmes d'heure.</summary>
    public int? HeuresSupplementairesEpsCentiemes { get; init; }

    /// <summary>Équivalents temps plein d'EPS, en centièmes.</summary>
    public int? EtpEpsCentiemes { get; init; }

    /// <summary>Niveaux coordonnés.</summary>
    public Niveaux Niveaux { get; init; }

    /// <summary>Nombre d'enseignants de la discipline coordonnée ; sans lui, la priorité ne se juge pas.</summary>
    public int? EnseignantsDiscipline { get; init; }

    /// <summary>Nombre de professeurs de technologie.</summary>
    public int? ProfesseursTechnologie { get; init; }

    /// <summary>Les équipements de technologie servent à plusieurs professeurs.</summary>
    public bool? EquipementsPartages { get; init; }

    /// <summary>La discipline coordonnée est la technologie.</summary>
    public bool EstTechnologie { get; init; }

    /// <summary>Un projet pédagogique de cycle existe et crée une charge de coordination.</summary>
    public bool? ProjetDeCycle { get; init; }

    /// <summary>L'usage, l'équipement et la charge numériques ont été appréciés.</summary>
    public bool? AppreciationNumerique { get; init; }

    /// <summary>L'ampleur du décrochage dans l'établissement justifie un référent.</summary>
    public bool? AmpleurDecrochage { get; init; }

    /// <summary>La mission se rattache au projet d'établissement.</summary>
    public bool? LienProjetEtablissement { get; init; }

    /// <summary>Ce que l'académie a dit de ce type de mission de l'article 7.</summary>
    public OrientationAcademique OrientationAcademique { get; init; }

    /// <summary>Une mission de l'article 6 dont le besoin est établi n'est pas prévue dans l'établissement.</summary>
    public bool? Article6NonPourvue { get; init; }

    /// <summary>Heures estimées pour la mission entière.</summary>
    public int? HeuresEstimees { get; init; }

    /// <summary>Enveloppe notifiée à l'établissement.</summary>
    public Quotite? EnveloppeNotifiee { get; init; }

    /// <summary>Déjà engagé sur l'enveloppe, sans cette attribution.</summary>
    public Quotite? EnveloppeEngagee { get; init; }

    /// <summary>Jour où le service fait d'une mission ponctuelle est attesté.</summary>
    public DateOnly? ServiceFaitLe { get; init; }

    /// <summary>Jour de la validation par le recteur.</summary>
    public DateOnly? ValideeLe { get; init; }

    /// <summary>Somme de toutes les parts quand la mission est partagée, celle-ci comprise.</summary>
    public Montant? SommePartsMission { get; init; }

    /// <summary>Nombre d'agents qui se partagent la mission.</summary>
    public int? Titulaires { get; init; }

    internal DateOnly JourPresent => Aujourdhui ?? Date;

    internal DatesDeMission Dates => new(Annee, JourPresent)
    {
        Duree = Duree, Debut = Debut, Fin = Fin, ServiceFaitLe = ServiceFaitLe, ConfieeLe = DatesDeMission.Confiee(Accord, AccordLe, ValideeLe, lettreLe: null, JourPresent),
    };

    /// <summary>Vrai d'un jour qui n'est ni de l'année scolaire de la mission, ni de la précédente, où elle se prépare.</summary>
    internal bool EstAutreAnnee(DateOnly? jour) => jour is { } j && Dates.EstAutreAnnee(j);
}
