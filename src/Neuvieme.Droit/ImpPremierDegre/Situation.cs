using System.Runtime.InteropServices;
using Neuvieme.Droit.ImpSecondDegre;

namespace Neuvieme.Droit.ImpPremierDegre;

/// <summary>Les faits d'une IMP du premier degré. Un fait absent n'est jamais deviné : s'il est nécessaire, la décision est incomplète.</summary>
/// <remarks>Ni avis de conseil, ni enveloppe d'établissement : le décret du premier degré ne passe ni par l'un ni par l'autre.</remarks>
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

    /// <summary>L'autorité académique a défini la mission ; demandé seulement hors des deux missions nommées.</summary>
    public bool? DefinieParAutorite { get; init; }

    /// <summary>Montant annuel brut proposé.</summary>
    public Montant? Montant { get; init; }

    /// <summary>Où la mission s'exerce : le degré de l'établissement décide du texte.</summary>
    public Echelon Echelon { get; init; }

    /// <summary>Secteur où l'agent exerce.</summary>
    public Secteur Secteur { get; init; }

    /// <summary>Corps de l'agent : il ouvre droit.</summary>
    public Corps Corps { get; init; }

    /// <summary>Accord de l'agent.</summary>
    public EtatAccord Accord { get; init; }

    /// <summary>Jour de la réponse de l'agent.</summary>
    public DateOnly? AccordLe { get; init; }

    /// <summary>Jour de la lettre de mission.</summary>
    public DateOnly? LettreLe { get; init; }

    /// <summary>Qui a décidé.</summary>
    public Autorite DecideePar { get; init; }

    /// <summary>Jour de la décision ; elle suit l'accord et la lettre (décret n° 2017-965).</summary>
    public DateOnly? DecideeLe { get; init; }

    /// <summary>L'agent reçoit une autre indemnité pour les mêmes fonctions.</summary>
    public bool? AutreIndemniteMemesFonctions { get; init; }

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
