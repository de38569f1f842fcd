using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Socle;
using Neuvieme.Socle.Cli;

namespace Neuvieme.Fonctions.Comptes.Revoquer;

/// <summary>`neuvieme comptes revoquer` : les délégations encore en cours d'un compte, toutes à la fois.</summary>
static class VerbeRevoquer
{
    public static Command Verbe()
    {
        var baseDeDonnees = Verbes.Base();
        var courriel = new Option<string>("--courriel") { Description = "Adresse du compte qui a reçu la délégation", Required = true };
        var verbe = new Command("revoquer", "Met fin aux délégations d’un compte") { baseDeDonnees, courriel };
        verbe.SetAction(async (r, ct) =>
        {
            if (await Verbes.Absente(r.GetValue(baseDeDonnees)!))
            {
                return 2;
            }

            await VerbeBase.Migrer(r.GetValue(baseDeDonnees)!, ct);
            await using var db = Socle.BaseDeDonnees.Connexion.Ouvrir(r.GetValue(baseDeDonnees)!);
            var (cle, auteur) = (r.GetValue(courriel)!.Trim().ToUpperInvariant(), Verbes.Auteur());
            var enCours = await db.Habilitations.Where(h => h.Delegation != null && h.Fin >= auteur.Aujourdhui && db.Users.Any(c => c.Id == h.CompteId && c.NormalizedEmail == cle)).Select(h => h.Id).ToListAsync(ct);
            foreach (var id in enCours)
            {
                if (await Verbes.Refuse(await new RevoquerDelegation(id).Executer(db, auteur, ct)))
                {
                    return 2;
                }
            }

            if (enCours.Count == 0)
            {
                return await Verbes.Refuse([new("", $"{r.GetValue(courriel)} n’a aucune délégation en cours ni à venir.")]) ? 2 : 0;
            }

            Console.WriteLine($"{Francais.Nombre(enCours.Count, "délégation révoquée", "délégations révoquées")}.");
            return 0;
        });
        return verbe;
    }
}
