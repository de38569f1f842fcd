using Microsoft.Extensions.Caching.Memory;
using Neuvieme.Fonctions.Journal;

namespace Neuvieme.Socle.BaseDeDonnees;

/// <summary>
/// Ce que les pages relisent le plus, gardé tant que le journal n'a rien écrit de nouveau sur sa portée : tout changement passe
/// par lui, dans la même transaction. Ce qu'on en reçoit est partagé entre les requêtes : on le lit, on ne le change pas.
/// </summary>
public sealed class Memoire : IDisposable
{
    const int LecturesGardees = 600;
    // Une base corrigée à la main, sans passer par le journal, finit par se voir.
    static readonly TimeSpan Duree = TimeSpan.FromMinutes(10);
    readonly MemoryCache _lectures = new(new MemoryCacheOptions { SizeLimit = LecturesGardees });

    readonly record struct Cle(string Lecture, string Portee, int Annee, DateOnly Jour);

    sealed record Gardee(Revision Revision, object Valeur);

    /// <param name="lecture">Ce qui est lu, et rien d'autre sous ce nom : l'endroit du programme qui lit.</param>
    public async Task<T> Lire<T>(string lecture, string portee, int annee, DateOnly jour, Revision revision, Func<Task<T>> charger) where T : class
    {
        var cle = new Cle(lecture, portee, annee, jour);
        if (_lectures.TryGetValue(cle, out Gardee? gardee) && gardee!.Revision == revision)
        {
            return (T)gardee.Valeur;
        }

        // La révision a été lue avant les lignes : au pire elles sont plus récentes qu'elle, et seront relues une fois de trop.
        var valeur = await charger();
        _lectures.Set(cle, new Gardee(revision, valeur), new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Duree });
        return valeur;
    }

    public void Dispose() => _lectures.Dispose();
}
