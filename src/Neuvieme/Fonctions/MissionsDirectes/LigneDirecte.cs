using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Etablissements;

namespace Neuvieme.Fonctions.MissionsDirectes;

/// <summary>Une ligne du grand livre : des IMP à une circonscription ou à l'académie pour ses missions, des parts du Pacte à une école ou à un établissement. On en ajoute, on n'en change pas.</summary>
public sealed class LigneDirecte
{
    public long Id { get; set; }
    public DispositifDirect Dispositif { get; set; }
    public string? CirconscriptionCode { get; set; }
    public string? Uai { get; set; }
    public string? AcademieCode { get; set; }
    /// <summary>Le niveau de priorité que fléchent ces parts, 1 à 3 ; zéro hors du Pacte.</summary>
    public int Niveau { get; set; }
    public int Annee { get; set; }
    /// <summary>Multiple de 1 250 € pour l'IMP du premier degré, de 625 € pour le Pacte, de 312,50 € pour l'académie ; négatif pour une reprise.</summary>
    public long Centimes { get; set; }
    public required string Motif { get; set; }
    public DateOnly NotifieeLe { get; set; }
    public required string Auteur { get; set; }
    public DateTime InstantUtc { get; set; }

    public string Porteur => Uai ?? CirconscriptionCode ?? AcademieCode ?? "";
    public Montant Montant => new(Centimes);
}

/// <summary>Ce qui est dû un mois donné ; écrit avec la décision, ou avec le service fait d'une mission ponctuelle.</summary>
public sealed class EcheanceDirecte
{
    public long MissionId { get; set; }
    public int Rang { get; set; }
    /// <summary>Année × 100 + mois.</summary>
    public int Mois { get; set; }
    /// <summary>Le mois de la paie qui le porte.</summary>
    public int Paie { get; set; }
    public long BrutCentimes { get; set; }
    public long NetEstimeCentimes { get; set; }

    public Mois MoisDu => new(Mois / 100, Mois % 100);
    public Mois MoisDePaie => new(Paie / 100, Paie % 100);
    public Montant Brut => new(BrutCentimes);
    public Montant NetEstime => new(NetEstimeCentimes);

    public static EcheanceDirecte De(long mission, Echeance e, Mois paie) => new()
    {
        MissionId = mission, Rang = e.Rang, Mois = e.Mois.Annee * 100 + e.Mois.Numero, Paie = paie.Annee * 100 + paie.Numero, BrutCentimes = e.Brut.Centimes, NetEstimeCentimes = e.NetEstime.Centimes,
    };
}

sealed class LigneDirecteTable : IEntityTypeConfiguration<LigneDirecte>
{
    public void Configure(EntityTypeBuilder<LigneDirecte> t)
    {
        t.ToTable("LignesDirectes");
        t.HasIndex(l => new { l.CirconscriptionCode, l.Annee });
        t.HasIndex(l => new { l.Uai, l.Annee });
        t.HasIndex(l => new { l.AcademieCode, l.Annee });
        t.HasOne<Academie>().WithMany().HasForeignKey(l => l.AcademieCode).OnDelete(DeleteBehavior.Restrict);
        t.HasOne<Circonscription>().WithMany().HasForeignKey(l => l.CirconscriptionCode).OnDelete(DeleteBehavior.Restrict);
        t.HasOne<Etablissement>().WithMany().HasForeignKey(l => l.Uai).OnDelete(DeleteBehavior.Restrict);
        t.Ignore(l => l.Porteur);
        t.Ignore(l => l.Montant);
        t.Property(l => l.Motif).HasMaxLength(500);
        t.Property(l => l.Auteur).HasMaxLength(450);
    }
}

sealed class EcheanceDirecteTable : IEntityTypeConfiguration<EcheanceDirecte>
{
    public void Configure(EntityTypeBuilder<EcheanceDirecte> t)
    {
        t.ToTable("EcheancesDirectes");
        t.HasKey(e => new { e.MissionId, e.Rang });
        t.HasOne<MissionDirecte>().WithMany().HasForeignKey(e => e.MissionId).OnDelete(DeleteBehavior.Restrict);
        t.Ignore(e => e.MoisDu);
        t.Ignore(e => e.MoisDePaie);
        t.Ignore(e => e.Brut);
        t.Ignore(e => e.NetEstime);
    }
}
