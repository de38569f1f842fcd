using System.Runtime.InteropServices;
using Neuvieme.Droit.ImpSecondDegre;

namespace Neuvieme.Droit.MissionsAcademiques;

/// <summary>Les faits d'une mission académique. Un fait absent n'est jamais deviné : s'il est nécessaire, la décision est incomplète.</summary>
/// <remarks>Aucun avis de conseil : le recteur détermine la mission et désigne l'agent lui-même.</remarks>
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

    /// <summary>La mission demande des compétences pédagogiques ou éducatives ; sans objet pour un district.</summary>
    public bool? CompetencesPedagogiques { get; init; }

    /// <summary>Montant annuel brut proposé à l'agent ; sa part si la coordination du district est partagée.</summary>
    public Montant? Montant { get; init; }

    /// <summary>Allègement de service de l'agent pour cette même mission, en centièmes d'heure hebdomadaire, de 0 (aucun) à 2 400 ; demandé, sauf à un CPE, parce que la lettre l'écrit (circulaire n° 2015-058, I et III).</summary>
    public int? AllegementCentiemes { get; init; }

    /// <summary>Nature de l'établissement où l'agent exerce : elle décide du décret.</summary>
    public NatureEtablissement Nature { get; init; }

    /// <summary>Secteur de cet établissement.</summary>
    public Secteur Secteur { get; init; }

    /// <summary>Fonction de l'agent.</summary>
    public Fonction Fonction { get; init; }

    /// <summary>Corps de l'agent ; un corps inconnu n'empêche pas de décider.</summary>
    public Corps Corps { get; init; }

    /// <summary>L'agent fait tout son service en classes préparatoires ; demandé seulement là où il peut y en avoir.</summary>
    public bool? ServiceCompletCpge { get; init; }

    /// <summary>District : l'agent enseigne l'EPS ; un corps d'EPS le dit déjà.</summary>
    public bool? EnseigneEps { get; init; }

    /// <summary>District : taux fixé pour lui.</summary>
    public Montant? TauxDistrict { get; init; }

    /// <summary>District : nombre de coordonnateurs, celui-ci compris.</summary>
    public int? Titulaires { get; init; }

    /// <summary>District partagé : somme de toutes les parts, celle-ci comprise.</summary>
    public Montant? SommeParts { get; init; }

    /// <summary>District non partagé : un autre agent le coordonne déjà cette année.</summary>
    public bool? DistrictDejaPourvu { get; init; }

    /// <summary>Accord de l'agent.</summary>
    public EtatAccord Accord { get; init; }

    /// <summary>Jour de la réponse de l'agent.</summary>
    public DateOnly? AccordLe { get; init; }

    /// <summary>Jour de la lettre de mission.</summary>
    public DateOnly? LettreLe { get; init; }

    /// <summary>Ce que dit la lettre.</summary>
    public Mentions Mentions { get; init; }

    /// <summary>Qui a signé la lettre pour l'administration.</summary>
    public Autorite LettreSigneePar { get; init; }

    /// <summary>L'agent a signé la lettre.</summary>
    public bool? LettreSigneeParAgent { get; init; }

    /// <summary>Qui a décidé.</summary>
    public Autorite DecideePar { get; init; }

    /// <summary>Jour de la décision.</summary>
    public DateOnly? DecideeLe { get; init; }

    /// <summary>Enveloppe de l'académie ouverte aux missions académiques.</summary>
    public Quotite? EnveloppeNotifiee { get; init; }

    /// <summary>Déjà engagé sur cette enveloppe, sans cette mission.</summary>
    public Quotite? EnveloppeEngagee { get; init; }

    /// <summary>Année entière ou ponctuelle.</summary>
    public Duree Duree { get; init; }

    /// <summary>Premier jour de la mission, s'il est fixé.</summary>
    public DateOnly? Debut { get; init; }

    /// <summary>Dernier jour de la mission, s'il est fixé.</summary>
    public DateOnly? Fin { get; init; }

    /// <summary>Jour où le service fait d'une mission ponctuelle est attesté.</summary>
    public DateOnly? ServiceFaitLe { get; init; }

    DatesDeMission IDatee.Dates => Dates;

    internal DatesDeMission Dates => new(Annee, Aujourdhui ?? Date)
    {
        Duree = Duree, Debut = Debut, Fin = Fin, ServiceFaitLe = ServiceFaitLe, ConfieeLe = DatesDeMission.Confiee(Accord, AccordLe, DecideeLe, LettreLe, Aujourdhui ?? Date),
    };
}
