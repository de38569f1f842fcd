using Microsoft.EntityFrameworkCore;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Journal.Verifier;

/// <summary>Ce que dit le recalcul d'une chaîne ; Rupture nomme le rang et la raison, ou est nulle si tout se tient.</summary>
public sealed record EtatDeChaine(string Portee, long Entrees, string DerniereEmpreinte, RuptureDeChaine? Rupture)
{
    public bool Intacte => Rupture is null;
}

public sealed record RuptureDeChaine(long Rang, string Raison);

/// <summary>
/// Recalcule chaque empreinte d'une portée, de la première à la dernière. Effacer les toutes dernières entrées ne se
/// voit pas de l'intérieur : la dernière empreinte, notée ailleurs, le montrera.
/// </summary>
public static class VerifierLaChaine
{
    public static async Task<EtatDeChaine> Executer(NeuviemeDb db, string portee, CancellationToken ct = default)
    {
        long lues = 0;
        var precedente = "";
        await foreach (var entree in db.Journal.AsNoTracking().Where(e => e.Portee == portee).OrderBy(e => e.Rang).ThenBy(e => e.Id).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (Raison(entree, lues + 1, precedente) is { } raison)
            {
                return new(portee, lues, precedente, new(entree.Rang, raison));
            }

            (lues, precedente) = (lues + 1, entree.Empreinte);
        }

        return new(portee, lues, precedente, null);
    }

    static string? Raison(EntreeJournal entree, long rang, string precedente)
    {
        if (entree.Rang != rang)
        {
            return entree.Rang > rang ? $"l’entrée n° {rang} manque" : $"le n° {entree.Rang} paraît deux fois";
        }

        if (entree.EmpreintePrecedente != precedente)
        {
            return "elle ne suit pas l’entrée d’avant : une entrée a été remplacée";
        }

        return entree.CalculerEmpreinte() == entree.Empreinte ? null : "son contenu a été modifié après coup";
    }
}
