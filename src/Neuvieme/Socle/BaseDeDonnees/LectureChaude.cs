using System.Collections.Concurrent;
using System.Data.Common;

namespace Neuvieme.Socle.BaseDeDonnees;

/// <summary>
/// Une lecture faite à chaque page, écrite dans le SQL commun aux deux bases et gardée préparée : trois fois moins de travail
/// qu'à travers EF, qui reste partout ailleurs. Sur PostgreSQL les connexions sont celles de la réserve, qui retient ce qui est
/// préparé ; SQLite n'a pas cette mémoire, on garde les commandes.
/// </summary>
public sealed class LectureChaude(string baseOuChaine, string sql) : IDisposable
{
    readonly bool _postgreSql = Connexion.EstPostgreSql(baseOuChaine);
    readonly ConcurrentBag<DbCommand> _libres = [];

    /// <summary>Les valeurs sont @p0, @p1… dans l'ordre donné.</summary>
    public async Task<List<T>> Lire<T>(Func<DbDataReader, T> lire, CancellationToken ct, params object[] valeurs)
    {
        if (!_libres.TryTake(out var commande))
        {
            commande = await Preparer(valeurs, ct);
        }

        var rendue = false;
        try
        {
            for (var i = 0; i < valeurs.Length; i++)
            {
                commande.Parameters[i].Value = Valeur(valeurs[i]);
            }

            List<T> toutes = [];
            await using (var lignes = await commande.ExecuteReaderAsync(ct))
            {
                while (await lignes.ReadAsync(ct))
                {
                    toutes.Add(lire(lignes));
                }
            }

            if (!_postgreSql)
            {
                _libres.Add(commande);
                rendue = true;
            }

            return toutes;
        }
        finally
        {
            if (!rendue)
            {
                await Fermer(commande);
            }
        }
    }

    async Task<DbCommand> Preparer(object[] valeurs, CancellationToken ct)
    {
        var connexion = Connexion.Nue(baseOuChaine);
        try
        {
            await connexion.OpenAsync(ct);
            var commande = connexion.CreateCommand();
            commande.CommandText = sql;
            for (var i = 0; i < valeurs.Length; i++)
            {
                var parametre = commande.CreateParameter();
                (parametre.ParameterName, parametre.Value) = ($"@p{i}", Valeur(valeurs[i]));
                commande.Parameters.Add(parametre);
            }

            await commande.PrepareAsync(ct);
            return commande;
        }
        catch
        {
            await connexion.DisposeAsync();
            throw;
        }
    }

    /// <summary>Une date est une date pour PostgreSQL, son texte pour SQLite.</summary>
    object Valeur(object valeur) => valeur is DateOnly jour && !_postgreSql ? jour.ToString("yyyy-MM-dd") : valeur;

    static async Task Fermer(DbCommand commande)
    {
        var connexion = commande.Connection;
        await commande.DisposeAsync();
        if (connexion is not null)
        {
            await connexion.DisposeAsync();
        }
    }

    public void Dispose()
    {
        while (_libres.TryTake(out var commande))
        {
            var connexion = commande.Connection;
            commande.Dispose();
            connexion?.Dispose();
        }
    }
}
