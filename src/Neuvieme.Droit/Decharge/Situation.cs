using System.Runtime.InteropServices;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Droit.MissionsAcademiques;

namespace Neuvieme.Droit.Decharge;

/// <summary>Les faits d'une décharge de service. Un fait absent n'est jamais deviné : s'il est nécessaire, la décision est incomplète.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Situation : IDatee
{
    /// <summary>Jour où le droit est lu.</summary>
    public DateOnly Date { get; init; }

    /// <summary>Jour présent : un acte daté d'après lui n'a pas encore eu lieu ; à défaut, c'est <see cref="Date"/>.</summary>
    public DateOnly? Aujourdhui { get; init; }

    /// <summary>Année scolaire de la mission.</summary>
    public AnneeScolaire Annee { get; init; }

    /// <summary>Établissement, académie ou district.</summary>
    public Cadre Cadre { get; init; }

    /// <summary>Heures hebdomadaires d'enseignement allégées, en centièmes d'heure.</summary>
    public int? HeuresCentiemes { get; init; }

    /// <summary>Premier jour de l'allègement ; demandé seulement si rien n'établit qu'il était confié le 30 septembre (contradiction C37).</summary>
    public DateOnly? Debut { get; init; }

    /// <summary>IMP que l'agent reçoit pour cette même mission ; zéro s'il n'en reçoit pas. Exclue en établissement (décret n° 2015-475, art. 1, al. 2) ; pour une mission académique, un des cinq taux (art. 5, al. 2).</summary>
    public Montant? ImpMemeMission { get; init; }

    /// <summary>Nature de l'établissement où l'agent exerce.</summary>
    public NatureEtablissement Nature { get; init; }

    /// <summary>Secteur de cet établissement.</summary>
    public Secteur Secteur { get; init; }

    /// <summary>Fonction de l'agent.</summary>
    public Fonction Fonction { get; init; }

    /// <summary>Corps de l'agent : celui d'un PEGC fonde l'allègement sur un autre statut.</summary>
    public Corps Corps { get; init; }

    /// <summary>L'agent fait tout son service en classes préparatoires ; demandé seulement là où il peut y en avoir.</summary>
    public bool? ServiceCompletCpge { get; init; }

    /// <summary>Accord de l'agent.</summary>
    public EtatAccord Accord { get; init; }

    /// <summary>Jour de la réponse de l'agent.</summary>
    public DateOnly? AccordLe { get; init; }

    /// <summary>Établissement public : jour où le conseil d'administration a proposé l'allègement.</summary>
    public DateOnly? PropositionCaLe { get; init; }

    /// <summary>Établissement public : jour où le chef d'établissement a saisi l'IA-DASEN.</summary>
    public DateOnly? DemandeDasenLe { get; init; }

    /// <summary>Établissement privé sous contrat : jour où tous les enseignants ont été informés de la répartition.</summary>
    public DateOnly? EnseignantsInformesLe { get; init; }

    /// <summary>Mission académique : jour de la lettre de mission (décret n° 2015-475, art. 5, al. 1) ; sans objet ailleurs.</summary>
    public DateOnly? LettreLe { get; init; }

    /// <summary>Mission académique : ce que dit la lettre (circulaire n° 2015-058, I et III) ; le volume de l'allègement y est toujours exigé.</summary>
    public Mentions Mentions { get; init; }

    /// <summary>Mission académique : qui a signé la lettre pour l'administration (circulaire n° 2015-058, III).</summary>
    public Autorite LettreSigneePar { get; init; }

    /// <summary>Mission académique : l'agent a signé la lettre (circulaire n° 2015-058, III).</summary>
    public bool? LettreSigneeParAgent { get; init; }

    /// <summary>Qui a décidé.</summary>
    public Autorite DecideePar { get; init; }

    /// <summary>Jour de la décision.</summary>
    public DateOnly? DecideeLe { get; init; }

    /// <summary>Enveloppe d'IMP notifiée à l'établissement, avant conversion.</summary>
    public Quotite? EnveloppeNotifiee { get; init; }

    /// <summary>Déjà engagé sur cette enveloppe, conversions précédentes comprises, sans celle-ci.</summary>
    public Quotite? EnveloppeEngagee { get; init; }

    DatesDeMission IDatee.Dates => Dates;

    internal DatesDeMission Dates => new(Annee, Aujourdhui ?? Date)
    {
        Duree = Duree.AnneeEntiere, Debut = Debut, ConfieeLe = DatesDeMission.Confiee(Accord, AccordLe, DecideeLe, LettreLe, Aujourdhui ?? Date),
    };
}
