using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;

namespace Neuvieme.Fonctions.Suivi;

/// <summary>Ce qui est dû un mois donné au titre d'une attribution validée ; écrit à la validation, jamais modifié.</summary>
public sealed class EcheanceStockee
{
    public long AttributionId { get; set; }
    public int Rang { get; set; }
    /// <summary>Année × 100 + mois : 202610 pour octobre 2026.</summary>
    public int Mois { get; set; }
    public long BrutCentimes { get; set; }
    public long NetEstimeCentimes { get; set; }

    public Mois MoisDu => new(Mois / 100, Mois % 100);
    public Montant Brut => new(BrutCentimes);
    public Montant NetEstime => new(NetEstimeCentimes);

    public static EcheanceStockee De(long attributionId, Echeance e) => new()
    {
        AttributionId = attributionId,
        Rang = e.Rang,
        Mois = e.Mois.Annee * 100 + e.Mois.Numero,
        BrutCentimes = e.Brut.Centimes,
        NetEstimeCentimes = e.NetEstime.Centimes,
    };
}

sealed class EcheanceTable : IEntityTypeConfiguration<EcheanceStockee>
{
    public void Configure(EntityTypeBuilder<EcheanceStockee> t)
    {
        t.ToTable("Echeances");
        t.HasKey(e => new { e.AttributionId, e.Rang });
        t.HasOne<Attribution>().WithMany().HasForeignKey(e => e.AttributionId).OnDelete(DeleteBehavior.Restrict);
        t.Ignore(e => e.MoisDu);
        t.Ignore(e => e.Brut);
        t.Ignore(e => e.NetEstime);
    }
}
