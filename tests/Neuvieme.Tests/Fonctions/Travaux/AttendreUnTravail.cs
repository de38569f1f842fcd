using Microsoft.EntityFrameworkCore;
using Neuvieme.Socle.Travaux;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Tests.Fonctions.Travaux;

static class AttendreUnTravail
{
    /// <summary>Le dernier travail demandé, quand il est fini.</summary>
    public static async Task<Travail> Fini(this ServeurDeTest serveur)
    {
        for (var limite = DateTime.UtcNow.AddSeconds(90); DateTime.UtcNow < limite; await Task.Delay(50, TestContext.Current.CancellationToken))
        {
            if (await serveur.Lire(db => db.Travaux.AsNoTracking().OrderBy(t => t.Id).LastOrDefaultAsync(TestContext.Current.CancellationToken)) is { EstVivant: false } fini)
            {
                return fini;
            }
        }

        throw new TimeoutException("Le travail ne finit pas.");
    }
}
