using System.Security.Cryptography;

namespace Neuvieme.Tests.Fonctions.Lettres;

/// <summary>Le code d'une application d'authentification (RFC 6238, trente secondes, six chiffres), calculé sans le programme.</summary>
static class CodeDuMoment
{
    public static string De(string cleBase32, TimeProvider temps)
    {
        var bits = string.Concat(cleBase32.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c), 2).PadLeft(5, '0')));
        var cle = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var pas = BitConverter.GetBytes(temps.GetUtcNow().ToUnixTimeSeconds() / 30);
        Array.Reverse(pas);
#pragma warning disable CA5350 // La norme le veut.
        var empreinte = HMACSHA1.HashData(cle, pas);
#pragma warning restore CA5350
        var debut = empreinte[^1] & 15;
        var nombre = ((empreinte[debut] & 127) << 24) | (empreinte[debut + 1] << 16) | (empreinte[debut + 2] << 8) | empreinte[debut + 3];
        return $"{nombre % 1_000_000:000000}";
    }
}
