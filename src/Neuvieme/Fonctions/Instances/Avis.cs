using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Neuvieme.Fonctions.Etablissements;

namespace Neuvieme.Fonctions.Instances;

/// <summary>Les deux conseils du public ; dans le privé sous contrat, ni l'un ni l'autre : l'ensemble des enseignants, qu'on informe.</summary>
public enum Instance { ConseilPedagogique, ConseilAdministration, Enseignants }

public enum SensAvis { Favorable, Defavorable, Partage, PrisActe }

/// <summary>L'avis d'une instance sur les missions prévues (décret art. 8). Un avis n'est pas une délibération : défavorable, il ne bloque pas.</summary>
public sealed class Avis
{
    public long Id { get; set; }
    public required string Uai { get; set; }
    public int Annee { get; set; }
    public Instance Instance { get; set; }
    public DateOnly RenduLe { get; set; }
    public SensAvis Sens { get; set; }
    public int? Pour { get; set; }
    public int? Contre { get; set; }
    public int? Abstentions { get; set; }
    /// <summary>Membres en exercice et membres présents, pour le quorum du conseil d'administration.</summary>
    public int? Membres { get; set; }
    public int? Presents { get; set; }
    public string Observations { get; set; } = "";
    /// <summary>Ce qui a été présenté, figé à ce jour, sans nom de personne.</summary>
    public required string PlanPresente { get; set; }
    /// <summary>Le dossier remis pour cette séance.</summary>
    public long? DossierId { get; set; }
    public required string Auteur { get; set; }
    public DateTime InstantUtc { get; set; }
}

sealed class AvisTable : IEntityTypeConfiguration<Avis>
{
    public void Configure(EntityTypeBuilder<Avis> t)
    {
        t.HasIndex(a => new { a.Uai, a.Annee, a.Instance, a.RenduLe }).IsUnique();
        t.HasIndex(a => a.DossierId).IsUnique();
        t.HasOne<DossierInstance>().WithMany().HasForeignKey(a => a.DossierId).OnDelete(DeleteBehavior.Restrict);
        t.HasOne<Etablissement>().WithMany().HasForeignKey(a => a.Uai).OnDelete(DeleteBehavior.Restrict);
        t.Property(a => a.Observations).HasMaxLength(4000);
        t.Property(a => a.Auteur).HasMaxLength(450);
    }
}
