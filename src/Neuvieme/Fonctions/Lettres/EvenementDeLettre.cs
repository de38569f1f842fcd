using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Neuvieme.Socle;

namespace Neuvieme.Fonctions.Lettres;

/// <summary>Ce qui est arrivé à une lettre, dans l'ordre ; jamais effacé, jamais changé.</summary>
public sealed class EvenementDeLettre
{
    public long Id { get; set; }
    public long LettreId { get; set; }
    public GenreDEvenement Genre { get; set; }
    public DateTime InstantUtc { get; set; }
    public long? CompteId { get; set; }
    public required string Auteur { get; set; }
    /// <summary>Motif d'un refus ou d'une demande, partie rappelée… ; souvent vide.</summary>
    public string Detail { get; set; } = "";

    public static EvenementDeLettre De(long lettreId, GenreDEvenement genre, Auteur auteur, string detail = "") =>
        new() { LettreId = lettreId, Genre = genre, InstantUtc = auteur.InstantUtc, CompteId = auteur.CompteId, Auteur = auteur.Signature, Detail = detail };
}

public enum GenreDEvenement { Etablie, Envoyee, Lue, Signee, Declinee, ModificationDemandee, Rappelee, Expiree, Remplacee, SansEffet, SigneeSurPapier, Cachetee }

/// <summary>Ce qui s'attache à une lettre sans en être : gardé à part, pour que lire une liste ne charge pas des mégaoctets.</summary>
public sealed class PieceDeLettre
{
    public long Id { get; set; }
    public long LettreId { get; set; }
    public GenreDePiece Genre { get; set; }
    public required byte[] Contenu { get; set; }
    public required string Sha256 { get; set; }
    public required string Type { get; set; }
    public DateTime InstantUtc { get; set; }
}

/// <summary>Le PDF signé suivi du cachet de l'organisme, la page qui dit qui a signé, la numérisation d'une lettre signée sur papier.</summary>
public enum GenreDePiece { Cachetee, Certificat, Numerisation }

sealed class EvenementDeLettreTable : IEntityTypeConfiguration<EvenementDeLettre>
{
    public void Configure(EntityTypeBuilder<EvenementDeLettre> t)
    {
        t.ToTable("EvenementsDeLettre");
        t.HasIndex(e => e.LettreId);
        t.HasOne<Lettre>().WithMany().HasForeignKey(e => e.LettreId).OnDelete(DeleteBehavior.Restrict);
        t.Property(e => e.Auteur).HasMaxLength(450);
        t.Property(e => e.Detail).HasMaxLength(2000);
    }
}

sealed class PieceDeLettreTable : IEntityTypeConfiguration<PieceDeLettre>
{
    public void Configure(EntityTypeBuilder<PieceDeLettre> t)
    {
        t.ToTable("PiecesDeLettre");
        t.HasIndex(p => new { p.LettreId, p.Genre }).IsUnique();
        t.HasIndex(p => p.Sha256);
        t.HasOne<Lettre>().WithMany().HasForeignKey(p => p.LettreId).OnDelete(DeleteBehavior.Restrict);
        t.Property(p => p.Sha256).HasMaxLength(64);
        t.Property(p => p.Type).HasMaxLength(40);
    }
}
