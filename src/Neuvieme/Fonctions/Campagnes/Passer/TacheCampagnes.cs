using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Quartz;

namespace Neuvieme.Fonctions.Campagnes.Passer;

/// <summary>Passe les campagnes au démarrage puis toutes les dix minutes, sur chaque nœud (décision 0015). Une base qui ne répond pas se retente au passage suivant.</summary>
[DisallowConcurrentExecution]
public sealed partial class TacheCampagnes(NeuviemeDb db, Horloge horloge, ILogger<TacheCampagnes> journal) : IJob
{
    public static readonly TimeSpan Periode = TimeSpan.FromMinutes(10);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await PasserLesCampagnes.Executer(db, PasserLesCampagnes.Tache(horloge.MaintenantUtc), cancellationToken);
        }
        catch (Exception erreur) when (erreur is DbException or DbUpdateException)
        {
            Retenter(journal, Periode.TotalMinutes, erreur);
        }
    }

    /// <summary>L'heure qui décide est celle de la base et de l'application ; Quartz ne fait que réveiller.</summary>
    public static void Planifier(IServiceCollection services) => services
        .AddQuartz(q => q.UseTimeProvider(TimeProvider.System).ScheduleJob<TacheCampagnes>(t => t.WithIdentity("campagnes").StartNow().WithSimpleSchedule(Periode)))
        .AddQuartzHostedService(o => (o.WaitForJobsToComplete, o.AwaitApplicationStarted) = (true, true));

    [LoggerMessage(LogLevel.Warning, "Campagnes : le passage a échoué, il sera retenté dans {Minutes} minutes.")]
    static partial void Retenter(ILogger journal, double minutes, Exception erreur);
}
