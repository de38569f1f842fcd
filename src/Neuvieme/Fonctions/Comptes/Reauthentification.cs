using Microsoft.AspNetCore.Identity;
using Neuvieme.Fonctions.Lettres;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Comptes;

/// <summary>
/// Redemander à la personne de prouver que c'est elle, au moment d'un acte qui l'engage. Les essais ratés comptent comme à la connexion :
/// une session volée ne sert pas à deviner le mot de passe.
/// </summary>
public sealed class Reauthentification(UserManager<Compte> comptes, CleDAcces cles)
{
    /// <summary>Nul si la preuve est bonne. Hors de la transaction de l'acte : un essai raté doit se retenir même quand l'acte échoue.</summary>
    public async Task<Refus?> Verifier(NeuviemeDb db, long compteId, string? motDePasse, string? code, CancellationToken ct)
    {
        await using var transaction = await db.Commencer($"compte:{compteId}", ct);
        var compte = await comptes.FindByIdAsync($"{compteId}") ?? throw new InvalidOperationException("Compte supprimé pendant sa session.");
        // La page a pu le lire avant le verrou : sans relecture, vingt essais simultanés compteraient pour un.
        await db.Entry(compte).ReloadAsync(ct);
        if (await comptes.IsLockedOutAsync(compte))
        {
            return new("MotDePasse", "Trop d’essais : ce compte est bloqué quinze minutes.");
        }

        if (string.IsNullOrEmpty(motDePasse))
        {
            return new("MotDePasse", "Redonnez votre mot de passe : il prouve que c’est vous.");
        }

        var refus = !await comptes.CheckPasswordAsync(compte, motDePasse) ? new Refus("MotDePasse", "Ce n’est pas votre mot de passe. Rien n’est fait.")
            : compte.TwoFactorEnabled && !await comptes.VerifyTwoFactorTokenAsync(compte, TokenOptions.DefaultAuthenticatorProvider, Chiffres(code))
                ? new Refus("Code", "Le code à usage unique n’est pas le bon, ou il a déjà servi : attendez que votre application en montre un autre.") : null;
        if (refus is not null)
        {
            var retenu = await comptes.AccessFailedAsync(compte);
            await transaction.CommitAsync(ct);
            return retenu.Succeeded ? refus : Change;
        }

        if (!(await comptes.ResetAccessFailedCountAsync(compte)).Succeeded)
        {
            return Change;
        }

        await transaction.CommitAsync(ct);
        return null;
    }

    /// <summary>Par la clé d'accès si elle a répondu, sinon par le mot de passe ; et comment la personne l'a prouvé.</summary>
    public async Task<(Refus? Refus, MoyenDeSignature Moyen)> Prouver(NeuviemeDb db, long compteId, string? motDePasse, string? code, string? cle, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(cle))
        {
            return (await Verifier(db, compteId, motDePasse, code, ct), await Moyen(compteId));
        }

        await using var transaction = await db.Commencer($"compte:{compteId}", ct);
        var compte = await comptes.FindByIdAsync($"{compteId}") ?? throw new InvalidOperationException("Compte supprimé pendant sa session.");
        await db.Entry(compte).ReloadAsync(ct);
        var refus = await comptes.IsLockedOutAsync(compte) ? new Refus("MotDePasse", "Trop d’essais : ce compte est bloqué quinze minutes.") : await cles.Prouve(compte, cle) ? null : CleDAcces.Echec;
        await transaction.CommitAsync(ct);
        return (refus, MoyenDeSignature.CleDAcces);
    }

    public Task<bool> ASesCles(long compteId) => cles.ASesCles(compteId);

    static readonly Refus Change = new("MotDePasse", "Votre compte vient de changer : rien n’est fait. Recommencez.");

    /// <summary>« 123 456 » se tape comme il se lit.</summary>
    public static string Chiffres(string? code) => string.Concat((code ?? "").Where(c => !char.IsWhiteSpace(c)));

    public async Task<MoyenDeSignature> Moyen(long compteId) =>
        (await comptes.FindByIdAsync($"{compteId}"))?.TwoFactorEnabled == true ? MoyenDeSignature.CodeATempsLimite : MoyenDeSignature.MotDePasse;
}
