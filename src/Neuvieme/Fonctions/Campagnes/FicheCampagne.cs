using Neuvieme.Fonctions.Attributions;

namespace Neuvieme.Fonctions.Campagnes;

/// <summary>Ce qu'une campagne ouvre et ferme, et qui s'en sert.</summary>
/// <param name="Acte">« proposer au rectorat » : ce qu'on ne peut plus faire une fois close.</param>
/// <param name="Effet">Ce que la clôture ferme, et ce qu'elle laisse ouvert.</param>
/// <param name="Adresse">Où l'acte se fait.</param>
/// <param name="Ferme">Faux : un jour pour finir, qui ne ferme rien.</param>
public sealed record FicheCampagne(GenreCampagne Genre, string Nom, string Acte, string Effet, string Adresse, bool Ferme = true, bool DuRectorat = false)
{
    public static readonly IReadOnlyList<FicheCampagne> Toutes =
    [
        new(GenreCampagne.Preparer, "Préparer la répartition et les instances", "changer la répartition ou préparer un dossier d’instance",
            "Une fois close : plus de mission ajoutée, retirée ou reconduite, plus de contenu ni de taux changé, plus de nouveau dossier d’instance. Restent ouverts : changer la personne pressentie, justifier un taux, enregistrer un avis rendu.", "/repartition"),
        new(GenreCampagne.DemanderAccords, "Demander les accords", "demander l’accord des personnes",
            "Une fois close : plus de nouvelle demande d’accord. Restent ouverts : répondre à une demande déjà faite, et la reprendre.", "/attributions"),
        new(GenreCampagne.Proposer, "Proposer au rectorat", "proposer au rectorat",
            "Une fois close : plus de nouvelle proposition. Restent ouverts : corriger une proposition déjà partie, et répondre à un dossier que le rectorat renvoie.", "/attributions"),
        new(GenreCampagne.Instruire, "Instruire les propositions", "valider, renvoyer ou refuser une proposition",
            "Une fois close : plus de validation, de renvoi ni de refus. La clôture ne vaut ni acceptation ni refus : les propositions attendent.", "/attributions/instruire", DuRectorat: true),
        new(GenreCampagne.EtablirLettres, "Établir les lettres de mission", "établir les lettres",
            "Un jour pour finir, qui ne ferme rien : une lettre en retard vaut mieux que pas de lettre.", "/lettres", Ferme: false),
        new(GenreCampagne.Saisir, "Saisir dans STSWeb", "noter une saisie dans STSWeb",
            "Une fois close : plus de ligne notée saisie, puisque l’écran de STSWeb est lui-même fermé. Reste ouvert : dire qu’une ligne notée ne l’était pas.", "/stsweb"),
    ];

    public static FicheCampagne De(GenreCampagne genre) => Toutes.First(f => f.Genre == genre);

    /// <summary>Le genre de campagne dont dépend une action sur une attribution ; nul si aucune date ne la ferme jamais.</summary>
    public static GenreCampagne? Pour(ActionAttribution action) => action switch
    {
        ActionAttribution.DemanderAccord => GenreCampagne.DemanderAccords,
        ActionAttribution.Proposer => GenreCampagne.Proposer,
        ActionAttribution.Valider or ActionAttribution.Renvoyer or ActionAttribution.Refuser => GenreCampagne.Instruire,
        _ => null,
    };

    /// <summary>Les genres que le secrétariat prépare : il ne voit ni les accords ni les propositions.</summary>
    public static bool EstDePreparation(GenreCampagne genre) => genre is GenreCampagne.Preparer or GenreCampagne.Saisir;
}
