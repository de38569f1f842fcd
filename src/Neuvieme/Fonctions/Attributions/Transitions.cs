namespace Neuvieme.Fonctions.Attributions;

public enum EtatAttribution { EnPreparation, AccordDemande, AccordDonne, AccordDecline, Proposee, ARectifier, Validee, Refusee }

public enum ActionAttribution { DemanderAccord, Accorder, Decliner, Reprendre, Proposer, Renvoyer, Valider, Refuser, Revenir, DemanderModification, Reconsiderer }

/// <summary>Le seul tableau des passages permis : chef → agent (accord, décret art. 1er et 6) → chef (proposition, art. 9) → recteur.</summary>
public static class Transitions
{
    static readonly Dictionary<(EtatAttribution, ActionAttribution), EtatAttribution> Table = new()
    {
        [(EtatAttribution.EnPreparation, ActionAttribution.DemanderAccord)] = EtatAttribution.AccordDemande,
        [(EtatAttribution.AccordDemande, ActionAttribution.Accorder)] = EtatAttribution.AccordDonne,
        [(EtatAttribution.AccordDemande, ActionAttribution.Decliner)] = EtatAttribution.AccordDecline,
        [(EtatAttribution.AccordDemande, ActionAttribution.DemanderModification)] = EtatAttribution.EnPreparation,
        [(EtatAttribution.AccordDemande, ActionAttribution.Reprendre)] = EtatAttribution.EnPreparation,
        // Tant que rien n'est proposé, la personne dispose de son accord ; l'enveloppe reste réservée pour elle.
        [(EtatAttribution.AccordDonne, ActionAttribution.Reconsiderer)] = EtatAttribution.AccordDemande,
        [(EtatAttribution.AccordDonne, ActionAttribution.Reprendre)] = EtatAttribution.EnPreparation,
        [(EtatAttribution.AccordDecline, ActionAttribution.Reprendre)] = EtatAttribution.EnPreparation,
        [(EtatAttribution.AccordDonne, ActionAttribution.Proposer)] = EtatAttribution.Proposee,
        [(EtatAttribution.ARectifier, ActionAttribution.Proposer)] = EtatAttribution.Proposee,
        [(EtatAttribution.ARectifier, ActionAttribution.Reprendre)] = EtatAttribution.EnPreparation,
        [(EtatAttribution.Refusee, ActionAttribution.Reprendre)] = EtatAttribution.EnPreparation,
        [(EtatAttribution.Proposee, ActionAttribution.Renvoyer)] = EtatAttribution.ARectifier,
        [(EtatAttribution.Proposee, ActionAttribution.Valider)] = EtatAttribution.Validee,
        [(EtatAttribution.Proposee, ActionAttribution.Refuser)] = EtatAttribution.Refusee,
        [(EtatAttribution.Validee, ActionAttribution.Revenir)] = EtatAttribution.Proposee,
        [(EtatAttribution.Refusee, ActionAttribution.Revenir)] = EtatAttribution.Proposee,
        [(EtatAttribution.ARectifier, ActionAttribution.Revenir)] = EtatAttribution.Proposee,
    };

    public static EtatAttribution? Suivant(EtatAttribution etat, ActionAttribution action) =>
        Table.TryGetValue((etat, action), out var suivant) ? suivant : null;

    public static string Explication(EtatAttribution etat, ActionAttribution action) =>
        $"Impossible de {Verbe(action)} : l’attribution est maintenant « {etat.Libelle()} ». Quelqu’un l’a peut-être déjà fait ; rechargez la page.";

    /// <summary>Ce que l'enveloppe tient pour engagé : dès que l'accord est demandé, et jusqu'au refus.</summary>
    public static bool Engage(this EtatAttribution etat) =>
        etat is EtatAttribution.AccordDemande or EtatAttribution.AccordDonne or EtatAttribution.Proposee
            or EtatAttribution.ARectifier or EtatAttribution.Validee;

    public static bool AUnAccord(this EtatAttribution etat) =>
        etat is EtatAttribution.AccordDonne or EtatAttribution.Proposee or EtatAttribution.ARectifier or EtatAttribution.Validee;

    /// <summary>L'état tel que peut le lire qui n'a pas demandé l'accord : un refus ne se distingue pas d'une réponse attendue.</summary>
    public static EtatAttribution SansRefus(this EtatAttribution etat) => etat == EtatAttribution.AccordDecline ? EtatAttribution.AccordDemande : etat;

    public static string Libelle(this EtatAttribution etat) => etat switch
    {
        EtatAttribution.EnPreparation => "en préparation",
        EtatAttribution.AccordDemande => "accord demandé",
        EtatAttribution.AccordDonne => "accord donné",
        EtatAttribution.AccordDecline => "sans suite",
        EtatAttribution.Proposee => "proposée au rectorat",
        EtatAttribution.ARectifier => "à rectifier",
        EtatAttribution.Validee => "validée",
        _ => "refusée",
    };

    static string Verbe(ActionAttribution action) => action switch
    {
        ActionAttribution.DemanderAccord => "demander l’accord",
        ActionAttribution.Accorder => "donner l’accord",
        ActionAttribution.Decliner => "décliner",
        ActionAttribution.Reprendre => "reprendre la préparation",
        ActionAttribution.Proposer => "proposer au rectorat",
        ActionAttribution.Renvoyer => "renvoyer pour rectification",
        ActionAttribution.Valider => "valider",
        ActionAttribution.Revenir => "revenir sur la décision",
        ActionAttribution.DemanderModification => "demander une modification",
        ActionAttribution.Reconsiderer => "revenir sur l’accord donné",
        _ => "refuser",
    };
}
