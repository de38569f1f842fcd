using System.CommandLine;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Cli;

namespace Neuvieme.Fonctions.Campagnes.Passer;

/// <summary>`neuvieme campagnes passer` : fait une fois ce que la tâche planifiée fait ; pour un cron, ou après un arrêt.</summary>
static class VerbePasser
{
    public static Command Verbe()
    {
        var baseDeDonnees = Verbes.Base();
        var verbe = new Command("passer", "Dépose les courriels de campagne dus : ouvertures, rappels, clôtures") { baseDeDonnees };
        verbe.SetAction(async (r, ct) =>
        {
            if (await Verbes.Absente(r.GetValue(baseDeDonnees)!))
            {
                return 2;
            }

            await VerbeBase.Migrer(r.GetValue(baseDeDonnees)!, ct);
            await using var db = Connexion.Ouvrir(r.GetValue(baseDeDonnees)!);
            var envoyes = await PasserLesCampagnes.Executer(db, PasserLesCampagnes.Tache(Verbes.Auteur().InstantUtc), ct);
            foreach (var e in envoyes)
            {
                Console.WriteLine($"Académie {e.Academie}, « {e.Campagne} » : {e.Genre switch { GenreEcheance.Ouverture => "ouverture", GenreEcheance.Rappel => "rappel", _ => "clôture" }}, {Socle.Francais.Nombre(e.Destinataires, "courriel déposé", "courriels déposés")}.");
            }

            if (envoyes.Count == 0)
            {
                Console.WriteLine("Rien à envoyer.");
            }

            return 0;
        });
        return verbe;
    }
}
