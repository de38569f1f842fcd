using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Socle;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Repartition;

/// <summary>Un chiffre de la jauge tel qu'il se montre : sa couleur, son nom, sa valeur, et ce qu'il veut dire.</summary>
public sealed record Chiffre(string Classe, string Nom, string Valeur, string Aide);

/// <summary>
/// Les chiffres de la jauge, en quarts d'IMP, tous définis ici. Converti, réservé, proposé, validé et prévu ne se recouvrent pas ;
/// saisi est une part du validé, dû une part du saisi. Ce qui reste peut être négatif : la répartition dépasse alors l'enveloppe.
/// </summary>
/// <param name="Notifie">Ce que le rectorat a notifié, reprises déduites, avant toute conversion en heures.</param>
/// <param name="Reserve">Accords demandés ou donnés, dossiers à rectifier, décharges demandées.</param>
public sealed record Chiffres(int Notifie, int Prevu, int Reserve, int Propose, int Valide)
{
    /// <summary>Conversions en décharge accordées.</summary>
    public int Converti { get; init; }

    /// <summary>Part du validé déclarée tapée dans STSWeb.</summary>
    public int Saisi { get; init; }

    /// <summary>Neuvièmes des attributions saisies dont le mois de paie est passé : dus, pas constatés sur une paie.</summary>
    public long PayeCentimes { get; init; }
    /// <summary>Le montant payé dirait un congé à qui prépare sans décider.</summary>
    public bool PayeMasque { get; init; }

    /// <param name="quarts">Les quarts d'IMP des attributions dans l'un des états. Renvoyée pour rectification, une attribution n'est plus au rectorat : elle reste réservée.</param>
    /// <param name="dechargesDemandees">Quarts des conversions en attente de décision : ils réservent comme un accord demandé.</param>
    public static Chiffres De(int notifie, Func<Func<EtatAttribution, bool>, int> quarts, int dechargesDemandees = 0) => new(
        notifie,
        quarts(e => e is EtatAttribution.EnPreparation),
        quarts(e => e is EtatAttribution.AccordDemande or EtatAttribution.AccordDonne or EtatAttribution.ARectifier) + dechargesDemandees,
        quarts(e => e is EtatAttribution.Proposee),
        quarts(e => e is EtatAttribution.Validee));

    public int Engage => Reserve + Propose + Valide + Converti;
    public int LibreApresEngage => Notifie - Engage;
    public int Libre => LibreApresEngage - Prevu;

    /// <summary>La barre, de gauche à droite : le plus avancé d'abord.</summary>
    public IReadOnlyList<PartDeJauge> Parts =>
    [
        new("converti", Converti, "converties en heures"), new("saisi", Saisi, "saisies dans STSWeb"), new("valide", Valide - Saisi, "validées et pas encore saisies"),
        new("propose", Propose, "proposées"), new("reserve", Reserve, "réservées"), new("prevu", Prevu, "prévues"),
    ];

    /// <summary>Les sept chiffres, plus le prévu, et le converti s'il y en a.</summary>
    public IReadOnlyList<Chiffre> Lignes =>
    [
        new("", "notifié", Imp(Notifie), "La somme de ce que le rectorat a notifié, compléments et reprises compris. C’est le plafond (décret n° 2015-475, art. 8)."),
        .. Converti == 0 ? [] : (Chiffre[])[new("converti", "converti en heures", $"{Imp(Converti)} ({Imp(Converti)} h)", "Les décharges accordées par le recteur : 1 IMP = 1 heure hebdomadaire d’ARE. Cette part de l’enveloppe ne paie plus d’IMP.")],
        new("reserve", "réservé", Imp(Reserve), "Accord demandé ou donné, dossier à rectifier, décharge demandée. Refusé ou repris, c’est rendu."),
        new("propose", "proposé", Imp(Propose), "Au rectorat, qui n’a pas encore décidé."),
        new("valide", "validé", Imp(Valide), "Décidé par le recteur ou son délégataire."),
        new("saisi", "dont saisi", Imp(Saisi), "La part du validé que vous avez déclarée tapée dans STSWeb."),
        new("", "dont payé (dû au titre des mois échus)", PayeMasque ? Suivi.LigneDeSuivi.NonCommunique : Rendu.Euros(new Montant(PayeCentimes)), "Pas un relevé de paie : la somme des neuvièmes des attributions saisies dont le mois de paie est passé, dus à ce titre. Aucun rapprochement avec la paie n’est encore fait."),
        new("prevu", "prévu, pas encore engagé", Imp(Prevu), "Les parts en préparation : rien n’est encore demandé à personne."),
        Libre >= 0 ? new("libre", "libre, tout le prévu compté", $"{Imp(Libre)} ({Rendu.Euros(new Quotite(Libre).EnMontant())})", "Notifié, moins converti, réservé, proposé, validé et prévu.")
            : new("depasse", "dépassement", $"{Imp(-Libre)} ({Rendu.Euros(new Quotite(-Libre).EnMontant())})", "Ce que la répartition prévoit de trop. Le prévu ne peut pas s’engager au-delà du notifié."),
    ];

    /// <summary>En décimales dans toute la jauge : « ¾ » à côté de « 1,5 » se comparerait mal.</summary>
    static string Imp(int quarts) => Francais.Centiemes(quarts * 25);
}
