using System.CommandLine;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Cli;

namespace Neuvieme.Fonctions.Circonscriptions.Creer;

/// <summary>`neuvieme circonscriptions creer`.</summary>
static class VerbeCreer
{
    public static Command Verbe()
    {
        var baseDeDonnees = Verbes.Base();
        var code = new Option<string>("--code") { Description = "Code au répertoire national : sept chiffres et une lettre", Required = true };
        var nom = new Option<string>("--nom") { Description = "Nom de la circonscription", Required = true };
        var academie = new Option<string>("--academie") { Description = "Code d’académie à deux chiffres", Required = true };
        var departement = new Option<string>("--departement") { Description = "Département à trois chiffres ; à défaut, ceux du code", DefaultValueFactory = _ => "" };
        var verbe = new Command("creer", "Inscrit une circonscription du premier degré") { baseDeDonnees, code, nom, academie, departement };
        verbe.SetAction(async (r, ct) =>
        {
            var action = new CreerCirconscription(r.GetValue(code)!, r.GetValue(nom)!, r.GetValue(academie)!, r.GetValue(departement)!);
            await VerbeBase.Migrer(r.GetValue(baseDeDonnees)!, ct);
            await using var db = Connexion.Ouvrir(r.GetValue(baseDeDonnees)!);
            if (await Verbes.Refuse(await action.Executer(db, Verbes.Auteur(), ct)))
            {
                return 2;
            }

            Console.WriteLine($"{action.Code.Trim().ToUpperInvariant()} {action.Nom} est inscrite.");
            return 0;
        });
        return verbe;
    }
}
