using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Comptes.DoubleControle;

/// <summary>Ajouter au mot de passe le code d'une application, demandé à la connexion et pour signer ; ou y renoncer.</summary>
[AccesDesComptes]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, UserManager<Compte> comptes, SignInManager<Compte> connexions, Reauthentification reauthentification) : PageNeuvieme(db, contexte)
{
    // Là où Identity la lit. Sa propre méthode changerait le timbre, donc fermerait la session, avant que le premier code soit vérifié.
    const string Magasin = "[AspNetUserStore]", NomDeLaCle = "AuthenticatorKey";
    const int CodesDeSecours = 10;

    [BindProperty]
    public string? MotDePasse { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Cle { get; set; }

    public bool Active { get; private set; }
    public IReadOnlyList<string> Secours { get; private set; } = [];
    public string Adresse => $"otpauth://totp/{Uri.EscapeDataString("Neuvième:" + Courriel)}?secret={Cle}&issuer={Uri.EscapeDataString("Neuvième")}&digits=6";
    public string CleLisible => string.Join(' ', (Cle ?? "").Chunk(4).Select(g => new string(g)));
    string Courriel { get; set; } = "";

    public Task OnGetAsync() => Charger();

    public async Task<IActionResult> OnPostAsync()
    {
        var compte = await Charger();
        if (Active)
        {
            return Redirect("/comptes/double-controle");
        }

        if (await reauthentification.Verifier(Db, compte.Id, MotDePasse, null, Ct) is { } refus)
        {
            ModelState.AddModelError(refus.Champ, refus.Message);
            return Page();
        }

        await using var transaction = await Db.Commencer(PorteesDeRole.Instance, Ct);
        await comptes.SetAuthenticationTokenAsync(compte, Magasin, NomDeLaCle, Cle);
        if (!await comptes.VerifyTwoFactorTokenAsync(compte, TokenOptions.DefaultAuthenticatorProvider, Reauthentification.Chiffres(Code)))
        {
            ModelState.AddModelError(nameof(Code), "Ce n’est pas le code que l’application doit montrer : rien n’est changé. Vérifiez l’heure du téléphone, puis donnez le code suivant ; chacun ne sert qu’une fois.");
            return Page();
        }

        await comptes.SetTwoFactorEnabledAsync(compte, true);
        Secours = [.. await comptes.GenerateNewTwoFactorRecoveryCodesAsync(compte, CodesDeSecours) ?? []];
        await Noter(compte, "double contrôle activé", "Un code à usage unique est maintenant demandé à chaque connexion de votre compte, et pour signer.");
        await transaction.CommitAsync(Ct);
        await connexions.RefreshSignInAsync(compte);
        Active = true;
        return Page();
    }

    public async Task<IActionResult> OnPostRetirerAsync()
    {
        var compte = await Charger();
        if (!Active)
        {
            return Redirect("/comptes/double-controle");
        }

        if (await reauthentification.Verifier(Db, compte.Id, MotDePasse, Code, Ct) is { } refus)
        {
            ModelState.AddModelError(refus.Champ, refus.Message);
            return Page();
        }

        await using var transaction = await Db.Commencer(PorteesDeRole.Instance, Ct);
        await comptes.SetTwoFactorEnabledAsync(compte, false);
        await comptes.RemoveAuthenticationTokenAsync(compte, Magasin, NomDeLaCle);
        await Noter(compte, "double contrôle retiré", "Le mot de passe seul ouvre de nouveau votre compte.");
        await transaction.CommitAsync(Ct);
        await connexions.RefreshSignInAsync(compte);
        Message = "Le double contrôle est retiré.";
        return Redirect("/comptes/double-controle");
    }

    async Task Noter(Compte compte, string action, string phrase)
    {
        var auteur = Contexte.Auteur;
        var plume = new Plume(Db, auteur, PorteesDeRole.Instance);
        plume.Noter(action, $"compte:{compte.Id}");
        await Fonctions.Courriels.Courriel.Deposer(Db, compte.Id, GenreCourriel.Compte, "La connexion à votre compte a changé",
            phrase + " Si ce n’est pas vous, prévenez aussitôt l’administrateur.\n/comptes/double-controle", $"double-controle:{compte.Id}:{auteur.InstantUtc.Ticks}", auteur.InstantUtc, Ct);
        await plume.Enregistrer(Ct);
    }

    /// <summary>La clé proposée voyage avec le formulaire : rien n'est écrit tant qu'un code n'a pas prouvé que le téléphone l'a.</summary>
    async Task<Compte> Charger()
    {
        var compte = (await comptes.GetUserAsync(User))!;
        (Active, Courriel) = (compte.TwoFactorEnabled, compte.Email ?? "");
        if (Cle is not { Length: 32 } || !Cle.All(c => c is (>= 'A' and <= 'Z') or (>= '2' and <= '7')))
        {
            Cle = comptes.GenerateNewAuthenticatorKey();
            ModelState.Remove(nameof(Cle));
        }

        return compte;
    }
}
