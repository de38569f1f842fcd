using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Demo;

public sealed record CompteDeDemo(string Courriel, string Nom, string Qualite, Role Role, string? Uai, string? AcademieCode);

/// <summary>La démonstration nommée : une académie fictive, le collège des Neuf Peupliers et le lycée de la Neuvaine.</summary>
public static class Demonstration
{
    public const string MotDePasse = "neuf-peupliers-2026";
    public const string Academie = "99";
    public const string College = "0990001N";
    public const string Lycee = "0990002P";

    public static readonly IReadOnlyList<CompteDeDemo> Comptes =
    [
        new("principal@demo.neuvieme.fr", "Hugo Roussel", "Principal du collège des Neuf Peupliers", Role.ChefEtablissement, College, null),
        new("proviseure@demo.neuvieme.fr", "Inès Carpentier", "Proviseure du lycée de la Neuvaine", Role.ChefEtablissement, Lycee, null),
        new("gestion@demo.neuvieme.fr", "Paul Ferrand", "Gestionnaire du rectorat", Role.GestionnaireRectorat, null, Academie),
        new("recteur@demo.neuvieme.fr", "Maud Delaunay", "Déléguée du recteur, valide les attributions", Role.Recteur, null, Academie),
        new("kervella@demo.neuvieme.fr", "Anne Sophie Kervella", "Professeure d’EPS au collège", Role.Agent, College, null),
        new("benali@demo.neuvieme.fr", "Samia Benali", "CPE au collège", Role.Agent, College, null),
        new("auditeur@demo.neuvieme.fr", "Claude Aubry", "Auditeur, lit le journal de l’académie", Role.Auditeur, null, Academie),
        new("admin@demo.neuvieme.fr", "Dominique Ortega", "Administrateur de l’instance", Role.Administrateur, null, null),
    ];

    /// <summary>Remplit une base vide ; ne touche pas à une base qui a déjà des comptes. Rend un refus si elle en a sans être la démonstration.</summary>
    public static async Task<string?> Charger(NeuviemeDb db, TimeProvider temps, CancellationToken ct = default)
    {
        if (await db.Users.AnyAsync(ct))
        {
            return await db.Academies.AnyAsync(a => a.Code == Academie, ct)
                ? null : "Cette base contient déjà de vrais comptes : la démonstration ne s’y ajoute pas. Donnez un autre fichier avec --base.";
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        Reference(db);
        CreerComptes(db, new Horloge(temps));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    static void Reference(NeuviemeDb db)
    {
        db.Academies.Add(new() { Code = Academie, Libelle = "fictive" });
        db.Etablissements.AddRange(
            new Etablissement
            {
                Uai = College, Denomination = "Collège des Neuf Peupliers", AcademieCode = Academie, NatureCode = "340", Secteur = Secteur.Public,
                EducationPrioritaire = EducationPrioritaire.Rep, Adresse = "9 rue des Écoles", CodePostal = "99000", Commune = "Ville-Test", Telephone = "01 99 00 00 00",
            },
            new Etablissement
            {
                Uai = Lycee, Denomination = "Lycée de la Neuvaine", AcademieCode = Academie, NatureCode = "306", Secteur = Secteur.Public,
                EducationPrioritaire = EducationPrioritaire.Aucune, Adresse = "2 place du Marché", CodePostal = "99000", Commune = "Ville-Test", Telephone = "01 99 00 00 09",
            });
    }

    static void CreerComptes(NeuviemeDb db, Horloge horloge)
    {
        var hacheur = new PasswordHasher<Compte>();
        foreach (var demo in Comptes)
        {
            var compte = new Compte
            {
                UserName = demo.Courriel, NormalizedUserName = demo.Courriel.ToUpperInvariant(), Email = demo.Courriel, NormalizedEmail = demo.Courriel.ToUpperInvariant(),
                EmailConfirmed = true, NomAffiche = demo.Nom, LockoutEnabled = true, SecurityStamp = Guid.NewGuid().ToString("N"),
            };
            compte.PasswordHash = hacheur.HashPassword(compte, MotDePasse);
            compte.Habilitations.Add(new() { Role = demo.Role, Uai = demo.Uai, AcademieCode = demo.AcademieCode, Debut = horloge.Aujourdhui });
            db.Users.Add(compte);
        }
    }
}
