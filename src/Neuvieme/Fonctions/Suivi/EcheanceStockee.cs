using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;

namespace Neuvieme.Fonctions.Suivi;

/// <summary>
/// Ce qui est dû un mois donné à un bénéficiaire. Une interruption ou un avenant écrit une version de plus : l'ancienne reste, seule la
/// courante se lit sans le demander.
/// </summary>
public sealed class EcheanceStockee
{
    public long BeneficiaireId { get; set; }
    public Beneficiaire? Beneficiaire { get; set; }
    /// <summary>Numéro de la version de l'échéancier de l'attribution.</summary>
    public int Version { get; set; }
    public int Rang { get; set; }
    public long AttributionId { get; set; }
    public bool Courante { get; set; }
    /// <summary>Année × 100 + mois : 202610 pour octobre 2026.</summary>
    public int Mois { get; set; }
    /// <summary>Le mois de la paie qui le porte : le sien, ou celui qui suit une validation tardive, en rappel (circulaire I ; regles R072).</summary>
    public int Paie { get; set; }
    public long BrutCentimes { get; set; }
    public long NetEstimeCentimes { get; set; }

    public Mois MoisDu => new(Mois / 100, Mois % 100);
    public Mois MoisDePaie => new(Paie / 100, Paie % 100);
    public bool EstRappel => Paie != Mois && BrutCentimes > 0;
    /// <summary>Repris sur cette paie : le mois avait été payé, et ne l'est plus dû en entier.</summary>
    public bool EstTropPercu => BrutCentimes < 0;
    /// <summary>L'écart d'un mois déjà payé, et non l'un des neuf versements.</summary>
    public bool EstEcart => Rang > Echeancier.Nombre;
    public Montant Brut => new(BrutCentimes);
    public Montant NetEstime => new(NetEstimeCentimes);

    static int Numero(Mois m) => m.Annee * 100 + m.Numero;

    /// <param name="paie">Le mois de la paie qui le porte.</param>
    public static EcheanceStockee De(Beneficiaire beneficiaire, int version, Echeance e, Mois paie) => new()
    {
        Beneficiaire = beneficiaire,
        BeneficiaireId = beneficiaire.Id,
        AttributionId = beneficiaire.AttributionId,
        Version = version,
        Courante = true,
        Rang = e.Rang,
        Mois = Numero(e.Mois),
        Paie = Numero(paie),
        BrutCentimes = e.Brut.Centimes,
        NetEstimeCentimes = e.NetEstime.Centimes,
    };
}

/// <summary>Ce qu'une paie ajoute ou reprend de mois déjà payés.</summary>
public readonly record struct EcartDePaie(Mois Paie, Montant Somme)
{
    public static IReadOnlyList<EcartDePaie> De(IEnumerable<EcheanceStockee> echeances) =>
        [.. echeances.Where(e => e.EstEcart).GroupBy(e => e.MoisDePaie).Select(g => new EcartDePaie(g.Key, new(g.Sum(e => e.BrutCentimes)))).Where(e => e.Somme != Montant.Zero).OrderBy(e => e.Paie)];
}

sealed class EcheanceTable : IEntityTypeConfiguration<EcheanceStockee>
{
    public void Configure(EntityTypeBuilder<EcheanceStockee> t)
    {
        t.ToTable("Echeances");
        t.HasKey(e => new { e.BeneficiaireId, e.Version, e.Rang });
        t.HasIndex(e => e.AttributionId);
        t.HasOne(e => e.Beneficiaire).WithMany().HasForeignKey(e => e.BeneficiaireId).OnDelete(DeleteBehavior.Restrict);
        t.HasOne<Attribution>().WithMany().HasForeignKey(e => e.AttributionId).OnDelete(DeleteBehavior.Restrict);
        t.HasQueryFilter(e => e.Courante);
        t.Ignore(e => e.MoisDu);
        t.Ignore(e => e.MoisDePaie);
        t.Ignore(e => e.EstRappel);
        t.Ignore(e => e.EstTropPercu);
        t.Ignore(e => e.EstEcart);
        t.Ignore(e => e.Brut);
        t.Ignore(e => e.NetEstime);
    }
}
