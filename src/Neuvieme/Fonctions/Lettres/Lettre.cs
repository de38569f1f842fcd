using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Neuvieme.Fonctions.Attributions;

namespace Neuvieme.Fonctions.Lettres;

/// <summary>Le PDF exact d'une version de la lettre, retrouvé par son empreinte ; une version ne change jamais.</summary>
public sealed class Lettre
{
    public long Id { get; set; }
    public long AttributionId { get; set; }
    public Attribution? Attribution { get; set; }
    public int Numero { get; set; }
    public required string Sha256 { get; set; }
    public required byte[] Pdf { get; set; }
    /// <summary>Les données imprimées, pour dire ce qui a changé d'une version à l'autre.</summary>
    public required string Donnees { get; set; }
    public DateTime InstantUtc { get; set; }
    public required string Auteur { get; set; }
}

sealed class LettreTable : IEntityTypeConfiguration<Lettre>
{
    public void Configure(EntityTypeBuilder<Lettre> t)
    {
        t.HasIndex(l => new { l.AttributionId, l.Numero }).IsUnique();
        t.HasOne(l => l.Attribution).WithMany().HasForeignKey(l => l.AttributionId).OnDelete(DeleteBehavior.Restrict);
        t.Property(l => l.Sha256).HasMaxLength(64);
        t.Property(l => l.Auteur).HasMaxLength(450);
    }
}
