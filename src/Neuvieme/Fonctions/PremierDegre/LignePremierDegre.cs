using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Etablissements;

namespace Neuvieme.Fonctions.PremierDegre;

/// <summary>Une ligne du grand livre : des IMP à une circonscription, ou des parts du Pacte à une école. On en ajoute, on n'en change pas.</summary>
public sealed class LignePremierDegre
{
    public long Id { get; set; }
    public DispositifPremierDegre Dispositif { get; set; }
    public string? CirconscriptionCode { get; set; }
    public string? Uai { get; set; }
    public int Annee { get; set; }
    /// <summary>Multiple de 1 250 € pour l'IMP, de 625 € pour le Pacte ; négatif pour une reprise.</summary>
    public long Centimes { get; set; }
    public required string Motif { get; set; }
    public DateOnly NotifieeLe { get; set; }
    public required string Auteur { get; set; }
    public DateTime InstantUtc { get; set; }

    public string Porteur => Uai ?? CirconscriptionCode ?? "";
    public Montant Montant => new(Centimes);
}

/// <summary>Ce qui est dû un mois donné ; écrit avec la décision, ou avec le service fait d'une mission ponctuelle.</summary>
public sealed class EcheancePremierDegre
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

    public static EcheancePremierDegre De(long mission, Echeance e, Mois paie) => new()
    {
        MissionId = mission, Rang = e.Rang, Mois = e.Mois.Annee * 100 + e.Mois.Numero, Paie = paie.Annee * 100 + paie.Numero, BrutCentimes = e.Brut.Centimes, NetEstimeCentimes = e.NetEstime.Centimes,
    };
}

sealed class LignePremierDegreTable : IEntityTypeConfiguration<LignePremierDegre>
{
    public void Configure(EntityTypeBuilder<LignePremierDegre> t)
    {
        t.ToTable("LignesPremierDegre");
        t.HasIndex(l => new { l.CirconscriptionCode, l.Annee });
        t.HasIndex(l => new { l.Uai, l.Annee });
        t.HasOne<Circonscription>().WithMany().HasForeignKey(l => l.CirconscriptionCode).OnDelete(DeleteBehavior.Restrict);
        t.HasOne<Etablissement>().WithMany().HasForeignKey(l => l.Uai).OnDelete(DeleteBehavior.Restrict);
        t.Ignore(l => l.Porteur);
        t.Ignore(l => l.Montant);
        t.Property(l => l.Motif).HasMaxLength(500);
        t.Property(l => l.Auteur).HasMaxLength(450);
    }
}

sealed class EcheancePremierDegreTable : IEntityTypeConfiguration<EcheancePremierDegre>
{
    public void Configure(EntityTypeBuilder<EcheancePremierDegre> t)
    {
        t.ToTable("EcheancesPremierDegre");
        t.HasKey(e => new { e.MissionId, e.Rang });
        t.HasOne<MissionPremierDegre>().WithMany().HasForeignKey(e => e.MissionId).OnDelete(DeleteBehavior.Restrict);
        t.Ignore(e => e.MoisDu);
        t.Ignore(e => e.MoisDePaie);
        t.Ignore(e => e.Brut);
        t.Ignore(e => e.NetEstime);
    }
}
