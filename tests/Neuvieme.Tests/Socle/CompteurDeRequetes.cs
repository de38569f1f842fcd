using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Neuvieme.Tests.Socle;

/// <summary>Compte les requêtes qu'EF envoie à une base ; les autres tests, qui en ont chacun une autre, n'y comptent pas.</summary>
public sealed class CompteurDeRequetes : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    readonly string _base;
    readonly List<IDisposable> _abonnements = [];
    int _nombre;

    /// <summary>EF retient une seconde que personne n'écoute : on attend qu'il regarde de nouveau.</summary>
    public static async Task<CompteurDeRequetes> Sur(string chaine)
    {
        var compteur = new CompteurDeRequetes(chaine);
        await Task.Delay(TimeSpan.FromSeconds(1.2), TestContext.Current.CancellationToken);
        return compteur;
    }

    CompteurDeRequetes(string chaine)
    {
        // Le fichier SQLite, ou le nom de la base PostgreSQL.
        _base = chaine.Split(';').FirstOrDefault(m => m.StartsWith("Database=", StringComparison.OrdinalIgnoreCase))?["Database=".Length..] ?? Path.GetFileName(chaine);
        _abonnements.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public int Nombre => _nombre;

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            _abonnements.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData commande
            && (commande.Command.Connection?.ConnectionString.Contains(_base, StringComparison.Ordinal) == true))
        {
            Interlocked.Increment(ref _nombre);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => _abonnements.ForEach(a => a.Dispose());
}
