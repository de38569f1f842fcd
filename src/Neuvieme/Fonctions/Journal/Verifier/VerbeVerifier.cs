using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Cli;

namespace Neuvieme.Fonctions.Journal.Verifier;

/// <summary>`neuvieme journal verifier` : 0 si toutes les chaînes se tiennent, 1 si une est rompue, 2 si la portée n'a pas de journal.</summary>
static class VerbeVerifier
{
    public static Command Verbe()
    {
        var baseDeDonnees = Verbes.Base();
        var portee = new Option<string?>("--portee") { Description = "Un UAI, « academie:14 » ou « instance » ; sans elle, tous les journaux" };
        var verbe = new Command("verifier", "Recalcule les empreintes du journal et dit s’il est intact") { baseDeDonnees, portee };
        verbe.SetAction((r, ct) => Executer(r.GetValue(baseDeDonnees)!, r.GetValue(portee), ct));
        return verbe;
    }

    static async Task<int> Executer(string baseDeDonnees, string? portee, CancellationToken ct)
    {
        if (await Verbes.Absente(baseDeDonnees))
        {
            return 2;
        }

        await using var db = Connexion.Ouvrir(baseDeDonnees);
        var portees = await db.Journal.Where(e => portee == null || e.Portee == portee).Select(e => e.Portee).Distinct().OrderBy(p => p).ToListAsync(ct);
        if (portees.Count == 0)
        {
            await Console.Error.WriteLineAsync(portee is null ? "Le journal est vide : rien à vérifier." : $"Aucun journal pour « {portee} ».");
            return portee is null ? 0 : 2;
        }

        var rompue = false;
        foreach (var p in portees)
        {
            var etat = await VerifierLaChaine.Executer(db, p, ct);
            rompue |= !etat.Intacte;
            Console.WriteLine(etat.Rupture is { } rupture ? $"{p,-14} ROMPU à l’entrée n° {rupture.Rang} : {rupture.Raison}" : $"{p,-14} intact, {etat.Entrees} entrées, dernière empreinte {etat.DerniereEmpreinte}");
        }

        return rompue ? 1 : 0;
    }
}
