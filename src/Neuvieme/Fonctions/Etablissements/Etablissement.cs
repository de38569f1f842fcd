using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Neuvieme.Droit;

namespace Neuvieme.Fonctions.Etablissements;

public sealed class Academie
{
    public required string Code { get; set; }
    public required string Libelle { get; set; }

    /// <summary>Portée du journal et du verrou d'écriture de l'académie.</summary>
    public static string PorteeDe(string code) => "academie:" + code;
}

public sealed class Etablissement
{
    public required string Uai { get; set; }
    public required string Denomination { get; set; }
    public required string AcademieCode { get; set; }
    public Academie? Academie { get; set; }
    public string NatureCode { get; set; } = "";
    /// <summary>Celle d'une école publique ; nulle ailleurs.</summary>
    public string? CirconscriptionCode { get; set; }
    public Secteur Secteur { get; set; } = Secteur.Public;
    public EducationPrioritaire EducationPrioritaire { get; set; } = EducationPrioritaire.Inconnue;
    public string Adresse { get; set; } = "";
    public string CodePostal { get; set; } = "";
    public string Commune { get; set; } = "";
    public string Telephone { get; set; } = "";

    /// <summary>Les classes préparatoires n'existent qu'en lycée général ou technologique.</summary>
    public bool PeutAvoirCpge => NatureCode is "300" or "302" or "306";
}

sealed class AcademieTable : IEntityTypeConfiguration<Academie>
{
    public void Configure(EntityTypeBuilder<Academie> t)
    {
        t.HasKey(a => a.Code);
        t.Property(a => a.Code).HasMaxLength(2);
        t.Property(a => a.Libelle).HasMaxLength(100);
    }
}

sealed class EtablissementTable : IEntityTypeConfiguration<Etablissement>
{
    public void Configure(EntityTypeBuilder<Etablissement> t)
    {
        t.HasKey(e => e.Uai);
        t.Property(e => e.Uai).HasMaxLength(8);
        t.Property(e => e.Denomination).HasMaxLength(200);
        t.Property(e => e.NatureCode).HasMaxLength(3);
        t.Property(e => e.Adresse).HasMaxLength(200);
        t.Property(e => e.CodePostal).HasMaxLength(10);
        t.Property(e => e.Commune).HasMaxLength(100);
        t.Property(e => e.Telephone).HasMaxLength(30);
        t.HasOne(e => e.Academie).WithMany().HasForeignKey(e => e.AcademieCode).OnDelete(DeleteBehavior.Restrict);
        t.HasOne<Circonscription>().WithMany().HasForeignKey(e => e.CirconscriptionCode).OnDelete(DeleteBehavior.Restrict);
    }
}
