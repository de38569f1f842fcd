using Neuvieme.Socle.Texte;

namespace Neuvieme.Fonctions.Rentree;

/// <summary>Une colonne de la répartition et les autres noms sous lesquels on la reconnaît, sans égard aux accents ni à la casse.</summary>
sealed record ColonneRepartition(string Nom, params string[] AutresNoms);

/// <summary>Les colonnes de <c>repartition.csv</c>, décrites dans <c>docs/rentree.md</c>.</summary>
static class ColonnesRepartition
{
    public static readonly IReadOnlyList<ColonneRepartition> Toutes =
    [
        new("type", "type sts"), new("id", "identifiant", "identifiant sts", "id sts"), new("nom", "nom d'usage"), new("prenom"),
        new("mission", "code mission", "libelle mission"), new("intitule", "precision"),
        new("taux", "code taux", "taux stsweb"), new("montant", "montant annuel", "euros"), new("fraction", "imp", "nombre d'imp"),
        new("duree"), new("debut", "date d'effet", "date de debut"), new("fin", "date de fin"), new("service_fait_le", "service fait"),
        new("justification"), new("accord"), new("accord_le", "date accord", "date de l'accord"),
        new("avis_cp", "avis conseil pedagogique"), new("avis_ca", "avis conseil administration"),
        new("niveaux"), new("heures", "heures estimees"), new("contenu", "taches"), new("partage"), new("reference", "ref dossier"),
        new("decharge_meme_mission", "decharge"), new("cpge_complet"), new("technologie"), new("equipements_partages"), new("projet_cycle"),
        new("appreciation_numerique"), new("ampleur_decrochage"), new("lien_projet"),
    ];

    static readonly Dictionary<string, string> ParNom = Toutes
        .SelectMany(c => c.AutresNoms.Append(c.Nom), (c, nom) => (Cle: Accents.Cle(nom), c.Nom)).ToDictionary(p => p.Cle, p => p.Nom, StringComparer.Ordinal);

    public static string? Reconnaitre(string entete) => ParNom.GetValueOrDefault(Accents.Cle(entete));

    public static string Liste => string.Join(", ", Toutes.Select(c => c.Nom));
}
