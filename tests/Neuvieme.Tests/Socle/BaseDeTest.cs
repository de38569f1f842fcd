using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Demo;
using Neuvieme.Socle.BaseDeDonnees;

[assembly: AssemblyFixture(typeof(Neuvieme.Tests.Socle.Modeles))]

namespace Neuvieme.Tests.Socle;

/// <summary>Une base neuve, copiée d'un modèle migré une seule fois, et jetée à la fin du test.</summary>
public sealed class BaseDeTest : IAsyncDisposable
{
    static int s_compteur;

    readonly Base _sur;
    readonly string _nom;

    BaseDeTest(Base sur, string nom, string chaine) => (_sur, _nom, Chaine) = (sur, nom, chaine);

    /// <summary>Ce que <c>--base</c> accepte : un fichier SQLite ou une chaîne PostgreSQL.</summary>
    public string Chaine { get; }

    public NeuviemeDb Ouvrir() => Connexion.Ouvrir(Chaine);

    /// <summary>Une base migrée, avec la démonstration nommée si on la demande.</summary>
    public static async Task<BaseDeTest> Creer(Base sur, bool demo = false) => await Creer(sur, await Modeles.De(sur, demo));

    /// <summary>Sans aucune table : pour ce qui se joue avant les migrations.</summary>
    public static Task<BaseDeTest> Vide(Base sur) => Creer(sur, modele: null);

    static async Task<BaseDeTest> Creer(Base sur, string? modele)
    {
        var nom = $"neuvieme_{Environment.ProcessId}_{Interlocked.Increment(ref s_compteur)}";
        if (sur == Base.PostgreSql)
        {
            await ServeurPostgreSql.Creer(nom, modele);
            return new(sur, nom, ServeurPostgreSql.ChaineVers(nom));
        }

        var fichier = Path.Combine(Modeles.Dossier, nom + ".db");
        if (modele is not null)
        {
            File.Copy(modele, fichier);
        }

        return new(sur, nom, fichier);
    }

    public async ValueTask DisposeAsync()
    {
        if (_sur == Base.PostgreSql)
        {
            await ServeurPostgreSql.Supprimer(_nom);
            return;
        }

        Modeles.Lacher(Chaine);
        foreach (var suffixe in (string[])["", "-wal", "-shm"])
        {
            File.Delete(Chaine + suffixe);
        }
    }
}

/// <summary>Les modèles, faits au premier besoin et retirés quand tous les tests sont passés.</summary>
public sealed class Modeles : IAsyncDisposable
{
    internal static readonly string Dossier = Directory.CreateTempSubdirectory("neuvieme-essais-").FullName;

    static readonly ConcurrentDictionary<(Base, bool), Lazy<Task<string>>> Faits = new();

    internal static Task<string> De(Base sur, bool demo) => Faits.GetOrAdd((sur, demo), c => new(() => Faire(c.Item1, c.Item2))).Value;

    /// <summary>Le nom de la base PostgreSQL, ou le fichier SQLite, à recopier.</summary>
    static async Task<string> Faire(Base sur, bool demo)
    {
        var nom = $"neuvieme_modele{(demo ? "_demo" : "")}_{Environment.ProcessId}";
        if (sur == Base.PostgreSql)
        {
            await ServeurPostgreSql.Creer(nom);
            await Remplir(ServeurPostgreSql.ChaineVers(nom, reserve: false), demo);
            return nom;
        }

        var fichier = Path.Combine(Dossier, nom + ".db");
        await Remplir(fichier, demo);
        Lacher(fichier);
        return fichier;
    }

    static async Task Remplir(string chaine, bool demo)
    {
        await using var db = Connexion.Ouvrir(chaine);
        await db.Database.MigrateAsync();
        if (demo)
        {
            (await Demonstration.Charger(db, new TempsDeTest())).ShouldBeNull();
        }
    }

    /// <summary>La dernière connexion fermée replie le journal WAL dans le fichier : il se copie alors seul.</summary>
    internal static void Lacher(string fichier)
    {
        using var db = Connexion.Ouvrir(fichier);
        using var connexion = new SqliteConnection(db.Database.GetConnectionString());
        SqliteConnection.ClearPool(connexion);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var ((sur, _), modele) in Faits)
        {
            if (sur == Base.PostgreSql && modele.IsValueCreated)
            {
                await ServeurPostgreSql.Supprimer(await modele.Value);
            }
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(Dossier, recursive: true);
    }
}
