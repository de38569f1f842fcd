using System.CommandLine;
using Neuvieme.Demo;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Courrier;
using Neuvieme.Socle.Documents;

namespace Neuvieme.Socle.Cli;

/// <summary>`neuvieme demo preparer` : la démonstration nommée, si la base est vide ; puis la liste des comptes.</summary>
static class VerbeDemo
{
    public static Command Verbe()
    {
        var baseDeDonnees = Verbes.Base();
        var preparer = new Command("preparer", "Crée la base de démonstration et dit les comptes") { baseDeDonnees };
        preparer.SetAction(async (r, ct) =>
        {
            await VerbeBase.Migrer(r.GetValue(baseDeDonnees)!, ct);
            await using var db = Connexion.Ouvrir(r.GetValue(baseDeDonnees)!);
            await using var moteur = new MoteurTypst();
            if (await Demonstration.Charger(db, TimeProvider.System, moteur, ReglagesCourrier.Aucun, ct) is { } refus)
            {
                await Console.Error.WriteLineAsync(refus);
                return 2;
            }

            foreach (var compte in Demonstration.Comptes)
            {
                Console.WriteLine($"{compte.Courriel,-34} {compte.Qualite}");
            }

            Console.WriteLine($"Mot de passe de tous les comptes de démonstration : {Demonstration.MotDePasse}");
            return 0;
        });
        return new Command("demo", "La démonstration") { preparer };
    }
}
