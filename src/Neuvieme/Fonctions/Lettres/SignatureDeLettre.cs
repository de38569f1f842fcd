using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Neuvieme.Fonctions.Lettres;

/// <summary>Une signature : qui, en quelle qualité, quand, par quel moyen, sur quels octets exactement.</summary>
public sealed class SignatureDeLettre
{
    public long Id { get; set; }
    public long LettreId { get; set; }
    public Partie Partie { get; set; }
    public long? CompteId { get; set; }
    public required string Nom { get; set; }
    /// <summary>« chef d'établissement, par intérim de … » : ce qui s'imprime sous le nom.</summary>
    public required string Qualite { get; set; }
    public DateTime InstantUtc { get; set; }
    public MoyenDeSignature Moyen { get; set; }
    public string Adresse { get; set; } = "";
    public string Navigateur { get; set; } = "";
    /// <summary>Empreinte du document montré au moment de signer.</summary>
    public required string Sha256 { get; set; }
    /// <summary>La phrase à laquelle la personne a consenti.</summary>
    public required string Consentement { get; set; }
}

/// <summary>Comment la personne a prouvé que c'était elle, au moment de signer.</summary>
public enum MoyenDeSignature { MotDePasse, CodeATempsLimite, Papier, CleDAcces }

sealed class SignatureDeLettreTable : IEntityTypeConfiguration<SignatureDeLettre>
{
    public void Configure(EntityTypeBuilder<SignatureDeLettre> t)
    {
        t.ToTable("SignaturesDeLettre");
        t.HasIndex(s => new { s.LettreId, s.Partie }).IsUnique();
        t.HasOne<Lettre>().WithMany(l => l.Signatures).HasForeignKey(s => s.LettreId).OnDelete(DeleteBehavior.Restrict);
        t.Property(s => s.Nom).HasMaxLength(200);
        t.Property(s => s.Qualite).HasMaxLength(450);
        t.Property(s => s.Adresse).HasMaxLength(45);
        t.Property(s => s.Navigateur).HasMaxLength(300);
        t.Property(s => s.Sha256).HasMaxLength(64);
        t.Property(s => s.Consentement).HasMaxLength(500);
    }
}
