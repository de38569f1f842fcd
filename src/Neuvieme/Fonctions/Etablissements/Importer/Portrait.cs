using Neuvieme.Droit;
using Neuvieme.Socle;

namespace Neuvieme.Fonctions.Etablissements.Importer;

/// <summary>Ce que les données ouvertes disent d'un établissement, en une ligne, pour qui répartit l'enveloppe de l'académie.</summary>
static class Portrait
{
    public static string De(Etablissement e) => string.Join(" · ", new[]
    {
        e.EducationPrioritaire is EducationPrioritaire.Rep or EducationPrioritaire.RepPlus ? ChampAnnuaire.Dire(e.EducationPrioritaire) : "",
        e.Eleves is { } n ? $"{Francais.Nombre(n, "élève")}{Rentree(e.ElevesRentree)}" : "",
        // Tous les personnels, pas les seuls enseignants : le dire, pour qu'on n'en tire pas un nombre de professeurs.
        e.EtpCentiemes is { } c ? $"{Francais.Centiemes(c)} ETP, tous personnels{Rentree(e.EtpRentree)}" : "",
        e.Etat is EtatEtablissement.Ferme or EtatEtablissement.AFermer or EtatEtablissement.AOuvrir ? ChampAnnuaire.Dire(e.Etat) : "",
    }.Where(t => t.Length > 0));

    static string Rentree(int? rentree) => rentree is { } r ? $" (rentrée {r})" : "";
}
