using Microsoft.AspNetCore.Builder;
using Neuvieme.Demo;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;
using Neuvieme.Tests.Socle;

namespace Neuvieme.Navigateur.Tests;

/// <summary>L'application entière sur une base de démonstration neuve, un jour de septembre 2026.</summary>
sealed class SiteDeDemo : IAsyncDisposable
{
    readonly DirectoryInfo _dossier = Directory.CreateTempSubdirectory("neuvieme-parcours-");
    WebApplication? _application;

    public TempsDeTest Temps { get; } = new();
    public Uri Adresse => new(_application!.Urls.Single());

    public static async Task<SiteDeDemo> Demarrer()
    {
        var site = new SiteDeDemo();
        var fichier = Path.Combine(site._dossier.FullName, "demo.db");
        await using (var db = Connexion.Ouvrir(fichier))
        {
            await Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.MigrateAsync(db.Database);
            (await Demonstration.Charger(db, site.Temps)).ShouldBeNull();
        }

        site._application = Application.Construire(new OptionsApplication(fichier, Port: 0, Temps: site.Temps, JournalTechnique: false));
        await site._application.StartAsync();
        return site;
    }

    public async ValueTask DisposeAsync()
    {
        if (_application is not null)
        {
            await _application.StopAsync();
            await _application.DisposeAsync();
        }

        _dossier.Delete(recursive: true);
    }
}
