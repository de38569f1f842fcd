using System.CommandLine;
using Neuvieme.Socle;
using Neuvieme.Socle.Cli;

namespace Neuvieme.Fonctions.Comptes.Deleguer;

/// <summary>`neuvieme comptes deleguer` : l'intérim d'un chef qui ne peut plus se connecter.</summary>
static class VerbeDeleguer
{
    public static Command Verbe()
    {
        var baseDeDonnees = Verbes.Base();
        var courriel = new Option<string>("--courriel") { Description = "Adresse du compte qui reçoit la délégation", Required = true };
        var role = new Option<Role>("--role") { Description = "ChefEtablissement ou Recteur", DefaultValueFactory = _ => Role.ChefEtablissement };
        var uai = new Option<string?>("--uai") { Description = "Établissement, pour un chef" };
        var academie = new Option<string?>("--academie") { Description = "Code d’académie, pour un recteur" };
        var interim = new Option<bool>("--interim") { Description = "Par intérim, et non par délégation" };
        var du = new Option<DateOnly>("--du") { Description = "Premier jour (2026-09-01)", Required = true };
        var au = new Option<DateOnly>("--au") { Description = "Dernier jour, compris", Required = true };
        var verbe = new Command("deleguer", "Donne à un compte, entre deux dates, la qualité de chef ou de recteur") { baseDeDonnees, courriel, role, uai, academie, interim, du, au };
        verbe.SetAction(async (r, ct) =>
        {
            var forme = r.GetValue(interim) ? FormeDeDelegation.ParInterim : FormeDeDelegation.ParDelegation;
            var action = new DeleguerQualite(r.GetValue(role), r.GetValue(uai), r.GetValue(academie), r.GetValue(courriel)!, forme, r.GetValue(du), r.GetValue(au));
            await VerbeBase.Migrer(r.GetValue(baseDeDonnees)!, ct);
            await using var db = Socle.BaseDeDonnees.Connexion.Ouvrir(r.GetValue(baseDeDonnees)!);
            if (await Verbes.Refuse(await action.Executer(db, Verbes.Auteur(), ct)))
            {
                return 2;
            }

            Console.WriteLine($"{action.Delegataire} agit {(forme == FormeDeDelegation.ParInterim ? "par intérim" : "par délégation")} du {Francais.Date(r.GetValue(du))} au {Francais.Date(r.GetValue(au))}.");
            return 0;
        });
        return verbe;
    }
}
