using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Neuvieme.Fonctions.Comptes;

public sealed class Compte : IdentityUser<long>
{
    public string NomAffiche { get; set; } = "";
    public List<Habilitation> Habilitations { get; set; } = [];
}

public enum Role
{
    Agent, ChefEtablissement, Adjoint, Secretariat, GestionnaireRectorat, Recteur, Ien, DirecteurEcole, MembreInstance, Auditeur, Administrateur,
}

/// <summary>Un rôle sur une portée (un établissement, une circonscription, une académie ou toute l'instance), entre deux dates incluses.</summary>
public sealed class Habilitation
{
    public long Id { get; set; }
    public long CompteId { get; set; }
    public Role Role { get; set; }
    public string? Uai { get; set; }
    public string? AcademieCode { get; set; }
    /// <summary>La circonscription d'un inspecteur, en plus de son académie.</summary>
    public string? CirconscriptionCode { get; set; }
    public DateOnly Debut { get; set; }
    public DateOnly? Fin { get; set; }
    /// <summary>Ce qui la fonde quand elle est tenue pour un autre ; nul : la personne la tient elle-même.</summary>
    public Delegation? Delegation { get; set; }

    public bool EstActive(DateOnly jour) => Debut <= jour && (Fin is null || jour <= Fin);

    public static string Libelle(Role role) => role switch
    {
        Role.Agent => "Agent",
        Role.ChefEtablissement => "Chef d’établissement",
        Role.Adjoint => "Adjoint",
        Role.Secretariat => "Secrétariat",
        Role.GestionnaireRectorat => "Gestionnaire du rectorat",
        Role.Recteur => "Recteur ou délégataire",
        Role.Ien => "Inspecteur de l’éducation nationale",
        Role.DirecteurEcole => "Directeur d’école",
        Role.MembreInstance => "Membre d’instance",
        Role.Auditeur => "Auditeur ou DPO",
        _ => "Administrateur",
    };
}

sealed class CompteTable : IEntityTypeConfiguration<Compte>
{
    public void Configure(EntityTypeBuilder<Compte> t) => t.Property(c => c.NomAffiche).HasMaxLength(200);
}

sealed class HabilitationTable : IEntityTypeConfiguration<Habilitation>
{
    public void Configure(EntityTypeBuilder<Habilitation> t)
    {
        t.Property(h => h.Uai).HasMaxLength(8);
        t.Property(h => h.AcademieCode).HasMaxLength(2);
        t.Property(h => h.CirconscriptionCode).HasMaxLength(8);
        t.HasOne<Compte>().WithMany(c => c.Habilitations).HasForeignKey(h => h.CompteId);
        t.HasIndex(h => new { h.Uai, h.Role });
    }
}
