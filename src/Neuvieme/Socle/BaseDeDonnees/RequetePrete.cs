using System.Collections.Concurrent;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Neuvieme.Socle.BaseDeDonnees;

/// <summary>
/// Une lecture que chaque page fait : traduite en SQL une fois, pas à chaque requête. EF lie une requête compilée à un modèle ;
/// il y en a un par sorte de base, et un même programme peut ouvrir les deux (les tests le font).
/// </summary>
public sealed class RequetePrete<TA, TB, T>(Expression<Func<NeuviemeDb, TA, TB, IQueryable<T>>> requete)
{
    readonly ConcurrentDictionary<IModel, Func<NeuviemeDb, TA, TB, IAsyncEnumerable<T>>> _parModele = [];

    public async Task<List<T>> Lire(NeuviemeDb db, TA a, TB b, CancellationToken ct)
    {
        var prete = _parModele.GetOrAdd(db.Model, static (_, r) => EF.CompileAsyncQuery(r), requete);
        List<T> lignes = [];
        await foreach (var ligne in prete(db, a, b).WithCancellation(ct))
        {
            lignes.Add(ligne);
        }

        return lignes;
    }
}
