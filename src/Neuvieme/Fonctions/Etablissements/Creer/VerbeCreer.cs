using System.CommandLine;
using Neuvieme.Droit;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Cli;

namespace Neuvieme.Fonctions.Etablissements.Creer;

/// <summary>`neuvieme etablissements creer` : de quoi commencer sans la démonstration.</summary>
static class VerbeCreer
{
    public static Command Verbe()
    {
        var baseDeDonnees = Verbes.Base();
        var uai = new Option<string>("--uai") { Description = "UAI : sept chiffres et une lettre", Required = true };
        var nom = new Option<string>("--nom") { Description = "Nom de l’établissement", Required = true };
        var academie = new Option<string>("--academie") { Description = "Code d’académie à deux chiffres (14 : Rennes)", Required = true };
        var academieNom = new Option<string?>("--academie-nom") { Description = "Nom de l’académie, au premier établissement" };
        var nature = new Option<string>("--nature") { Description = "Code de nature à trois chiffres (340 : collège)", Required = true };
        var secteur = new Option<Secteur>("--secteur") { Description = "Public, PriveSousContrat ou PriveHorsContrat", DefaultValueFactory = _ => Secteur.Public };
        var prioritaire = new Option<EducationPrioritaire>("--education-prioritaire") { Description = "Aucune, Rep ou RepPlus", DefaultValueFactory = _ => EducationPrioritaire.Inconnue };
        var commune = new Option<string>("--commune") { Description = "Commune", DefaultValueFactory = _ => "" };
        var verbe = new Command("creer", "Inscrit un établissement et, s’il le faut, son académie") { baseDeDonnees, uai, nom, academie, academieNom, nature, secteur, prioritaire, commune };
        verbe.SetAction(async (r, ct) =>
        {
            var action = new CreerEtablissement(r.GetValue(uai)!, r.GetValue(nom)!, r.GetValue(academie)!, r.GetValue(academieNom), r.GetValue(nature)!, r.GetValue(secteur), r.GetValue(prioritaire), r.GetValue(commune)!);
            await VerbeBase.Migrer(r.GetValue(baseDeDonnees)!, ct);
            await using var db = Connexion.Ouvrir(r.GetValue(baseDeDonnees)!);
            if (await Verbes.Refuse(await action.Executer(db, Verbes.Auteur(), ct)))
            {
                return 2;
            }

            foreach (var avertissement in action.Avertissements)
            {
                await Console.Error.WriteLineAsync("Attention : " + avertissement);
            }

            Console.WriteLine($"{action.Uai.Trim().ToUpperInvariant()} {action.Nom} est inscrit.");
            return 0;
        });
        return verbe;
    }
}
