using System.CommandLine;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Cli;

namespace Neuvieme.Fonctions.Circonscriptions.Rattacher;

/// <summary>`neuvieme circonscriptions rattacher`.</summary>
static class VerbeRattacher
{
    public static Command Verbe()
    {
        var baseDeDonnees = Verbes.Base();
        var uai = new Option<string>("--uai") { Description = "UAI de l’école", Required = true };
        var code = new Option<string>("--circonscription") { Description = "Code de la circonscription", Required = true };
        var verbe = new Command("rattacher", "Rattache une école à une circonscription") { baseDeDonnees, uai, code };
        verbe.SetAction(async (r, ct) =>
        {
            if (await Verbes.Absente(r.GetValue(baseDeDonnees)!))
            {
                return 2;
            }

            await VerbeBase.Migrer(r.GetValue(baseDeDonnees)!, ct);
            await using var db = Connexion.Ouvrir(r.GetValue(baseDeDonnees)!);
            if (await Verbes.Refuse(await new RattacherEcole(r.GetValue(uai)!, r.GetValue(code)!).Executer(db, Verbes.Auteur(), ct)))
            {
                return 2;
            }

            Console.WriteLine($"{r.GetValue(uai)} est rattachée à {r.GetValue(code)}.");
            return 0;
        });
        return verbe;
    }
}
