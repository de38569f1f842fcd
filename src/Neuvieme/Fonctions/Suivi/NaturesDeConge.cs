using Neuvieme.Droit.Versements;

namespace Neuvieme.Fonctions.Suivi;

public static class NaturesDeConge
{
    public static string Libelle(this NatureConge nature) => nature switch
    {
        NatureConge.Annuel => "congé annuel",
        NatureConge.MaladieOrdinaire => "congé de maladie ordinaire",
        NatureConge.Maternite => "congé de maternité",
        NatureConge.Adoption => "congé d’adoption",
        NatureConge.Paternite => "congé de paternité et d’accueil de l’enfant",
        NatureConge.LongueMaladie => "congé de longue maladie",
        NatureConge.LongueDuree => "congé de longue durée",
        NatureConge.GraveMaladie => "congé de grave maladie (contractuel)",
        NatureConge.InvaliditeImputable => "congé pour invalidité temporaire imputable au service",
        NatureConge.Parental => "congé parental",
        NatureConge.Disponibilite => "disponibilité",
        _ => "autre congé",
    };
}
