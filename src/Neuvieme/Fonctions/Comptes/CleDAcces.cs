using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Identity;
using Neuvieme.Socle;

namespace Neuvieme.Fonctions.Comptes;

/// <summary>
/// La clé d'accès d'un appareil (WebAuthn) : la personne la déverrouille par son visage, son doigt ou son code, et rien de secret ne quitte
/// l'appareil. Chaque défi ne sert qu'une fois : une clé synchronisée n'a pas de compteur qui trahirait un rejeu.
/// </summary>
public sealed class CleDAcces(UserManager<Compte> comptes, SignInManager<Compte> connexions)
{
    const string Magasin = "Neuvieme", NomDuDefi = "DefiDeCle";

    /// <summary>Un compte en a rarement plus de trois ; au-delà, une clé oubliée est une porte.</summary>
    public const int Maximum = 10;

    public static readonly Refus Echec = new("", "La clé d’accès n’a pas été reconnue. Recommencez, ou employez votre mot de passe.");

    public async Task<bool> ASesCles(long compteId) => await comptes.FindByIdAsync($"{compteId}") is { } compte && (await comptes.GetPasskeysAsync(compte)).Count > 0;

    /// <summary>Ce que le navigateur attend pour fabriquer une clé.</summary>
    public async Task<string> DefierPourCreer(Compte compte)
    {
        var options = await connexions.MakePasskeyCreationOptionsAsync(new() { Id = $"{compte.Id}", Name = compte.Email!, DisplayName = compte.NomAffiche });
        return await Retenir(compte, options);
    }

    /// <summary>Ce que le navigateur attend pour prouver que c'est la personne.</summary>
    public async Task<string> Defier(Compte compte) => await Retenir(compte, await connexions.MakePasskeyRequestOptionsAsync(compte));

    /// <summary>À la connexion, on ne sait pas encore qui est là : l'appareil le dit.</summary>
    public Task<string> DefierUnInconnu() => connexions.MakePasskeyRequestOptionsAsync(null);

    /// <summary>Vrai si la clé fabriquée répond bien au défi du compte ; elle est alors gardée sous ce nom.</summary>
    public async Task<Refus?> Ajouter(Compte compte, string reponse, string nom)
    {
        if (!await Repondre(compte, reponse) || await Essayer(() => connexions.PerformPasskeyAttestationAsync(reponse)) is not { Succeeded: true, Passkey: { } cle })
        {
            return Echec;
        }

        cle.Name = nom;
        return (await comptes.AddOrUpdatePasskeyAsync(compte, cle)).Succeeded ? null : Echec;
    }

    /// <summary>Vrai si la réponse vient d'une clé de ce compte, au défi qu'on vient de lui donner.</summary>
    public async Task<bool> Prouve(Compte compte, string reponse) =>
        await Repondre(compte, reponse) && await Reconnaitre(reponse) is { } reconnu && reconnu.Id == compte.Id;

    /// <summary>Le compte dont une clé a répondu ; nul si aucune.</summary>
    public async Task<Compte?> Reconnaitre(string reponse)
    {
        if (await Essayer(() => connexions.PerformPasskeyAssertionAsync(reponse)) is not { Succeeded: true, User: { } compte, Passkey: { } cle })
        {
            return null;
        }

        // Le compteur de l'appareil, s'il en a un.
        return (await comptes.AddOrUpdatePasskeyAsync(compte, cle)).Succeeded ? compte : null;
    }

    async Task<string> Retenir(Compte compte, string options)
    {
        await comptes.SetAuthenticationTokenAsync(compte, Magasin, NomDuDefi, JsonNode.Parse(options)!["challenge"]!.GetValue<string>());
        return options;
    }

    /// <summary>Le défi est oublié dès qu'on y répond, bien ou mal.</summary>
    async Task<bool> Repondre(Compte compte, string reponse)
    {
        var attendu = await comptes.GetAuthenticationTokenAsync(compte, Magasin, NomDuDefi);
        await comptes.RemoveAuthenticationTokenAsync(compte, Magasin, NomDuDefi);
        return attendu is not null && attendu == DefiDe(reponse);
    }

    static string? DefiDe(string reponse)
    {
        try
        {
            var client = JsonNode.Parse(reponse)?["response"]?["clientDataJSON"]?.GetValue<string>() ?? "";
            return JsonNode.Parse(Base64Url.DecodeFromChars(client))?["challenge"]?.GetValue<string>();
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Sans défi en cours dans ce navigateur, Identity lève une exception : c'est un refus.</summary>
    static async Task<T?> Essayer<T>(Func<Task<T>> geste) where T : class
    {
        try
        {
            return await geste();
        }
        catch (Exception e) when (e is InvalidOperationException or JsonException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
