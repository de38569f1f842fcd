using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes.Creer;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Comptes.Reinitialiser;

/// <summary>Donne un mot de passe provisoire à qui a perdu le sien ; l'ancien ne vaut plus rien et le blocage est levé.</summary>
public sealed record ReinitialiserMotDePasse(long CompteId)
{
    public CompteCree? Resultat { get; private set; }

    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, Auteur auteur, CancellationToken ct = default)
    {
        if (CompteId == auteur.CompteId)
        {
            return [new("", "Pour votre propre compte, passez par « Changer mon mot de passe ».")];
        }

        await using var transaction = await db.Commencer(PorteesDeRole.Instance, ct);
        var compte = await db.Users.FirstAsync(c => c.Id == CompteId, ct);
        var motDePasse = MotsDePasse.Nouveau();
        MotsDePasse.Donner(compte, motDePasse);
        // Qui a perdu son téléphone et ses codes de secours n'a que l'administrateur pour rentrer.
        var doubleControle = compte.TwoFactorEnabled;
        compte.TwoFactorEnabled = false;
        // Un appareil perdu ou volé ne doit plus rien ouvrir.
        await db.UserPasskeys.Where(k => k.UserId == CompteId).ExecuteDeleteAsync(ct);
        if (!await db.UserClaims.AnyAsync(c => c.UserId == CompteId && c.ClaimType == MotsDePasse.Provisoire, ct))
        {
            db.UserClaims.Add(new IdentityUserClaim<long> { UserId = CompteId, ClaimType = MotsDePasse.Provisoire, ClaimValue = "oui" });
        }

        await db.SaveChangesAsync(ct);
        var plume = new Plume(db, auteur, PorteesDeRole.Instance);
        plume.Noter("mot de passe réinitialisé", $"compte:{CompteId}", null, doubleControle ? (object)new { courriel = compte.Email, nom = compte.NomAffiche, double_controle = "retiré" } : new { courriel = compte.Email, nom = compte.NomAffiche });
        await Fonctions.Courriels.Courriel.Deposer(db, CompteId, Fonctions.Courriels.GenreCourriel.Compte, "Votre mot de passe a été réinitialisé",
            $"Un administrateur vous a donné un mot de passe provisoire, qu’il vous remet lui-même : il n’est pas dans ce courriel. {(doubleControle ? "Le code de votre application n’est plus demandé : remettez le double contrôle dès que vous êtes connecté. " : "")}Si vous ne l’avez pas demandé, prévenez-le.\n/comptes/connexion", $"mot-de-passe:{auteur.InstantUtc.Ticks}", auteur.InstantUtc, ct);
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        Resultat = new(compte.Email!, compte.NomAffiche, motDePasse);
        return [];
    }
}

[Acces(Role.Administrateur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    public Compte Compte { get; private set; } = null!;
    public CompteCree? Refait { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await Charger() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await Charger())
        {
            return NotFound();
        }

        var action = new ReinitialiserMotDePasse(Id);
        if (await Tenter(() => action.Executer(Db, Contexte.Auteur, Ct)))
        {
            Refait = action.Resultat;
        }

        return Page();
    }

    async Task<bool> Charger()
    {
        Compte = (await Db.Users.AsNoTracking().FirstOrDefaultAsync(c => c.Id == Id, Ct))!;
        return Compte is not null;
    }
}
