using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Neuvieme.Socle.BaseDeDonnees;

/// <summary>
/// Écrit beaucoup de lignes d'une table à clé connue, ajoutées ou remplacées, en une commande préparée par lot : EF en ferait une par
/// ligne sur SQLite. À appeler dans une transaction ouverte ; le journal reste à l'appelant.
/// </summary>
public static class EcritureParLots
{
    /// <summary>PostgreSQL reçoit au plus 65 535 valeurs par commande. SQLite cherche chacune parmi toutes les autres : de petits lots y vont plus vite.</summary>
    static int ValeursParCommande(NeuviemeDb db) => db.Database.IsSqlite() ? 500 : 20_000;

    /// <summary>Rend le nombre de commandes envoyées.</summary>
    public static async Task<int> EcrireParLots<T>(this NeuviemeDb db, IEnumerable<T> lignes, CancellationToken ct) where T : class
    {
        var type = db.Model.FindEntityType(typeof(T)) ?? throw new ArgumentException($"{typeof(T).Name} n’est pas une table.", nameof(lignes));
        var proprietes = type.GetProperties().ToList();
        var (commandes, taille) = (0, 0);
        DbCommand? commande = null;
        try
        {
            foreach (var lot in lignes.Chunk(ValeursParCommande(db) / proprietes.Count))
            {
                if (lot.Length != taille)
                {
                    if (commande is not null)
                    {
                        await commande.DisposeAsync();
                    }

                    (commande, taille) = (Preparer(db, type, proprietes, lot.Length), lot.Length);
                }

                Remplir(commande!, proprietes, lot);
                await commande!.ExecuteNonQueryAsync(ct);
                commandes++;
            }
        }
        finally
        {
            if (commande is not null)
            {
                await commande.DisposeAsync();
            }
        }

        return commandes;
    }

    static DbCommand Preparer(NeuviemeDb db, IEntityType type, List<IProperty> proprietes, int lignes)
    {
        var commande = db.Database.GetDbConnection().CreateCommand();
        commande.Transaction = db.Database.CurrentTransaction?.GetDbTransaction() ?? throw new InvalidOperationException("Hors d’une transaction.");
        var sql = new StringBuilder($"INSERT INTO \"{type.GetTableName()}\" ({string.Join(", ", proprietes.Select(Colonne))}) VALUES ");
        for (var i = 0; i < lignes; i++)
        {
            sql.Append(i == 0 ? "(" : ", (");
            foreach (var propriete in proprietes)
            {
                var parametre = propriete.GetRelationalTypeMapping().CreateParameter(commande, $"@p{commande.Parameters.Count}", null, nullable: true);
                sql.Append(propriete == proprietes[0] ? "" : ", ").Append(parametre.ParameterName);
                commande.Parameters.Add(parametre);
            }

            sql.Append(')');
        }

        var cle = type.FindPrimaryKey()!.Properties;
        sql.Append($" ON CONFLICT ({string.Join(", ", cle.Select(Colonne))}) DO UPDATE SET ")
            .AppendJoin(", ", proprietes.Where(p => !cle.Contains(p)).Select(p => $"{Colonne(p)} = excluded.{Colonne(p)}"));
        commande.CommandText = sql.ToString();
        return commande;
    }

    static void Remplir<T>(DbCommand commande, List<IProperty> proprietes, T[] lot) where T : class
    {
        var rang = 0;
        foreach (var ligne in lot)
        {
            foreach (var propriete in proprietes)
            {
                var valeur = propriete.GetGetter().GetClrValue(ligne);
                commande.Parameters[rang++].Value = (propriete.GetRelationalTypeMapping().Converter is { } c ? c.ConvertToProvider(valeur) : valeur) ?? DBNull.Value;
            }
        }
    }

    static string Colonne(IProperty propriete) => $"\"{propriete.GetColumnName()}\"";
}
