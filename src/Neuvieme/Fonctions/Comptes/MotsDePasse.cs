using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;

namespace Neuvieme.Fonctions.Comptes;

/// <summary>Le mot de passe provisoire : montré une fois, à changer à la première connexion.</summary>
public static class MotsDePasse
{
    /// <summary>Revendication qui retient le compte sur la page de changement tant que le mot de passe est provisoire.</summary>
    public const string Provisoire = "mot-de-passe-provisoire";

    // Sans i, l, o, 0 ni 1 : il se dicte et se recopie. Seize caractères sur trente et un, soit 79 bits.
    const string Lettres = "abcdefghjkmnpqrstuvwxyz23456789";

    public static string Nouveau() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Lettres, 4)));

    static readonly Lazy<(Compte Compte, string Hachage)> Personne = new(() =>
    {
        var compte = new Compte();
        return (compte, new PasswordHasher<Compte>().HashPassword(compte, Nouveau()));
    });

    /// <summary>Vérifie un mot de passe contre celui de personne.</summary>
    public static void FaireSemblant(string motDePasse) => new PasswordHasher<Compte>().VerifyHashedPassword(Personne.Value.Compte, Personne.Value.Hachage, motDePasse);

    public static void Donner(Compte compte, string motDePasse)
    {
        compte.PasswordHash = new PasswordHasher<Compte>().HashPassword(compte, motDePasse);
        compte.SecurityStamp = RandomNumberGenerator.GetHexString(32);
        (compte.AccessFailedCount, compte.LockoutEnd) = (0, null);
    }
}
