using System.Diagnostics.CodeAnalysis;

namespace Neuvieme.Fonctions.Attributions;

/// <summary>Une ligne cochée, telle qu'elle était à l'écran (« 12.3 ») : ce qui a changé depuis n'est pas ce que la personne a décidé.</summary>
public readonly record struct LigneLue(long Id, int Version) : IParsable<LigneLue>
{
    public static LigneLue De(Attribution a) => new(a.Id, a.Version);

    public override string ToString() => $"{Id}.{Version}";

    public static LigneLue Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var ligne) ? ligne : throw new FormatException($"« {s} » n'est pas une ligne.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out LigneLue result)
    {
        result = default;
        if (s?.Split('.') is not [var id, var version] || !long.TryParse(id, out var i) || !int.TryParse(version, out var v))
        {
            return false;
        }

        result = new(i, v);
        return true;
    }
}
