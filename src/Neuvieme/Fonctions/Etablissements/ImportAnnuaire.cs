using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Neuvieme.Fonctions.Etablissements;

/// <summary>Un import de données ouvertes confirmé, et son rapport.</summary>
public sealed class ImportAnnuaire
{
    public long Id { get; set; }
    public required string NomFichier { get; set; }
    public required string Sha256 { get; set; }
    public DateTime InstantUtc { get; set; }
    public required string Auteur { get; set; }
    public int Nouveaux { get; set; }
    public int Changes { get; set; }
    public int Inchanges { get; set; }
    public int Absents { get; set; }
    public int Sales { get; set; }
    /// <summary>Le rapport ligne par ligne, en CSV, compressé.</summary>
    public required byte[] Rapport { get; set; }
}

/// <summary>Fichier déposé, montré en aperçu, pas encore confirmé ; effacé à la confirmation ou au bout d'une heure.</summary>
public sealed class AnnuaireDepose
{
    public long Id { get; set; }
    public long CompteId { get; set; }
    public required string NomFichier { get; set; }
    /// <summary>Compressé : l'annuaire national tient alors en quelques mégaoctets.</summary>
    public required byte[] Contenu { get; set; }
    public DateTime InstantUtc { get; set; }
}

sealed class ImportAnnuaireTable : IEntityTypeConfiguration<ImportAnnuaire>
{
    public void Configure(EntityTypeBuilder<ImportAnnuaire> t)
    {
        t.Property(i => i.NomFichier).HasMaxLength(400);
        t.Property(i => i.Sha256).HasMaxLength(64);
        t.Property(i => i.Auteur).HasMaxLength(200);
    }
}

sealed class AnnuaireDeposeTable : IEntityTypeConfiguration<AnnuaireDepose>
{
    public void Configure(EntityTypeBuilder<AnnuaireDepose> t) => t.Property(a => a.NomFichier).HasMaxLength(200);
}
