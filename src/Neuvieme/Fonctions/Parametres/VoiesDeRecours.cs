using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Parametres;

/// <summary>
/// Comment se conteste une décision : la même phrase dans chaque notification et sous chaque décision défavorable. Le délai ne court contre la
/// personne que si elle l'a lue (code de justice administrative, art. R. 421-5). Un courriel la porte que la décision soit favorable ou non :
/// il ne dit jamais laquelle.
/// </summary>
public static class VoiesDeRecours
{
    /// <summary>Le rang est celui qu'enregistre l'académie ; zéro quand elle relève de plusieurs tribunaux.</summary>
    public static readonly IReadOnlyList<string> Tribunaux =
    [
        "", "Amiens", "Bastia", "Besançon", "Bordeaux", "Caen", "Cergy-Pontoise", "Châlons-en-Champagne", "Clermont-Ferrand", "Dijon", "Grenoble", "Lille", "Limoges", "Lyon", "Marseille", "Melun",
        "Montpellier", "Montreuil", "Nancy", "Nantes", "Nice", "Nîmes", "Orléans", "Paris", "Pau", "Poitiers", "Rennes", "Rouen", "Strasbourg", "Toulon", "Toulouse", "Versailles", "la Guadeloupe", "la Guyane",
        "la Martinique", "La Réunion", "Mayotte", "Saint-Pierre-et-Miquelon", "Saint-Barthélemy", "Saint-Martin", "la Polynésie française", "Nouvelle-Calédonie", "Wallis-et-Futuna",
    ];

    public static string Tribunal(int rang) => rang > 0 && rang < Tribunaux.Count ? $"le tribunal administratif {Francais.De(Tribunaux[rang])}" : "le tribunal administratif dont relève votre lieu d’affectation";

    public static string Phrase(int rang) =>
        $"Une décision défavorable se conteste dans les deux mois qui suivent sa notification : par un recours gracieux ou hiérarchique, qui interrompt ce délai (code des relations entre le public et l’administration, art. L. 411-2), ou devant {Tribunal(rang)} (code de justice administrative, art. R. 421-1).";

    public static async Task<string> Lire(NeuviemeDb db, string academie, DateOnly jour, CancellationToken ct) => Phrase(await Parametre.Tribunal(db, academie, jour, ct));
}
