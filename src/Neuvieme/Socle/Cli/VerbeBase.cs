using System.CommandLine;
using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Socle.Cli;

/// <summary>`neuvieme base` : crée la base, la met à niveau, la copie.</summary>
static class VerbeBase
{
    public static Command Verbe()
    {
        var baseDeDonnees = Verbes.Base();
        var migrer = new Command("migrer", "Crée la base ou la met à niveau") { baseDeDonnees };
        migrer.SetAction((r, ct) => Dire(r.GetValue(baseDeDonnees)!, async laBase =>
        {
            await Migrer(laBase, ct);
            return "La base est à jour.";
        }));
        var vers = new Option<string>("--vers") { Description = "Fichier à créer ; il ne doit pas exister", Required = true };
        var sauvegarder = new Command("sauvegarder", "Copie une base SQLite, même pendant que le site la sert") { baseDeDonnees, vers };
        sauvegarder.SetAction((r, ct) => Dire(r.GetValue(baseDeDonnees)!, laBase => Sauvegarder(laBase, r.GetValue(vers)!, ct)));
        return new Command("base", "La base de données") { migrer, sauvegarder };
    }

    /// <summary>Ce que la base refuse se dit en une phrase : un administrateur n'a que faire d'une pile d'appels.</summary>
    static async Task<int> Dire(string laBase, Func<string, Task<string>> action)
    {
        try
        {
            Console.WriteLine(await action(laBase));
            return 0;
        }
        catch (Exception erreur) when (erreur is DbException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"--base : {erreur.Message}");
            return 2;
        }
    }

    /// <summary>Copier le fichier à la main perd ce qui attend encore dans le journal d'écriture ; la base se copie donc elle-même.</summary>
    static async Task<string> Sauvegarder(string laBase, string vers, CancellationToken ct)
    {
        if (Connexion.EstPostgreSql(laBase))
        {
            throw new IOException("c’est une base PostgreSQL : la sauvegarder avec pg_dump.");
        }

        if (!File.Exists(laBase))
        {
            throw new IOException($"« {laBase} » n’existe pas.");
        }

        if (File.Exists(vers))
        {
            throw new IOException($"« {vers} » existe déjà : choisissez un autre nom.");
        }

        await using var connexion = Connexion.Nue(laBase);
        await connexion.OpenAsync(ct);
        await using var copie = connexion.CreateCommand();
        copie.CommandText = "VACUUM INTO $vers";
        var parametre = copie.CreateParameter();
        (parametre.ParameterName, parametre.Value) = ("$vers", Path.GetFullPath(vers));
        copie.Parameters.Add(parametre);
        await copie.ExecuteNonQueryAsync(ct);
        return $"Base copiée dans {vers}.";
    }

    public static async Task Migrer(string baseDeDonnees, CancellationToken ct)
    {
        if (await EstAJour(baseDeDonnees, ct))
        {
            return;
        }

        await using var db = Connexion.Ouvrir(baseDeDonnees);
        await db.Database.MigrateAsync(ct);
    }

    static async Task<bool> EstAJour(string baseDeDonnees, CancellationToken ct)
    {
        var attendues = typeof(NeuviemeDb).Assembly.GetTypes().Select(t => t.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>();
        try
        {
            return !attendues.Except(await Connexion.MigrationsAppliquees(baseDeDonnees, ct)).Any();
        }
        catch (DbException)
        {
            return false;
        }
    }
}
