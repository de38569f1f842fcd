using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Suivi;

namespace Neuvieme.Fonctions.Clotures;

/// <summary>Le mois de paie qu'une académie a clos : qui, quand.</summary>
public sealed class Cloture
{
    public long Id { get; set; }
    public required string AcademieCode { get; set; }
    /// <summary>Année × 100 + mois : 202610 pour octobre 2026.</summary>
    public int Paie { get; set; }
    public required string Auteur { get; set; }
    public DateTime InstantUtc { get; set; }
}

public enum NatureDeMouvement { Du, Rappel, TropPercu }

/// <summary>Ce qu'une clôture porte en paie pour une personne, au titre d'un mois ; la base en refuse le changement et l'effacement.</summary>
public sealed class Mouvement
{
    public long BeneficiaireId { get; set; }
    public int Mois { get; set; }
    public long ClotureId { get; set; }
    public int Paie { get; set; }
    public long Centimes { get; set; }
    public NatureDeMouvement Nature { get; set; }
}

sealed class ClotureTable : IEntityTypeConfiguration<Cloture>
{
    public void Configure(EntityTypeBuilder<Cloture> t)
    {
        t.HasIndex(c => new { c.AcademieCode, c.Paie }).IsUnique();
        t.HasOne<Academie>().WithMany().HasForeignKey(c => c.AcademieCode).OnDelete(DeleteBehavior.Restrict);
        t.Property(c => c.Auteur).HasMaxLength(450);
    }
}

sealed class MouvementTable : IEntityTypeConfiguration<Mouvement>
{
    public void Configure(EntityTypeBuilder<Mouvement> t)
    {
        t.HasKey(m => new { m.BeneficiaireId, m.Mois, m.ClotureId });
        t.HasIndex(m => m.ClotureId);
        t.HasOne<Beneficiaire>().WithMany().HasForeignKey(m => m.BeneficiaireId).OnDelete(DeleteBehavior.Restrict);
        t.HasOne<Cloture>().WithMany().HasForeignKey(m => m.ClotureId).OnDelete(DeleteBehavior.Restrict);
    }
}
