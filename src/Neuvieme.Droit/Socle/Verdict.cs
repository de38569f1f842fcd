using System.Runtime.InteropServices;

namespace Neuvieme.Droit;

/// <summary>Issue et motifs sous forme de bits, sans allocation.</summary>
/// <param name="Issue">L'issue.</param>
/// <param name="Bas">Motifs de rang 0 à 63.</param>
/// <param name="Haut">Motifs de rang 64 et plus.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Verdict(Issue Issue, ulong Bas, ulong Haut)
{
    /// <summary>Codes des motifs et alertes, dans l'ordre des règles du dispositif.</summary>
    internal IReadOnlyList<string> Codes(IEnumerable<Constat> tous)
    {
        var codes = new List<string>();
        foreach (Constat c in tous)
        {
            if (((c.Rang < 64 ? Bas >> c.Rang : Haut >> (c.Rang - 64)) & 1) != 0) codes.Add(c.Code);
        }

        return codes;
    }
}
