using Neuvieme.Fonctions.Courriels;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Attributions.Rappeler;

/// <summary>Ce que l'accueil montre d'une demande qui attend : les rappels partis, et si l'on peut en envoyer un.</summary>
public sealed record EtatDeRappel(LigneLue Ligne, bool Possible, string Note)
{
    /// <summary>Une lecture pour toutes les demandes, aucune s'il n'y en a pas.</summary>
    public static async Task<IReadOnlyDictionary<long, EtatDeRappel>> De(NeuviemeDb db, IReadOnlyCollection<Attribution> attendues, DateOnly jour, CancellationToken ct)
    {
        if (attendues.Count == 0)
        {
            return new Dictionary<long, EtatDeRappel>();
        }

        // Ceux d'une demande antérieure, reprise depuis, ne comptent pas.
        var depuis = attendues.Min(a => a.AccordDemandeLe) ?? DateTime.UnixEpoch;
        var partis = await Courriel.RappelsDe(db, [.. attendues.Select(a => Avertir.Sujet(a.Id))], depuis, ct);
        return attendues.ToDictionary(a => a.Id, a => Un(a, partis.GetValueOrDefault(Avertir.Sujet(a.Id)), jour));
    }

    static EtatDeRappel Un(Attribution a, Courriel.Rappels? partis, DateOnly jour)
    {
        var dernier = partis is { } p && p.DernierUtc >= a.AccordDemandeLe ? Horloge.AParis(p.DernierUtc) : (DateOnly?)null;
        var note = a.Agent?.CompteId is null ? "pas encore de compte"
            : dernier is not { } le ? ""
            : (partis!.Nombre > 1 ? $"{partis.Nombre} rappels, le dernier " : "rappel ") + (le == jour ? "aujourd’hui" : le == jour.AddDays(-1) ? "hier" : $"le {Francais.Date(le)}");
        return new(LigneLue.De(a), a.Agent?.CompteId is not null && dernier != jour && a.AccordDemandeLe is { } d && Horloge.AParis(d) < jour, note);
    }
}
