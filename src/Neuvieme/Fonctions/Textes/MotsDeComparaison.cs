using Neuvieme.Droit;
using Neuvieme.Droit.Comparateur;
using Neuvieme.Socle;

namespace Neuvieme.Fonctions.Textes;

/// <summary>Les mots du comparateur, les mêmes à l'écran et au terminal.</summary>
static class MotsDeComparaison
{
    public static string De(Corps corps) => corps switch
    {
        Corps.Certifie => "Professeur certifié",
        Corps.Agrege => "Professeur agrégé",
        Corps.Peps => "Professeur d’EPS",
        Corps.Plp => "Professeur de lycée professionnel",
        Corps.Cpe => "Conseiller principal d’éducation",
        _ => "Professeur des écoles",
    };

    public static string De(Activite activite) => activite switch
    {
        Activite.Hsa => "HSA",
        Activite.Hse => "HSE",
        Activite.ProfesseurPrincipal => "Professeur principal",
        Activite.Imp => "IMP",
        _ => "Pacte",
    };

    /// <summary>Ce qu'il faut savoir de la valeur ; vide quand elle est en vigueur.</summary>
    public static string De(ValeurRelevee valeur) => valeur switch
    {
        { Etat: EtatValeur.Ancienne, Depuis: { } depuis, Jusqua: { } fin } => $"valeur du {Francais.Date(depuis)}, sûre jusqu’au {Francais.Date(fin)} ; l’actuelle n’est pas relevée",
        { Etat: EtatValeur.HorsVigueur, Depuis: { } depuis } => $"hors vigueur : aucune valeur avant le {Francais.Date(depuis)}",
        { Etat: EtatValeur.NonRelevee } => "aucun document relu ne donne cette valeur",
        _ => "",
    };

    public static string De(RegimeFiscal regime) => regime == RegimeFiscal.Exonere
        ? "Exonérée d’impôt sous le plafond de l’année ; RAFP compensée." : "Aucun texte relu ne l’exonère ; 5 % de RAFP non compensés.";

    public static string De(Concordance concordance) => concordance switch
    {
        Concordance.Concorde => "concorde",
        Concordance.Tronque => "coupé",
        Concordance.Diverge => "diverge",
        _ => "non calculable",
    };

    public static string Ou(Montant? montant) => montant?.ToString() ?? "—";
}
