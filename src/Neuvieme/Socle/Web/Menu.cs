using Neuvieme.Fonctions.Comptes;

namespace Neuvieme.Socle.Web;

/// <param name="Dossier">La partie de l'adresse que l'entrée couvre, si ce n'est pas toute la sienne : « Instruire » est courante partout dans les attributions du rectorat.</param>
public sealed record EntreeMenu(string Nom, string Adresse, string? Dossier = null)
{
    public bool EstCourante(string chemin) => Adresse == "/"
        ? chemin == "/" : chemin == Adresse || chemin.StartsWith((Dossier ?? Adresse) + "/", StringComparison.Ordinal);
}

/// <summary>Le menu dit les mêmes mots que les adresses, les dossiers et les commandes.</summary>
public static class Menu
{
    static readonly EntreeMenu Accueil = new("Accueil", "/");
    static readonly EntreeMenu Textes = new("Textes", "/textes");
    static readonly EntreeMenu PremierDegre = new("Premier degré", "/premier-degre");
    static readonly EntreeMenu Journal = new("Journal", "/journal");

    /// <param name="prive">Privé sous contrat : pas de conseil à réunir, des enseignants à informer.</param>
    public static IReadOnlyList<EntreeMenu> Pour(Role? role, bool prive = false) => role switch
    {
        Role.ChefEtablissement =>
        [
            Accueil, new("Personnels", "/personnels"), new("Enveloppe", "/enveloppes"), new("Répartition", "/repartition"),
            prive ? new("Information", "/instances/informer") : new("Instances", "/instances"), new("Candidatures", "/candidatures"), new("Attributions", "/attributions"), new("Parts du Pacte", "/parts"), new("Lettres", "/lettres"), new("Suivi", "/suivi"),
            new("STSWeb", "/stsweb"), Journal, Textes,
        ],
        Role.GestionnaireRectorat or Role.Recteur =>
        [
            Accueil, new("Établissements", "/etablissements"), new("Notifier", "/enveloppes/notifier"), new("Répondre", "/enveloppes/repondre"), new("Instruire", "/attributions/instruire", "/attributions"),
            new("Campagnes", "/campagnes"), new("Parts du Pacte", "/parts/notifier"), new("Académiques", "/academiques"), new("Lettres", "/lettres"), PremierDegre, new("Archives", "/archives"), new("Modèles", "/modeles"), new("Paramètres", "/parametres"), Journal, Textes,
        ],
        Role.Secretariat =>
        [
            Accueil, new("Personnels", "/personnels"), new("Répartition", "/repartition"), prive ? new("Information", "/instances/informer") : new("Instances", "/instances"), new("Parts du Pacte", "/parts"), new("Suivi", "/suivi"), new("STSWeb", "/stsweb"), Textes,
        ],
        Role.MembreInstance => [new("Missions présentées", "/instances/presente"), Textes],
        Role.Ien => [Accueil, PremierDegre, new("Lettres", "/lettres"), Journal, Textes],
        Role.DirecteurEcole => [Accueil, PremierDegre with { Dossier = "/premier-degre/suivre" }, new("Heures", "/seances"), new("Professeurs", "/premier-degre/professeurs"), Journal, Textes],
        Role.Adjoint => [Accueil, Textes, new("Comparer", "/textes/comparer")],
        Role.Agent => [new("Mes missions", "/mes-missions"), new("Mes heures", "/mes-seances"), new("Transparence", "/instances/transparence"), Textes],
        Role.Auditeur => [Accueil, Journal, new("Conservation", "/archives/conserver"), Textes],
        Role.Administrateur => [Accueil, new("Comptes", "/comptes"), new("Établissements", "/etablissements/importer"), new("Circonscriptions", "/circonscriptions"), new("Courriels", "/courriels"), Journal, Textes],
        _ => [Textes],
    };
}
