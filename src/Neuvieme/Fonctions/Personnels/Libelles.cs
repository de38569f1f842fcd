using Neuvieme.Droit;

namespace Neuvieme.Fonctions.Personnels;

/// <summary>Fonctions et corps comme on les écrit.</summary>
public static class Libelles
{
    public static string De(Fonction fonction) => fonction switch
    {
        Fonction.Inconnue => "à préciser",
        Fonction.Enseignant => "Enseignant",
        Fonction.Documentaliste => "Professeur documentaliste",
        Fonction.Cpe => "CPE",
        Fonction.Direction => "Direction",
        _ => "Autre (AED, AESH, santé…)",
    };

    public static string De(Corps corps) => corps switch
    {
        Corps.Inconnu => "à préciser",
        Corps.Agrege => "Agrégé",
        Corps.Certifie => "Certifié",
        Corps.Peps => "Professeur d’EPS",
        Corps.ChargeEnseignementEps => "Chargé d’enseignement d’EPS",
        Corps.Plp => "Professeur de lycée professionnel",
        Corps.Pegc => "PEGC",
        Corps.Cpe => "CPE",
        Corps.ProfesseurDesEcoles => "Professeur des écoles",
        Corps.Instituteur => "Instituteur",
        Corps.ChaireSuperieure => "Chaire supérieure",
        Corps.AdjointEnseignement => "Adjoint d’enseignement",
        Corps.PsyEn => "PsyEN",
        Corps.Contractuel => "Contractuel",
        Corps.MaitreAuxiliaire => "Maître auxiliaire",
        Corps.Direction => "Personnel de direction",
        _ => "Autre",
    };

    public static string OuiNon(bool? fait) => fait switch { true => "oui", false => "non", _ => "inconnu" };

    public static string Heures(int? centiemes) => centiemes is { } c ? Socle.Francais.Centiemes(c) + "\u00a0h" : "—";
}
