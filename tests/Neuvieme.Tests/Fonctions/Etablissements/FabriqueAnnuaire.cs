using System.Text;

namespace Neuvieme.Tests.Fonctions.Etablissements;

/// <summary>Des extraits d'annuaire écrits à la main, aux vrais titres de colonnes ; les établissements sont fictifs (département 99) ou publics.</summary>
static class FabriqueAnnuaire
{
    public const string Titres = "Identifiant_de_l_etablissement;Nom_etablissement;Statut_public_prive;Adresse_1;Code postal;Nom_commune;Code_departement;Code_academie;Appartenance_Education_Prioritaire;"
        + "Nombre_d_eleves;Type_contrat_prive;Libelle_departement;Libelle_academie;latitude;longitude;date_ouverture;date_maj_ligne;etat;ministere_tutelle;code_nature";

    public static string Ligne(
        string uai, string nom, string statut = "Public", string adresse = "1 rue des Essais", string commune = "Ville-Test", string academie = "99", string ep = "", string eleves = "500",
        string contrat = "SANS OBJET", string latitude = "48.1", string etat = "OUVERT", string ministere = "MINISTERE DE L'EDUCATION NATIONALE", string nature = "340", string maj = "2026-06-08") =>
        $"{uai};{nom};{statut};{adresse};99000;{commune};099;{academie};{ep};{eleves};{contrat};Département fictif;fictive;{latitude};-1.5;1990-09-01;{maj};{etat};{ministere};{nature}";

    /// <summary>Comme data.education.gouv.fr l'écrit : UTF-8 avec marque, point-virgule, fins de ligne Windows.</summary>
    public static byte[] Annuaire(params string[] lignes) => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Join("\r\n", lignes.Prepend(Titres)) + "\r\n")];

    /// <summary>Un UAI à la bonne lettre : reste de la division par 23 dans l'alphabet sans I, O ni Q (article du répertoire national).</summary>
    public static string Uai(int nombre) => $"{nombre:0000000}{"ABCDEFGHJKLMNPRSTUVWXYZ"[nombre % 23]}";
}
