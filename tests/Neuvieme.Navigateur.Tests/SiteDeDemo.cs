using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;
using Neuvieme.Tests.Socle;

[assembly: AssemblyFixture(typeof(Neuvieme.Navigateur.Tests.ModeleDeDemo))]

namespace Neuvieme.Navigateur.Tests;

/// <summary>La base de démonstration, préparée une fois ; chaque site en sert une copie.</summary>
public sealed class ModeleDeDemo : IAsyncLifetime
{
    readonly DirectoryInfo _dossier = Directory.CreateTempSubdirectory("neuvieme-parcours-");
    int _copies;

    string Modele => Path.Combine(_dossier.FullName, "modele.db");

    public async ValueTask InitializeAsync()
    {
        await using var db = Connexion.Ouvrir(Modele);
        await db.Database.MigrateAsync();
        (await Demonstration.Charger(db, new TempsDeTest())).ShouldBeNull();
        SqliteConnection.ClearAllPools();
    }

    /// <summary>L'application entière sur une copie neuve ; <paramref name="vierge"/> : sans la démonstration.</summary>
    public async Task<SiteDeDemo> Servir(bool vierge = false)
    {
        var fichier = Path.Combine(_dossier.FullName, $"site{Interlocked.Increment(ref _copies)}.db");
        if (!vierge)
        {
            File.Copy(Modele, fichier);
        }

        await using (var db = Connexion.Ouvrir(fichier))
        {
            await db.Database.MigrateAsync();
        }

        return await SiteDeDemo.Demarrer(fichier);
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        _dossier.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}

/// <summary>Le site servi sur un port libre, le 8 septembre 2026.</summary>
public sealed class SiteDeDemo : IAsyncDisposable
{
    readonly WebApplication _application;

    SiteDeDemo(WebApplication application, string fichier, TempsDeTest temps) => (_application, Fichier, Temps) = (application, fichier, temps);

    public string Fichier { get; }
    public TempsDeTest Temps { get; }
    public Uri Adresse => new(_application.Urls.Single());

    internal static async Task<SiteDeDemo> Demarrer(string fichier)
    {
        var temps = new TempsDeTest();
        var application = Application.Construire(new OptionsApplication(fichier, Port: 0, Temps: temps, JournalTechnique: false));
        await application.StartAsync();
        return new(application, fichier, temps);
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }
}
