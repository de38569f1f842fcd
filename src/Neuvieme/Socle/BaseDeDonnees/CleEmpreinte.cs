using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;

namespace Neuvieme.Socle.BaseDeDonnees;

/// <summary>
/// Empreintes à clé : reconnaître une donnée sans la conserver. Il n'y a que 36 000 dates de naissance plausibles, une
/// empreinte sans clé se retrouverait en une seconde ; la clé est tirée une fois par base.
/// </summary>
public sealed class CleEmpreinte
{
    public const string Nom = "empreinte";
    readonly byte[] _cle;

    CleEmpreinte(byte[] cle) => _cle = cle;

    public static async Task<CleEmpreinte> Obtenir(NeuviemeDb db, CancellationToken ct = default)
    {
        if (await Lire(db, ct) is { } connue)
        {
            return connue;
        }

        await using var transaction = await db.Commencer(Nom, ct);
        if (await Lire(db, ct) is { } entretemps)
        {
            return entretemps;
        }

        db.ClesDeProtection.Add(new() { Nom = Nom, Xml = new XElement("empreinte", Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))).ToString() });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return (await Lire(db, ct))!;
    }

    public string De(string portee, DateOnly date) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_cle, Encoding.UTF8.GetBytes($"{portee}|{date:yyyy-MM-dd}")));

    /// <summary>Une signature propre à un usage : ce qui est signé pour l'un ne vaut rien pour l'autre.</summary>
    public string Signer(string usage, string texte) => Convert.ToHexStringLower(HMACSHA256.HashData(_cle, Encoding.UTF8.GetBytes($"{usage}|{texte}")));

    static async Task<CleEmpreinte?> Lire(NeuviemeDb db, CancellationToken ct) =>
        await db.ClesDeProtection.AsNoTracking().Where(c => c.Nom == Nom).OrderBy(c => c.Id).Select(c => c.Xml).FirstOrDefaultAsync(ct) is { } xml
            ? new(Convert.FromBase64String(XElement.Parse(xml).Value)) : null;
}
