using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Neuvieme.Fonctions.Attributions;

namespace Neuvieme.Fonctions.Lettres;

/// <summary>Là où la lettre n'est pas exigée : la personne en demande une, ou s'en passe. Son accord n'en dépend pas.</summary>
public sealed class SouhaitDeLettre
{
    public long AttributionId { get; set; }
    public bool Veut { get; set; }
    public DateTime InstantUtc { get; set; }
}

sealed class SouhaitDeLettreTable : IEntityTypeConfiguration<SouhaitDeLettre>
{
    public void Configure(EntityTypeBuilder<SouhaitDeLettre> t)
    {
        t.ToTable("SouhaitsDeLettre");
        t.HasKey(s => s.AttributionId);
        t.Property(s => s.AttributionId).ValueGeneratedNever();
        t.HasOne<Attribution>().WithMany().HasForeignKey(s => s.AttributionId).OnDelete(DeleteBehavior.Restrict);
    }
}
