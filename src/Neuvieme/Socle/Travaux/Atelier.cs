using Microsoft.EntityFrameworkCore;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Socle.Travaux;

/// <summary>Fait un travail du début à la fin, paquet par paquet, et rend la phrase qui le conclut.</summary>
public delegate Task<string> Ouvrage(NeuviemeDb db, Prise prise, CancellationToken ct);

/// <summary>Il ne peut pas aboutir et ne gagnerait rien à être repris : le message le dit.</summary>
public sealed class TravailImpossibleException(string message) : Exception(message);

/// <summary>Prend les travaux demandés, un à la fois par processus, et les mène au bout ; le même pour le site et pour la commande.</summary>
public sealed class Atelier(Func<NeuviemeDb> ouvrir, Horloge horloge, IReadOnlyDictionary<GenreDeTravail, Ouvrage> ouvrages, ILogger trace) : IDisposable
{
    /// <summary>Trois signes de vie manqués, et le travail est à reprendre.</summary>
    public static readonly TimeSpan Bail = TimeSpan.FromSeconds(30);
    static readonly TimeSpan SigneDeVie = TimeSpan.FromSeconds(10);

    /// <summary>Qui l'a demandé n'attend plus son effet le lendemain : il le redemandera, et seul ce qui manque sera fait.</summary>
    static readonly TimeSpan Reprise = TimeSpan.FromHours(12);
    const int PrisesAuPlus = 20;
    const int EchecsAuPlus = 3;
    readonly SemaphoreSlim _reveil = new(0, 1);

    /// <summary>Un travail vient d'être demandé ici : inutile d'attendre la prochaine ronde.</summary>
    public void Reveiller()
    {
        if (_reveil.CurrentCount == 0)
        {
            _reveil.Release();
        }
    }

    internal Task<bool> Attendre(TimeSpan ronde, CancellationToken ct) => _reveil.WaitAsync(ronde, ct);

    public void Dispose() => _reveil.Dispose();

    IQueryable<Travail> Libres(NeuviemeDb db)
    {
        var perdu = horloge.MaintenantUtc - Bail;
        return db.Travaux.Where(t => (t.Etat == EtatTravail.EnAttente || t.Etat == EtatTravail.EnCours) && (t.PrisUtc == null || t.PrisUtc < perdu));
    }

    /// <summary>Fait le plus ancien des travaux que personne ne tient. Faux s'il n'y en a pas.</summary>
    public async Task<bool> Prochain(CancellationToken ct)
    {
        await using var db = ouvrir();
        var id = await Libres(db).OrderBy(t => t.Id).Select(t => (long?)t.Id).FirstOrDefaultAsync(ct);
        return id is { } trouve && await Conduire(trouve, ct);
    }

    /// <summary>Faux si un autre le tient, ou s'il est fini.</summary>
    public async Task<bool> Conduire(long id, CancellationToken ct)
    {
        await using var db = ouvrir();
        var instant = horloge.MaintenantUtc;
        if (await Libres(db).Where(t => t.Id == id).ExecuteUpdateAsync(s => s.SetProperty(t => t.Etat, EtatTravail.EnCours).SetProperty(t => t.PrisUtc, instant)
            .SetProperty(t => t.Prises, t => t.Prises + 1).SetProperty(t => t.CommenceUtc, t => t.CommenceUtc ?? instant), ct) == 0)
        {
            return false;
        }

        var travail = await db.Travaux.AsNoTracking().SingleAsync(t => t.Id == id, ct);
        var prise = new Prise(travail, horloge);
        if (travail.Prises > PrisesAuPlus || instant - travail.DemandeUtc > Reprise)
        {
            await prise.Finir(db, EtatTravail.EnEchec, "Interrompu trop longtemps pour reprendre seul. Ce qui est fait reste : demandez-le de nouveau, seul ce qui manque sera fait.", ct);
            return true;
        }

        await Mener(db, prise, ct);
        return true;
    }

    async Task Mener(NeuviemeDb db, Prise prise, CancellationToken ct)
    {
        using var fin = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var vie = DonnerSigneDeVie(prise, fin);
        try
        {
            var conclusion = await ouvrages[prise.Travail.Genre](db, prise, fin.Token);
            await Seul(d => prise.Finir(d, EtatTravail.Fini, conclusion, CancellationToken.None));
        }
        catch (PriseRetireeException)
        {
            // Arrêté par quelqu'un, ou repris ailleurs : l'état est déjà dit.
        }
        catch (TravailImpossibleException erreur)
        {
            await Seul(d => prise.Finir(d, EtatTravail.EnEchec, erreur.Message, CancellationToken.None));
        }
        catch (OperationCanceledException) when (fin.IsCancellationRequested)
        {
            // Le site s'arrête : un autre nœud, ou lui-même au retour, reprend sans attendre le bail.
            await Seul(d => prise.Rendre(d, CancellationToken.None));
        }
#pragma warning disable CA1031 // Une base muette un instant : le bail échoit, et le travail se reprend de lui-même.
        catch (Exception erreur)
#pragma warning restore CA1031
        {
            trace.LogError(erreur, "Travail {Travail} : la prise {Prise} a échoué.", prise.Travail.Id, prise.Travail.Prises);
            if (prise.Travail.Prises >= EchecsAuPlus)
            {
                await Seul(d => prise.Finir(d, EtatTravail.EnEchec, "Interrompu par une panne, plusieurs fois de suite. Ce qui est fait reste. Prévenez l’administrateur du site : son journal technique dit laquelle.", CancellationToken.None));
            }
        }
        finally
        {
            await fin.CancelAsync();
            await vie;
        }
    }

    /// <summary>Sur une base à elle : celle de l'ouvrage peut être au milieu d'une transaction, ou en panne.</summary>
    async Task Seul(Func<NeuviemeDb, Task> ecriture)
    {
        await using var db = ouvrir();
        try
        {
            await ecriture(db);
        }
        catch (PriseRetireeException)
        {
            // Arrêté au dernier moment.
        }
    }

    async Task DonnerSigneDeVie(Prise prise, CancellationTokenSource fin)
    {
        while (true)
        {
            try
            {
                await Task.Delay(SigneDeVie, fin.Token);
                await using var db = ouvrir();
                if (!await prise.Renouveler(db, fin.Token))
                {
                    await fin.CancelAsync();
                }
            }
            catch (OperationCanceledException) when (fin.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Un signe manqué n'arrête rien : c'est d'en manquer trois qui compte.
            catch (Exception erreur)
#pragma warning restore CA1031
            {
                trace.LogWarning(erreur, "Travail {Travail} : signe de vie manqué.", prise.Travail.Id);
            }
        }
    }
}

/// <summary>La tâche de fond du site : ce qui est demandé ici se fait aussitôt ; la ronde reprend ce qu'un autre a laissé.</summary>
sealed class TacheDesTravaux(Atelier atelier, Web.OptionsApplication options, ILogger<TacheDesTravaux> trace) : BackgroundService
{
    static readonly TimeSpan Ronde = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await atelier.Attendre(options.Taches ? Ronde : Timeout.InfiniteTimeSpan, stoppingToken);
                while (await atelier.Prochain(stoppingToken))
                {
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Une base arrêtée un instant ne doit pas arrêter les travaux pour toujours.
            catch (Exception erreur)
#pragma warning restore CA1031
            {
                trace.LogError(erreur, "Travaux : cette ronde a échoué, la suivante reprendra.");
            }
        }
    }
}
