using System.CommandLine;
using Neuvieme.Fonctions.Textes;

namespace Neuvieme.Socle.Cli;

/// <summary>L'arbre des commandes. Construire l'arbre ne charge ni le site ni la base : `droit` démarre vite.</summary>
public static class Verbes
{
    public static RootCommand Racine() => new("Neuvième : missions particulières, de l’enveloppe notifiée au dernier neuvième versé.")
    {
        VerbeServe.Verbe(),
        VerbeDemo.Verbe(),
        VerbeBase.Verbe(),
        VerbeSceau.Verbe(),
        VerbeDroit.Verbe(),
        new Command("personnels", "Les personnels") { Fonctions.Personnels.Importer.VerbeImporter.Verbe(), Fonctions.Personnels.Courriels.VerbeCourriels.Verbe() },
        Fonctions.Rentree.VerbeRentree.Verbe(),
        new Command("comptes", "Les comptes") { Fonctions.Comptes.Creer.VerbeCreer.Verbe(), Fonctions.Comptes.Deleguer.VerbeDeleguer.Verbe(), Fonctions.Comptes.Revoquer.VerbeRevoquer.Verbe() },
        new Command("etablissements", "Les établissements") { Fonctions.Etablissements.Creer.VerbeCreer.Verbe(), Fonctions.Etablissements.Importer.VerbeImporter.Verbe() },
        new Command("campagnes", "Les campagnes") { Fonctions.Campagnes.Passer.VerbePasser.Verbe() },
        new Command("circonscriptions", "Les circonscriptions du premier degré") { Fonctions.Circonscriptions.Creer.VerbeCreer.Verbe(), Fonctions.Circonscriptions.Rattacher.VerbeRattacher.Verbe() },
        new Command("lettres", "Les lettres de mission") { Fonctions.Lettres.Etablir.VerbeEtablir.Verbe(), Fonctions.Lettres.Suivre.VerbeSuivre.Verbe() },
        new Command("clotures", "Les clôtures de paie") { Fonctions.Clotures.Clore.VerbeClore.Verbe() },
        new Command("archives", "Les archives des lettres") { Fonctions.Archives.Ecrire.VerbeEcrire.Verbe() },
        new Command("courriels", "Les courriels") { Fonctions.Courriels.Envoyer.VerbeEnvoyer.Verbe(), Fonctions.Courriels.Lister.VerbeLister.Verbe() },
        new Command("journal", "Le journal") { Fonctions.Journal.Verifier.VerbeVerifier.Verbe() },
    };

    public static Option<string> Base() => new("--base")
    {
        Description = "Fichier SQLite, ou chaîne « Host=… » pour PostgreSQL (sinon la variable NEUVIEME_BASE)",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("NEUVIEME_BASE") ?? "var/neuvieme.db",
    };

    /// <summary>Qui agit par la ligne de commande : le journal le distingue d'une personne connectée.</summary>
    public static Auteur Auteur()
    {
        var horloge = new Horloge(TimeProvider.System);
        return new(null, "ligne de commande", "Administrateur", horloge.MaintenantUtc, horloge.Aujourdhui);
    }

    /// <summary>Dit chaque refus sur la sortie d'erreur ; vrai s'il y en a.</summary>
    public static async Task<bool> Refuse(IReadOnlyList<Refus> refus)
    {
        foreach (var r in refus)
        {
            await Console.Error.WriteLineAsync(r.Message);
        }

        return refus.Count > 0;
    }

    /// <summary>Une lecture ne crée pas la base qu'on a mal nommée.</summary>
    public static async Task<bool> Absente(string baseDeDonnees)
    {
        if (BaseDeDonnees.Connexion.EstPostgreSql(baseDeDonnees) || File.Exists(baseDeDonnees))
        {
            return false;
        }

        await Console.Error.WriteLineAsync($"Base introuvable : {baseDeDonnees}. Donnez son chemin avec --base.");
        return true;
    }
}
