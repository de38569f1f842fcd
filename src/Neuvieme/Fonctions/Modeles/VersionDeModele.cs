using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Neuvieme.Fonctions.Etablissements;

namespace Neuvieme.Fonctions.Modeles;

/// <summary>Un brouillon se prépare ; publié, il vaut pour tous les documents établis ensuite, jusqu'à ce qu'un autre le remplace.</summary>
public enum EtatDeVersion { Brouillon, Publiee, Remplacee }

/// <summary>Une version du modèle d'une académie. Publiée, elle ne change plus : les lettres disent laquelle les a produites.</summary>
public sealed class VersionDeModele
{
    public long Id { get; set; }
    public required string AcademieCode { get; set; }
    public required string Modele { get; set; }
    /// <summary>Zéro pour le brouillon : il n'y en a qu'un.</summary>
    public int Numero { get; set; }
    public EtatDeVersion Etat { get; set; }
    public string EnTete { get; set; } = "";
    public string Phrases { get; set; } = "";
    public string Source { get; set; } = "";
    public string Note { get; set; } = "";
    /// <summary>Qui l'a écrite en dernier.</summary>
    public required string Auteur { get; set; }
    public DateTime InstantUtc { get; set; }
    /// <summary>Qui l'a publiée ; vide pour un brouillon.</summary>
    public string PublieePar { get; set; } = "";
    public DateTime? PublieeUtc { get; set; }
    /// <summary>Le dernier vrai document qu'elle n'a pas su rendre, et pourquoi.</summary>
    public string Echec { get; set; } = "";
    public DateTime? EchecUtc { get; set; }
    public int Version { get; set; }

    /// <summary>Ce que l'écran a lu : un brouillon abandonné puis refait n'est pas le même.</summary>
    public string Jeton => $"{Id}.{Version}";
}

sealed class VersionDeModeleTable : IEntityTypeConfiguration<VersionDeModele>
{
    public void Configure(EntityTypeBuilder<VersionDeModele> t)
    {
        t.ToTable("VersionsDeModele");
        t.HasIndex(v => new { v.AcademieCode, v.Modele, v.Numero }).IsUnique();
        t.HasOne<Academie>().WithMany().HasForeignKey(v => v.AcademieCode).OnDelete(DeleteBehavior.Restrict);
        t.Property(v => v.Modele).HasMaxLength(40);
        t.Property(v => v.Note).HasMaxLength(500);
        t.Property(v => v.Auteur).HasMaxLength(450);
        t.Property(v => v.PublieePar).HasMaxLength(450);
        t.Property(v => v.Echec).HasMaxLength(2000);
        t.Property(v => v.Version).IsConcurrencyToken();
    }
}
