using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Comptes.CleAcces;

/// <summary>Les appareils qui ouvrent le compte et signent sans mot de passe : en ajouter un, en retirer un.</summary>
[AccesDesComptes]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, UserManager<Compte> comptes, CleDAcces cles, Reauthentification reauthentification) : PageNeuvieme(db, contexte)
{
    public sealed record Ligne(string Id, string Nom, DateOnly Le, bool Copiee);

    [BindProperty]
    public string? MotDePasse { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Nom { get; set; }

    [BindProperty]
    public string? Reponse { get; set; }

    [BindProperty]
    public string? Cle { get; set; }

    public IReadOnlyList<Ligne> Lignes { get; private set; } = [];
    public bool DemandeUnCode { get; private set; }

    public Task OnGetAsync() => Charger();

    /// <summary>La preuve d'abord : une session volée ne fabrique pas de clé. Le script lit la réponse.</summary>
    public async Task<IActionResult> OnPostDefierAsync()
    {
        var compte = await Charger();
        return Content(await Obstacle(compte) is { } refus ? JsonSerializer.Serialize(new { erreur = refus.Message }) : await cles.DefierPourCreer(compte), "application/json");
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var compte = await Charger();
        await using (var transaction = await Db.Commencer($"compte:{compte.Id}", Ct))
        {
            var nom = Nom?.Trim() is { Length: > 0 and <= 60 } dit ? dit : "Appareil";
            if (Lignes.Count >= CleDAcces.Maximum)
            {
                ModelState.AddModelError("", $"Un compte a {CleDAcces.Maximum} clés au plus : retirez-en une.");
                return Page();
            }

            if (await cles.Ajouter(compte, Reponse ?? "", nom) is { } refus)
            {
                ModelState.AddModelError(refus.Champ, refus.Message);
                await transaction.CommitAsync(Ct);
                return Page();
            }

            await Noter(compte, "clé d’accès ajoutée", $"Une clé d’accès, « {nom} », ouvre maintenant votre compte et signe vos lettres.");
            await transaction.CommitAsync(Ct);
        }

        Message = "La clé d’accès est ajoutée.";
        return Redirect("/comptes/cle-acces");
    }

    public async Task<IActionResult> OnPostRetirerAsync()
    {
        var compte = await Charger();
        if (Lignes.FirstOrDefault(l => l.Id == Cle) is not { } ligne)
        {
            ModelState.AddModelError("", "Cette clé n’est plus là : rechargez la page.");
            return Page();
        }

        if (await reauthentification.Verifier(Db, compte.Id, MotDePasse, Code, Ct) is { } refus)
        {
            ModelState.AddModelError(refus.Champ, refus.Message);
            return Page();
        }

        await using var transaction = await Db.Commencer($"compte:{compte.Id}", Ct);
        await comptes.RemovePasskeyAsync(compte, Convert.FromHexString(ligne.Id));
        await Noter(compte, "clé d’accès retirée", $"La clé d’accès « {ligne.Nom} » n’ouvre plus votre compte.");
        await transaction.CommitAsync(Ct);
        Message = "La clé d’accès est retirée.";
        return Redirect("/comptes/cle-acces");
    }

    /// <summary>Le défi qu'attend le bouton « avec ma clé d'accès » d'une page qui demande une preuve.</summary>
    public async Task<IActionResult> OnPostProuverAsync()
    {
        var compte = (await comptes.GetUserAsync(User))!;
        await using var transaction = await Db.Commencer($"compte:{compte.Id}", Ct);
        var options = await cles.Defier(compte);
        await transaction.CommitAsync(Ct);
        return Content(options, "application/json");
    }

    async Task<Refus?> Obstacle(Compte compte) => Lignes.Count >= CleDAcces.Maximum ? new("", $"Un compte a {CleDAcces.Maximum} clés au plus : retirez-en une.")
        : await reauthentification.Verifier(Db, compte.Id, MotDePasse, Code, Ct);

    async Task Noter(Compte compte, string action, string phrase)
    {
        var auteur = Contexte.Auteur;
        var plume = new Plume(Db, auteur, PorteesDeRole.Instance);
        plume.Noter(action, $"compte:{compte.Id}");
        await Courriel.Deposer(Db, compte.Id, GenreCourriel.Compte, "La connexion à votre compte a changé",
            phrase + " Si ce n’est pas vous, prévenez aussitôt l’administrateur.\n/comptes/cle-acces", $"cle-acces:{compte.Id}:{auteur.InstantUtc.Ticks}", auteur.InstantUtc, Ct);
        await plume.Enregistrer(Ct);
    }

    async Task<Compte> Charger()
    {
        var compte = (await comptes.GetUserAsync(User))!;
        DemandeUnCode = compte.TwoFactorEnabled;
        Lignes = [.. (await comptes.GetPasskeysAsync(compte)).OrderBy(c => c.CreatedAt).Select(c => new Ligne(Convert.ToHexStringLower(c.CredentialId), c.Name ?? "Appareil", Horloge.AParis(c.CreatedAt.UtcDateTime), c.IsBackedUp))];
        return compte;
    }
}
