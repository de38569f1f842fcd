using System.CommandLine;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Cli;

namespace Neuvieme.Fonctions.Courriels.Envoyer;

/// <summary>`neuvieme courriels envoyer` : un passage, pour cron ; 1 si un courriel reste à envoyer ou a été refusé, 2 si rien n'a pu être tenté.</summary>
static class VerbeEnvoyer
{
    public static Command Verbe()
    {
        var baseDeDonnees = Verbes.Base();
        var courrier = new OptionsDeCourrier();
        var verbe = new Command("envoyer", "Dépose les rappels et le résumé dus, puis vide une fois la file des courriels") { baseDeDonnees };
        courrier.Ajouter(verbe);
        verbe.SetAction(async (r, ct) =>
        {
            var (reglages, refus) = courrier.Lire(r, OptionsDeCourrier.SiteLocal);
            if (reglages is null)
            {
                await Console.Error.WriteLineAsync(refus);
                return 2;
            }

            if (await Verbes.Absente(r.GetValue(baseDeDonnees)!))
            {
                return 2;
            }

            await using var db = Connexion.Ouvrir(r.GetValue(baseDeDonnees)!);
            var passage = await new Tournee(reglages, new Horloge(TimeProvider.System)).Executer(db, calendrier: true, ct);
            Console.WriteLine($"{passage} Courriels {reglages.Description}.");
            return passage.Remis + passage.Abandonnes > 0 ? 1 : 0;
        });
        return verbe;
    }
}
