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
        VerbeDroit.Verbe(),
        new Command("personnels", "Les personnels") { Fonctions.Personnels.Importer.VerbeImporter.Verbe() },
        Fonctions.Rentree.VerbeRentree.Verbe(),
    };

    public static Option<string> Base() => new("--base")
    {
        Description = "Fichier SQLite, ou chaîne « Host=… » pour PostgreSQL (sinon la variable NEUVIEME_BASE)",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("NEUVIEME_BASE") ?? "var/neuvieme.db",
    };
}
