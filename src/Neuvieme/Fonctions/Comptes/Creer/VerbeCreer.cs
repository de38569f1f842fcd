using System.CommandLine;
using Neuvieme.Socle.Cli;

namespace Neuvieme.Fonctions.Comptes.Creer;

/// <summary>`neuvieme comptes creer` : le premier administrateur d'une instance, puis qui l'on veut.</summary>
static class VerbeCreer
{
    public static Command Verbe()
    {
        var baseDeDonnees = Verbes.Base();
        var courriel = new Option<string>("--courriel") { Description = "Adresse de connexion", Required = true };
        var nom = new Option<string>("--nom") { Description = "Prénom et nom", Required = true };
        var role = new Option<Role>("--role") { Description = string.Join(", ", Enum.GetNames<Role>()), Required = true };
        var uai = new Option<string?>("--uai") { Description = "Établissement, pour qui y exerce : agent, chef, adjoint, secrétariat, directeur d’école, membre d’instance" };
        var academie = new Option<string?>("--academie") { Description = "Code d’académie, pour le rectorat et l’auditeur" };
        var circonscription = new Option<string?>("--circonscription") { Description = "Code de circonscription, pour l’IEN" };
        var verbe = new Command("creer", "Crée un compte et dit son mot de passe provisoire") { baseDeDonnees, courriel, nom, role, uai, academie, circonscription };
        verbe.SetAction(async (r, ct) =>
        {
            var action = new CreerCompte(r.GetValue(courriel)!, r.GetValue(nom)!, r.GetValue(role), r.GetValue(uai), r.GetValue(academie), Circonscription: r.GetValue(circonscription));
            await VerbeBase.Migrer(r.GetValue(baseDeDonnees)!, ct);
            await using var db = Socle.BaseDeDonnees.Connexion.Ouvrir(r.GetValue(baseDeDonnees)!);
            if (await Verbes.Refuse(await action.Executer(db, Verbes.Auteur(), ct)))
            {
                return 2;
            }

            var cree = action.Resultat!;
            Console.WriteLine(cree.MotDePasse is { } motDePasse
                ? $"Compte créé : {cree.Courriel}\nMot de passe provisoire, montré une seule fois : {motDePasse}"
                : $"{cree.Courriel} avait déjà un compte : la qualité s’y ajoute, le mot de passe ne change pas.");
            return 0;
        });
        return verbe;
    }
}
