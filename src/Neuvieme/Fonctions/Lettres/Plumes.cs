using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Lettres;

/// <summary>Une plume par portée : un inspecteur signe d'un geste les lettres de plusieurs écoles, et chacune garde son journal.</summary>
sealed class Plumes(NeuviemeDb db, Auteur auteur)
{
    readonly SortedDictionary<string, Plume> _parPortee = new(StringComparer.Ordinal);

    public Plume De(string portee) => _parPortee.TryGetValue(portee, out var plume) ? plume : _parPortee[portee] = new Plume(db, auteur, portee);

    public async Task Enregistrer(CancellationToken ct)
    {
        if (_parPortee.Count == 0)
        {
            await db.SaveChangesAsync(ct);
        }

        foreach (var plume in _parPortee.Values)
        {
            await plume.Enregistrer(ct);
        }
    }
}
