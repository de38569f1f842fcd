using Npgsql;

namespace Neuvieme.Tests.Socle;

/// <summary>Le serveur PostgreSQL désigné par NEUVIEME_TEST_POSTGRES : on y crée et on y jette des bases.</summary>
static class ServeurPostgreSql
{
    static readonly string? Chaine = Environment.GetEnvironmentVariable("NEUVIEME_TEST_POSTGRES") is { Length: > 0 } c ? c : null;

    // CREATE DATABASE … TEMPLATE refuse un modèle occupé : une seule copie à la fois.
    static readonly SemaphoreSlim Tour = new(1, 1);

    public static bool Present => Chaine is not null;

    /// <summary>Chaîne de connexion vers la base nommée ; sans réserve de connexions pour un modèle, qui doit rester libre.</summary>
    public static string ChaineVers(string nom, bool reserve = true) =>
        new NpgsqlConnectionStringBuilder(Chaine) { Database = nom, Pooling = reserve, MaxPoolSize = 10, Timeout = 30, IncludeErrorDetail = true }.ToString();

    public static Task Creer(string nom, string? modele = null) =>
        Executer($"CREATE DATABASE \"{nom}\"" + (modele is null ? "" : $" TEMPLATE \"{modele}\""));

    public static async Task Supprimer(string nom)
    {
        await using (var connexion = new NpgsqlConnection(ChaineVers(nom)))
        {
            NpgsqlConnection.ClearPool(connexion);
        }

        await Executer($"DROP DATABASE IF EXISTS \"{nom}\" WITH (FORCE)");
    }

    static async Task Executer(string sql)
    {
        await Tour.WaitAsync();
        try
        {
            await using var connexion = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Chaine) { Pooling = false }.ToString());
            await connexion.OpenAsync();
            await using var commande = new NpgsqlCommand(sql, connexion);
            await commande.ExecuteNonQueryAsync();
        }
        finally
        {
            Tour.Release();
        }
    }
}
