using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Cli;
using Neuvieme.Socle.Documents;
using Neuvieme.Socle.Sceau;

namespace Neuvieme.Fonctions.Lettres.Suivre;

/// <summary>`neuvieme lettres suivre` : le même passage que la tâche de fond, pour cron ; 1 si une lettre signée attend encore son certificat.</summary>
static class VerbeSuivre
{
    public static Command Verbe()
    {
        var baseDeDonnees = Verbes.Base();
        var (courrier, sceau) = (new OptionsDeCourrier(), new OptionsDeSceau());
        var verbe = new Command("suivre", "Rappelle, ferme les circuits au délai passé, certifie et cachette les lettres signées") { baseDeDonnees };
        courrier.Ajouter(verbe);
        sceau.Ajouter(verbe);
        verbe.SetAction(async (r, ct) =>
        {
            var (site, refusDuSite) = courrier.Lire(r, OptionsDeCourrier.SiteLocal);
            var (cle, refusDeLaCle) = sceau.Lire(r);
            if (site is null || cle is null)
            {
                await Console.Error.WriteLineAsync(site is null ? refusDuSite : refusDeLaCle);
                return 2;
            }

            if (await Verbes.Absente(r.GetValue(baseDeDonnees)!))
            {
                return 2;
            }

            using var traces = LoggerFactory.Create(l => l.AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace));
            await using var moteur = new MoteurTypst();
            using var cachet = new SceauDeLOrganisme(cle, TimeProvider.System);
            var horloge = new Horloge(TimeProvider.System);
            await using var db = Connexion.Ouvrir(r.GetValue(baseDeDonnees)!);
            var rappels = await SuivreLesSignatures.Executer(db, horloge, ct);
            var certifier = new CertifierLettres(moteur, cachet, site, horloge, traces.CreateLogger<CertifierLettres>());
            var certifiees = 0;
            for (int faites; (faites = await certifier.Executer(db, lettres: null, ct)) > 0; certifiees += faites) { }

            var restent = await db.Lettres.CountAsync(l => l.ACertifier, ct);
            Console.WriteLine($"{Francais.Nombre(rappels, "rappel déposé", "rappels déposés")}, {Francais.Nombre(certifiees, "lettre certifiée", "lettres certifiées")}, {Francais.Nombre(restent, "en attente", "en attente")}.");
            return restent > 0 ? 1 : 0;
        });
        return verbe;
    }
}
