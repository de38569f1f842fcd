using Neuvieme.Droit;
using Neuvieme.Droit.Couverture;
using Neuvieme.Droit.Fiscalite;
using Neuvieme.Fonctions.Parametres;
using ParametresDuDroit = Neuvieme.Droit.Parametres;

namespace Neuvieme.Fonctions.Textes;

/// <summary>Les mots du registre, pour l'écran et la commande.</summary>
static class MotsDeCouverture
{
    public static string De(EtatCouverture etat) => etat switch
    {
        EtatCouverture.Codee => "codé",
        EtatCouverture.Parametre => "au choix",
        EtatCouverture.Application => "application",
        _ => "non codé",
    };

    /// <summary>« 212 codés », « 32 non codés ».</summary>
    public static string Nombre(EtatCouverture etat) => ReleveDeCouverture.Nombre(etat) + " " + etat switch
    {
        EtatCouverture.Codee => "codés",
        EtatCouverture.Parametre => "codés au choix de l’académie",
        EtatCouverture.Application => "tenus par l’application",
        _ => "non codés",
    };

    /// <summary>Classe du badge : la couleur ne dit rien que le mot ne dise.</summary>
    public static string Badge(EtatCouverture etat) => etat switch
    {
        EtatCouverture.Codee => "fr-badge--success",
        EtatCouverture.NonCodee => "fr-badge--warning",
        _ => "",
    };

    public static string De(Gravite gravite) => gravite switch
    {
        Gravite.Refus => "refus",
        Gravite.Manque => "élément manquant",
        _ => "alerte",
    };

    /// <summary>« accordée », « calcul » pour un cas qui chiffre sans décider.</summary>
    public static string DecisionDuCas(string decision) => decision switch
    {
        "accordee" => "accordée",
        "refusee" => "refusée",
        "incomplete" => "incomplète",
        "hors-vigueur" => "hors vigueur",
        _ => decision,
    };

    /// <summary>Le choix en clair, et où il se règle.</summary>
    public static string Choix(string parametre) =>
        FicheParametre.Toutes.FirstOrDefault(f => f.Cle.ToString() == parametre) is { } fiche ? $"{fiche.Nom} (écran Paramètres)" : parametre switch
        {
            nameof(ParametresDuDroit.ForfaitAssociationSportiveCentiemes) => "Forfait d’association sportive de chacun (bibliothèque)",
            nameof(ParametresDuDroit.AreParDemiHeures) => "Décharge par demi-heures (bibliothèque)",
            nameof(ParametresDuDroit.PrioritePacte) => "Force de l’ordre des niveaux du Pacte (bibliothèque)",
            nameof(ParametresDuDroit.PourcentageRcdMinimal) => "Part minimale du remplacement de courte durée (bibliothèque)",
            nameof(BasePlafond) => "Plafond d’impôt lu en brut ou en net (écran Net et impôt)",
            _ => parametre,
        };

    /// <summary>« 266 points : 205 codés, … »</summary>
    public static string Bilan() =>
        $"{ReleveDeCouverture.Points.Count} points : {string.Join(", ", Enum.GetValues<EtatCouverture>().Select(Nombre))}.";
}
