using System.Net.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Comptes.Creer;

/// <summary>Ce qu'a donné la création ; le mot de passe est nul quand le compte existait déjà et reçoit seulement une qualité de plus, ou quand la personne le choisit par un lien.</summary>
public sealed record CompteCree(string Courriel, string Nom, string? MotDePasse, bool ParLien = false);

/// <summary>L'administrateur ouvre un compte, ou donne une qualité de plus à un compte existant.</summary>
public sealed record CreerCompte(string Courriel, string Nom, Role Role, string? Uai, string? Academie, DateOnly? Debut = null, DateOnly? Fin = null, string? Circonscription = null)
{
    public CompteCree? Resultat { get; private set; }

    /// <summary>La personne reçoit un lien pour choisir son mot de passe : qui lui ouvre l'accès ne peut pas répondre à sa place.</summary>
    public bool ParLien { get; init; }

    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, Auteur auteur, CancellationToken ct = default)
    {
        var habilitation = await NouvelleHabilitation(db, auteur, ct);
        await using var transaction = await db.Commencer(habilitation.PorteeDuJournal(), ct);
        var plume = new Plume(db, auteur, habilitation.PorteeDuJournal());
        if (await Preparer(db, plume, habilitation, auteur, ct) is { Count: > 0 } refus)
        {
            db.ChangeTracker.Clear();
            return refus;
        }

        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }

    /// <summary>La même chose dans la transaction d'une action plus large, qui enregistre la plume et valide.</summary>
    public async Task<IReadOnlyList<Refus>> Preparer(NeuviemeDb db, Plume plume, Auteur auteur, CancellationToken ct) =>
        await Preparer(db, plume, await NouvelleHabilitation(db, auteur, ct), auteur, ct);

    /// <summary>L'inspecteur est aussi de l'académie de sa circonscription : c'est elle dont le journal retient sa nomination.</summary>
    async Task<Habilitation> NouvelleHabilitation(NeuviemeDb db, Auteur auteur, CancellationToken ct)
    {
        var (circonscription, academie) = (Code(Circonscription), string.IsNullOrWhiteSpace(Academie) ? null : Academie.Trim());
        return new()
        {
            Role = Role,
            Uai = Code(Uai),
            CirconscriptionCode = circonscription,
            AcademieCode = academie ?? await db.Circonscriptions.Where(c => c.Code == circonscription).Select(c => c.AcademieCode).FirstOrDefaultAsync(ct),
            Debut = Debut ?? auteur.Aujourdhui,
            Fin = Fin,
        };
    }

    static string? Code(string? saisi) => string.IsNullOrWhiteSpace(saisi) ? null : Droit.Uai.TryParse(saisi, out var lu) ? lu.Valeur : saisi.Trim();

    async Task<IReadOnlyList<Refus>> Preparer(NeuviemeDb db, Plume plume, Habilitation habilitation, Auteur auteur, CancellationToken ct)
    {
        var (courriel, nom) = (Courriel.Trim(), Nom.Trim());
        if (Verifier(courriel, nom) is { Count: > 0 } refus)
        {
            return refus;
        }

        if (await PorteesDeRole.Verifier(db, Role, habilitation.Uai, habilitation.AcademieCode, habilitation.CirconscriptionCode, ct) is { } horsPortee)
        {
            return [horsPortee];
        }

        var cle = courriel.ToUpperInvariant();
        var compte = await db.Users.Include(c => c.Habilitations).ThenInclude(h => h.Delegation).FirstOrDefaultAsync(c => c.NormalizedEmail == cle, ct);
        string? motDePasse = null;
        if (compte is null)
        {
            motDePasse = MotsDePasse.Nouveau();
            compte = new Compte
            {
                UserName = courriel, NormalizedUserName = cle, Email = courriel, NormalizedEmail = cle, EmailConfirmed = true, NomAffiche = nom, LockoutEnabled = true,
            };
            MotsDePasse.Donner(compte, motDePasse);
            db.Users.Add(compte);
        }

        // Tenue pour un autre, une qualité n'est pas donnée : l'intérimaire que l'on nomme la reçoit en propre.
        var dejaDonnee = compte.Habilitations.Any(h => h.Delegation is null && h.Role == Role && h.Uai == habilitation.Uai && h.AcademieCode == habilitation.AcademieCode && h.CirconscriptionCode == habilitation.CirconscriptionCode && (h.Fin is null || h.Fin >= auteur.Aujourdhui));
        if (!dejaDonnee)
        {
            compte.Habilitations.Add(habilitation);
        }

        // L'identifiant du compte est attendu par son mot de passe provisoire et par la fiche de l'agent.
        await db.SaveChangesAsync(ct);
        if (motDePasse is not null)
        {
            db.UserClaims.Add(new IdentityUserClaim<long> { UserId = compte.Id, ClaimType = MotsDePasse.Provisoire, ClaimValue = "oui" });
        }

        var reliees = Role == Role.Agent ? await Relier(db, compte.Id, habilitation.Uai, courriel, ct) : 0;
        if (dejaDonnee && reliees == 0)
        {
            return [new("Courriel", $"{compte.NomAffiche} ({courriel}) a déjà cette qualité.")];
        }

        plume.Noter(motDePasse is not null ? "compte créé" : dejaDonnee ? "fiche reliée au compte" : "qualité donnée", $"compte:{compte.Id}", null, new
        {
            courriel, nom = compte.NomAffiche, role = Habilitation.Libelle(Role), debut = Francais.DateBreve(habilitation.Debut),
            fin = Fin is { } f ? Francais.DateBreve(f) : "sans fin",
        });
        if (ParLien && motDePasse is not null)
        {
            await LienDAcces.Deposer(db, compte.Id, "Votre accès à Neuvième",
                $"{auteur.Nom} vous ouvre un accès à Neuvième, où se suivent vos missions particulières. Choisissez votre mot de passe ; ce lien sert une fois, pendant {LienDAcces.Jours} jours :", auteur.InstantUtc, ct);
        }

        Resultat = new(courriel, compte.NomAffiche, ParLien ? null : motDePasse, ParLien && motDePasse is not null);
        return [];
    }

    /// <summary>Sans ce lien, l'agent ouvrirait une page vide : son courriel dit qui il est dans l'établissement.</summary>
    static async Task<int> Relier(NeuviemeDb db, long compteId, string? uai, string courriel, CancellationToken ct)
    {
        var siens = (await db.Agents.Where(a => a.Uai == uai && a.CompteId == null && a.Courriel != null).ToListAsync(ct))
            .Where(a => string.Equals(a.Courriel, courriel, StringComparison.OrdinalIgnoreCase)).ToList();
        foreach (var agent in siens)
        {
            (agent.CompteId, agent.Version) = (compteId, agent.Version + 1);
        }

        return siens.Count;
    }

    List<Refus> Verifier(string courriel, string nom)
    {
        var refus = new List<Refus>();
        if (courriel.Length > 200 || !MailAddress.TryCreate(courriel, out var adresse) || adresse.Address != courriel)
        {
            refus.Add(new("Courriel", $"« {courriel} » n’est pas une adresse de courriel."));
        }

        if (nom.Length is 0 or > 200)
        {
            refus.Add(new("Nom", "Écrivez le nom, tel qu’il paraîtra au journal (200 caractères au plus)."));
        }

        if (Fin < Debut)
        {
            refus.Add(new("Fin", "La fin précède le début."));
        }

        return refus;
    }
}
