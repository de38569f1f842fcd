using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Personnels;

namespace Neuvieme.Fonctions.Suivi;

/// <summary>Qui est payé au titre d'une attribution : la personne à qui elle est confiée, et chacune de celles qui l'y ont remplacée.</summary>
public sealed class Beneficiaire
{
    public long Id { get; set; }
    public long AttributionId { get; set; }
    public long AgentId { get; set; }
    public Agent? Agent { get; set; }
    /// <summary>Faux pour un remplaçant dans la mission (décret n° 2015-475, art. 4).</summary>
    public bool Titulaire { get; set; }
}

public enum CauseDeVersion { Validation, ServiceFait, Absence, Remplacement, Arret, Correction, Retrait, Avenant }

/// <summary>Pourquoi l'échéancier d'une attribution a été récrit ; une version ne change ni ne s'efface.</summary>
public sealed class VersionEcheancier
{
    public long AttributionId { get; set; }
    public int Numero { get; set; }
    public CauseDeVersion Cause { get; set; }
    /// <summary>« Karim Diallo remplace du 16 janvier au 28 février 2027 » ; vide à la validation.</summary>
    public string Explication { get; set; } = "";
    public required string Auteur { get; set; }
    public DateTime InstantUtc { get; set; }
}

sealed class BeneficiaireTable : IEntityTypeConfiguration<Beneficiaire>
{
    public void Configure(EntityTypeBuilder<Beneficiaire> t)
    {
        t.HasIndex(b => new { b.AttributionId, b.AgentId }).IsUnique();
        t.HasIndex(b => b.AgentId);
        t.HasOne<Attribution>().WithMany().HasForeignKey(b => b.AttributionId).OnDelete(DeleteBehavior.Restrict);
        t.HasOne(b => b.Agent).WithMany().HasForeignKey(b => b.AgentId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class VersionEcheancierTable : IEntityTypeConfiguration<VersionEcheancier>
{
    public void Configure(EntityTypeBuilder<VersionEcheancier> t)
    {
        t.ToTable("VersionsEcheancier");
        t.HasKey(v => new { v.AttributionId, v.Numero });
        t.HasOne<Attribution>().WithMany().HasForeignKey(v => v.AttributionId).OnDelete(DeleteBehavior.Restrict);
        t.Property(v => v.Explication).HasMaxLength(500);
        t.Property(v => v.Auteur).HasMaxLength(450);
    }
}
