using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Neuvieme.Socle.BaseDeDonnees;

/// <summary>Une chaîne choisit la base : un chemin de fichier pour SQLite, « Host=… » pour PostgreSQL.</summary>
public static class Connexion
{
    public static bool EstPostgreSql(string baseOuChaine) => baseOuChaine.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    public static DbContextOptionsBuilder Configurer(DbContextOptionsBuilder options, string baseOuChaine)
    {
        if (EstPostgreSql(baseOuChaine))
        {
            options.UseNpgsql(baseOuChaine);
        }
        else
        {
            var dossier = Path.GetDirectoryName(Path.GetFullPath(baseOuChaine));
            if (dossier is not null)
            {
                Directory.CreateDirectory(dossier);
            }

            options.UseSqlite(new SqliteConnectionStringBuilder { DataSource = baseOuChaine, ForeignKeys = true }.ToString());
        }

        // Les migrations sont du SQL relu à la main, sans instantané de modèle : le test de dérive du schéma le remplace.
        return options.ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning, CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning));
    }

    /// <summary>Pour lire sans EF ; sur SQLite, elle ne peut pas écrire et n'entre pas dans la réserve d'EF, qui y range ses fonctions.</summary>
    public static DbConnection Nue(string baseOuChaine) => EstPostgreSql(baseOuChaine) ? new NpgsqlConnection(baseOuChaine)
        : new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = baseOuChaine, Pooling = false, Mode = SqliteOpenMode.ReadOnly }.ToString());

    /// <summary>Les migrations que la base a reçues, lues sans EF, dont le modèle prend à lui seul plus de temps que le reste du démarrage.</summary>
    /// <exception cref="DbException">La base ne répond pas, ou n'a jamais été créée.</exception>
    public static async Task<List<string>> MigrationsAppliquees(string baseOuChaine, CancellationToken ct)
    {
        using var lecture = new LectureChaude(baseOuChaine, """SELECT "MigrationId" FROM "__EFMigrationsHistory" """);
        return await lecture.Lire(l => l.GetString(0), ct);
    }

    public static NeuviemeDb Ouvrir(string baseOuChaine)
    {
        var options = new DbContextOptionsBuilder<NeuviemeDb>();
        Configurer(options, baseOuChaine);
        return new NeuviemeDb(options.Options);
    }

    /// <summary>
    /// Commence l'écriture dans une portée (un UAI, une académie) : une seule à la fois par portée, pour que ni
    /// l'enveloppe ni la chaîne du journal ne soient lues pendant qu'un autre les change.
    /// </summary>
    public static Task<IDbContextTransaction> Commencer(this NeuviemeDb db, string portee, CancellationToken ct = default) => db.Commencer([portee], ct);

    /// <summary>La même chose sur plusieurs portées, verrouillées toujours dans le même ordre pour que deux écritures ne s'attendent pas l'une l'autre.</summary>
    public static async Task<IDbContextTransaction> Commencer(this NeuviemeDb db, IEnumerable<string> portees, CancellationToken ct = default)
    {
        // Sur SQLite, BeginTransaction émet BEGIN IMMEDIATE : le verrou d'écriture est déjà pris.
        var transaction = await db.Database.BeginTransactionAsync(ct);
        if (db.Database.IsNpgsql())
        {
            foreach (var portee in portees.Distinct().Order(StringComparer.Ordinal))
            {
                await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({portee}, 9))", ct);
            }
        }

        return transaction;
    }

    /// <summary>
    /// Tient une portée à plusieurs, dans une transaction déjà commencée : ceux qui la partagent ne s'attendent pas, mais
    /// <see cref="Commencer(NeuviemeDb, string, CancellationToken)"/> sur elle attend qu'ils aient fini, et eux lui. Sur SQLite, l'écriture est déjà seule.
    /// </summary>
    public static async Task Partager(this NeuviemeDb db, string portee, CancellationToken ct = default)
    {
        if (db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock_shared(hashtextextended({portee}, 9))", ct);
        }
    }

    /// <summary>Vrai si l'enregistrement a échoué parce qu'une ligne identique existe déjà (double clic, seconde personne).</summary>
    public static bool EstDoublon(this DbUpdateException erreur) => erreur.InnerException switch
    {
        // SQLITE_CONSTRAINT_PRIMARYKEY et SQLITE_CONSTRAINT_UNIQUE : le code 19 couvre aussi les clés étrangères et les colonnes vides.
        SqliteException { SqliteExtendedErrorCode: 1555 or 2067 } => true,
        DbException { SqlState: "23505" } => true,
        _ => false,
    };
}
