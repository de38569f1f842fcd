using System.Net.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Comptes.Creer;

/// <summary>Ce qu'a donné la création ; le mot de passe est nul quand le compte existait déjà et reçoit seulement une qualité de plus.</summary>
public sealed record CompteCree(string Courriel, string Nom, string? MotDePasse);

/// <summary>L'administrateur ouvre un compte, ou donne une qualité de plus à un compte existant.</summary>
public sealed record CreerCompte(string Courriel, string Nom, Role Role, string? Uai, string? Academie, DateOnly? Debut = null, DateOnly? Fin = null)
{
    public CompteCree? Resultat { get; private set; }

    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, Auteur auteur, CancellationToken ct = default)
    {
        var (courriel, nom) = (Courriel.Trim(), Nom.Trim());
        var uai = string.IsNullOrWhiteSpace(Uai) ? null : Droit.Uai.TryParse(Uai, out var lu) ? lu.Valeur : Uai.Trim();
        var academie = string.IsNullOrWhiteSpace(Academie) ? null : Academie.Trim();
        if (Verifier(courriel, nom) is { Count: > 0 } refus)
        {
            return refus;
        }

        if (await PorteesDeRole.Verifier(db, Role, uai, academie, ct) is { } horsPortee)
        {
            return [horsPortee];
        }

        var habilitation = new Habilitation { Role = Role, Uai = uai, AcademieCode = academie, Debut = Debut ?? auteur.Aujourdhui, Fin = Fin };
        var portee = habilitation.PorteeDuJournal();
        await using var transaction = await db.Commencer(portee, ct);
        var cle = courriel.ToUpperInvariant();
        var compte = await db.Users.Include(c => c.Habilitations).FirstOrDefaultAsync(c => c.NormalizedEmail == cle, ct);
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
        else if (compte.Habilitations.Any(h => h.Role == Role && h.Uai == uai && h.AcademieCode == academie && (h.Fin is null || h.Fin >= auteur.Aujourdhui)))
        {
            return [new("Courriel", $"{compte.NomAffiche} ({courriel}) a déjà cette qualité.")];
        }

        compte.Habilitations.Add(habilitation);
        await db.SaveChangesAsync(ct);
        if (motDePasse is not null)
        {
            db.UserClaims.Add(new IdentityUserClaim<long> { UserId = compte.Id, ClaimType = MotsDePasse.Provisoire, ClaimValue = "oui" });
        }

        if (Role == Role.Agent)
        {
            // Sans ce lien, l'agent ouvrirait une page vide : son courriel dit qui il est dans l'établissement.
            foreach (var agent in await db.Agents.Where(a => a.Uai == uai && a.CompteId == null && a.Courriel != null).ToListAsync(ct))
            {
                if (string.Equals(agent.Courriel, courriel, StringComparison.OrdinalIgnoreCase))
                {
                    (agent.CompteId, agent.Version) = (compte.Id, agent.Version + 1);
                }
            }
        }

        await db.SaveChangesAsync(ct);
        var plume = new Plume(db, auteur, portee);
        plume.Noter(motDePasse is null ? "qualité donnée" : "compte créé", $"compte:{compte.Id}", null, new
        {
            courriel, nom = compte.NomAffiche, role = Habilitation.Libelle(Role), debut = Francais.DateBreve(habilitation.Debut),
            fin = Fin is { } f ? Francais.DateBreve(f) : "sans fin",
        });
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        Resultat = new(courriel, compte.NomAffiche, motDePasse);
        return [];
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
