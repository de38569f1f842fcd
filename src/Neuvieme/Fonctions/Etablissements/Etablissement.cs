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

public enum EtatEtablissement { Inconnu, Ouvert, AOuvrir, AFermer, Ferme }

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
    /// <summary>« 035 », « 02A » ; vide si aucun fichier ne l'a dit.</summary>
    public string DepartementCode { get; set; } = "";
    public EtatEtablissement Etat { get; set; }
    public DateOnly? OuvertLe { get; set; }
    public DateOnly? FermeLe { get; set; }
    /// <summary>Degrés décimaux, système mondial.</summary>
    public double? Latitude { get; set; }
    public double? Longitude { get; set; }
    public int? Eleves { get; set; }
    /// <summary>Année de la rentrée où les élèves ont été comptés ; nulle si le fichier ne la dit pas.</summary>
    public int? ElevesRentree { get; set; }
    /// <summary>Équivalents temps plein de tous les personnels, en centièmes : ce n'est pas un nombre d'enseignants.</summary>
    public int? EtpCentiemes { get; set; }
    public int? EtpRentree { get; set; }
    /// <summary>Les champs dont la valeur présente vient d'un fichier ouvert ; les autres viennent de STSWeb ou d'une saisie.</summary>
    public string ChampsOuverts { get; set; } = "";

    /// <summary>Les classes préparatoires n'existent qu'en lycée général ou technologique.</summary>
    public bool PeutAvoirCpge => NatureCode is "300" or "302" or "306";

    public Etablissement Copie() => (Etablissement)MemberwiseClone();
}

public sealed class Departement
{
    /// <summary>Trois caractères : « 035 », « 02A », « 974 ».</summary>
    public required string Code { get; set; }
    public required string Libelle { get; set; }
    public required string AcademieCode { get; set; }
}

public sealed class NatureUai
{
    public required string Code { get; set; }
    public required string Libelle { get; set; }
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
        t.Property(e => e.DepartementCode).HasMaxLength(3);
        t.Property(e => e.ChampsOuverts).HasMaxLength(400);
        t.HasOne(e => e.Academie).WithMany().HasForeignKey(e => e.AcademieCode).OnDelete(DeleteBehavior.Restrict);
        t.HasOne<Circonscription>().WithMany().HasForeignKey(e => e.CirconscriptionCode).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class DepartementTable : IEntityTypeConfiguration<Departement>
{
    public void Configure(EntityTypeBuilder<Departement> t)
    {
        t.HasKey(d => d.Code);
        t.Property(d => d.Code).HasMaxLength(3);
        t.Property(d => d.Libelle).HasMaxLength(100);
        t.Property(d => d.AcademieCode).HasMaxLength(2);
        t.HasOne<Academie>().WithMany().HasForeignKey(d => d.AcademieCode).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class NatureUaiTable : IEntityTypeConfiguration<NatureUai>
{
    public void Configure(EntityTypeBuilder<NatureUai> t)
    {
        t.ToTable("NaturesUai");
        t.HasKey(n => n.Code);
        t.Property(n => n.Code).HasMaxLength(3);
        t.Property(n => n.Libelle).HasMaxLength(100);
    }
}
