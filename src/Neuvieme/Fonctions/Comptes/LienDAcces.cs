using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Comptes;

/// <summary>
/// Le lien par lequel une personne choisit seule son mot de passe. Il porte le timbre de sécurité du compte : choisi une fois, ou changé
/// entre-temps, il ne vaut plus rien. Il n'est formé qu'à l'envoi : la base ne le garde pas.
/// </summary>
public static class LienDAcces
{
    public const string Chemin = "/comptes/choisir";
    public const int Jours = 7;
    const string Sujet = "acces";

    /// <summary>Dépose le courriel qui portera le lien ; faux quand un autre vient d'être déposé.</summary>
    public static async Task<bool> Deposer(NeuviemeDb db, long compteId, string objet, string texte, DateTime instantUtc, CancellationToken ct) =>
        await Courriel.Deposer(db, [new Depot(compteId, GenreCourriel.Compte, objet, $"{texte}\n{Chemin}", $"acces:{instantUtc:yyyyMMddHH}{instantUtc.Minute / 15}") { Sujet = Sujet, ToujoursAussitot = true, PerimeUtc = instantUtc.AddDays(Jours) }], instantUtc, ct) > 0;

    public static bool EstPorte(Courriel c) => c.Genre == GenreCourriel.Compte && c.Sujet == Sujet;

    public static async Task<string> Former(NeuviemeDb db, CleEmpreinte cle, long compteId, DateTime instantUtc, CancellationToken ct)
    {
        var timbre = await db.Users.Where(u => u.Id == compteId).Select(u => u.SecurityStamp).FirstAsync(ct);
        var jusquAu = Horloge.AParis(instantUtc).AddDays(Jours).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        return $"{Chemin}?jeton={compteId}.{jusquAu}.{Signature(cle, compteId, jusquAu, timbre)}";
    }

    /// <summary>Le compte dont le lien est encore bon ; nul s'il est altéré, périmé ou déjà servi.</summary>
    public static async Task<Compte?> Lire(NeuviemeDb db, CleEmpreinte cle, string? jeton, DateOnly jour, CancellationToken ct)
    {
        if (jeton?.Split('.') is not [var compte, var jusquAu, var signature] || !long.TryParse(compte, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            || !DateOnly.TryParseExact(jusquAu, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var limite) || limite < jour)
        {
            return null;
        }

        var trouve = await db.Users.Include(u => u.Habilitations).ThenInclude(h => h.Delegation).FirstOrDefaultAsync(u => u.Id == id, ct);
        return trouve is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), Encoding.UTF8.GetBytes(Signature(cle, id, jusquAu, trouve.SecurityStamp))) ? trouve : null;
    }

    static string Signature(CleEmpreinte cle, long compteId, string jusquAu, string? timbre) => cle.Signer("acces", $"{compteId}.{jusquAu}.{timbre}");
}
