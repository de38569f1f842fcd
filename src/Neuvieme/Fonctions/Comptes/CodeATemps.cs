using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Neuvieme.Socle;

namespace Neuvieme.Fonctions.Comptes;

/// <summary>
/// Le code que montre l'application (RFC 6238 : six chiffres, trente secondes). Il ne sert qu'une fois (§ 5.2) : le pas du dernier accepté est
/// gardé, et seul un pas plus récent passe. Qui l'a lu par-dessus l'épaule n'en fait rien.
/// </summary>
public sealed class CodeATemps(Horloge horloge) : IUserTwoFactorTokenProvider<Compte>
{
    const string Magasin = "Neuvieme", NomDuPas = "DernierPas", Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    const int Secondes = 30;

    /// <summary>Une horloge de téléphone se trompe d'une minute, pas de plus.</summary>
    const int Ecart = 2;

    public async Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<Compte> manager, Compte user) => !string.IsNullOrWhiteSpace(await manager.GetAuthenticatorKeyAsync(user));

    /// <summary>L'application le montre, le site ne l'envoie pas.</summary>
    public Task<string> GenerateAsync(string purpose, UserManager<Compte> manager, Compte user) => Task.FromResult("");

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<Compte> manager, Compte user)
    {
        if (token.Length != 6 || await manager.GetAuthenticatorKeyAsync(user) is not { Length: > 0 } texte || Lire(texte) is not { } cle)
        {
            return false;
        }

        var dernier = long.TryParse(await manager.GetAuthenticationTokenAsync(user, Magasin, NomDuPas), NumberStyles.None, CultureInfo.InvariantCulture, out var lu) ? lu : -1;
        var maintenant = new DateTimeOffset(horloge.MaintenantUtc).ToUnixTimeSeconds() / Secondes;
        for (var pas = long.Max(dernier + 1, maintenant - Ecart); pas <= maintenant + Ecart; pas++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Code(cle, pas)), Encoding.UTF8.GetBytes(token)))
            {
                return (await manager.SetAuthenticationTokenAsync(user, Magasin, NomDuPas, pas.ToString(CultureInfo.InvariantCulture))).Succeeded;
            }
        }

        return false;
    }

    /// <summary>RFC 4226, § 5.3.</summary>
    static string Code(byte[] cle, long pas)
    {
        Span<byte> compteur = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(compteur, pas);
#pragma warning disable CA5350 // La norme le veut, et les applications n'en connaissent pas d'autre.
        var empreinte = HMACSHA1.HashData(cle, compteur);
#pragma warning restore CA5350
        var nombre = BinaryPrimitives.ReadInt32BigEndian(empreinte.AsSpan(empreinte[^1] & 15)) & int.MaxValue;
        return (nombre % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    static byte[]? Lire(string base32)
    {
        List<byte> octets = [];
        var (reste, bits) = (0, 0);
        foreach (var c in base32)
        {
            if (Base32.IndexOf(c, StringComparison.Ordinal) is var valeur && valeur < 0)
            {
                return null;
            }

            (reste, bits) = (((reste << 5) | valeur) & 0xFFFF, bits + 5);
            if (bits >= 8)
            {
                octets.Add((byte)((reste >> (bits -= 8)) & 0xFF));
            }
        }

        return [.. octets];
    }
}
