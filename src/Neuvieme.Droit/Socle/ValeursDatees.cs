namespace Neuvieme.Droit;

/// <summary>Une version d'une valeur légale.</summary>
/// <param name="Depuis">Premier jour d'application.</param>
/// <param name="Jusqua">Dernier jour ; absent pour la version en cours.</param>
/// <param name="Valeur">La valeur.</param>
public sealed record Version<T>(DateOnly Depuis, DateOnly? Jusqua, T Valeur);

/// <summary>Versions successives d'une valeur légale, sans trou ni recouvrement. Une date qu'aucune ne couvre n'a pas de valeur.</summary>
public sealed class ValeursDatees<T>
{
    readonly Version<T>[] _versions;

    /// <summary>Construit la suite et la vérifie.</summary>
    /// <exception cref="ArgumentException">Suite vide, désordonnée, trouée ou qui se recouvre.</exception>
    public ValeursDatees(params IReadOnlyList<Version<T>> versions)
    {
        ArgumentNullException.ThrowIfNull(versions);
        if (versions.Count == 0) throw new ArgumentException("Aucune version.", nameof(versions));
        for (int i = 0; i < versions.Count; i++)
        {
            if (versions[i].Jusqua is { } fin && fin < versions[i].Depuis)
                throw new ArgumentException($"Version {i} : finit avant de commencer.", nameof(versions));
            if (i > 0 && (versions[i - 1].Jusqua is not { } precedente || precedente.DayNumber + 1 != versions[i].Depuis.DayNumber))
                throw new ArgumentException($"Version {i} : trou ou recouvrement.", nameof(versions));
        }

        _versions = [.. versions];
    }

    /// <summary>Les versions, de la plus ancienne à la plus récente.</summary>
    public IReadOnlyList<Version<T>> Versions => _versions;

    /// <summary>La valeur applicable ce jour-là ; faux si aucune version ne le couvre.</summary>
    public bool Lire(DateOnly jour, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T valeur)
    {
        for (int i = _versions.Length - 1; i >= 0; i--)
        {
            Version<T> v = _versions[i];
            if (jour < v.Depuis) continue;
            if (v.Jusqua is { } fin && jour > fin) break;
            valeur = v.Valeur;
            return true;
        }

        valeur = default;
        return false;
    }
}
