using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Archives;
using Neuvieme.Fonctions.Attributions.Rappeler;
using Neuvieme.Fonctions.MissionsDirectes;
using Neuvieme.Fonctions.Lettres.Suivre;
using Neuvieme.Fonctions.Suivi;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Courrier;

namespace Neuvieme.Fonctions.Courriels.Envoyer;

/// <summary>Tout ce que fait un passage, en tâche de fond comme par la commande : déposer ce que le calendrier demande, puis vider la file.</summary>
public sealed class Tournee(ReglagesCourrier reglages, Horloge horloge)
{
    /// <summary>Le temps qu'une trace d'envoi reste lisible ; le texte, lui, s'efface dès qu'il est parti.</summary>
    static readonly TimeSpan Conservation = TimeSpan.FromDays(180);
    readonly ViderLaFile _file = new(new Transport(reglages), reglages, horloge);

    public async Task<Passage> Executer(NeuviemeDb db, bool calendrier, CancellationToken ct)
    {
        if (calendrier)
        {
            await RappelsAutomatiques.Deposer(db, horloge, ct);
            await RappelsDirects.Deposer(db, horloge, ct);
            await SuivreLesSignatures.Executer(db, horloge, ct);
            await AvertirDuTerme.Deposer(db, horloge, ct);
            await EffacerLesConges.Executer(db, horloge, ct);
            await ResumeDeLaSemaine.Deposer(db, horloge, ct);
            var limite = horloge.MaintenantUtc - Conservation;
            await db.Courriels.Where(c => c.DeposeUtc < limite && (c.EnvoyeUtc < limite || c.AbandonneUtc < limite || c.ResumeId != null)).ExecuteDeleteAsync(ct);
        }

        return await _file.Executer(db, ct);
    }
}

/// <summary>La tâche de fond de « serve ». Ce qu'elle n'a pas fait attend en base : l'arrêter, ou en avoir deux, ne perd ni ne double rien.</summary>
sealed class TacheDeFond(IServiceScopeFactory portees, ReglagesCourrier reglages, Horloge horloge, ILogger<TacheDeFond> journal) : BackgroundService
{
    static readonly TimeSpan Calendrier = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var tournee = new Tournee(reglages, horloge);
        DateTime? calendrierFait = null;
        while (true)
        {
            try
            {
                // D'abord attendre : au démarrage, la première page passe avant.
                await Task.Delay(reglages.Cadence, stoppingToken);
                await using var portee = portees.CreateAsyncScope();
                var instant = horloge.MaintenantUtc;
                var calendrier = calendrierFait is null || instant - calendrierFait >= Calendrier;
                var db = portee.ServiceProvider.GetRequiredService<NeuviemeDb>();
                await tournee.Executer(db, calendrier, stoppingToken);
                await portee.ServiceProvider.GetRequiredService<CertifierLettres>().Executer(db, lettres: null, stoppingToken);
                calendrierFait = calendrier ? instant : calendrierFait;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Une base arrêtée un instant ne doit pas arrêter le courrier pour toujours.
            catch (Exception erreur)
#pragma warning restore CA1031
            {
                journal.LogError(erreur, "Courriels : ce passage a échoué, le suivant reprendra.");
            }
        }
    }
}
