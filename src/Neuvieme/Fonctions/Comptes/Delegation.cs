using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Neuvieme.Socle;

namespace Neuvieme.Fonctions.Comptes;

public enum FormeDeDelegation { ParDelegation, ParInterim }

/// <summary>
/// Ce qui fonde une qualité tenue pour un autre. Elle s'éteint avec ses dates, avec la qualité propre du délégataire sur
/// laquelle elle s'appuie et, donnée par délégation, avec celle du délégant : signer pour lui suppose qu'il le puisse encore.
/// L'intérim, lui, survit au départ du chef : il est fait pour cela.
/// </summary>
public sealed class Delegation
{
    public long HabilitationId { get; set; }
    public Habilitation? Habilitation { get; set; }
    public FormeDeDelegation Forme { get; set; }
    public long? DelegantId { get; set; }
    /// <summary>Son nom le jour où il a délégué ; vide pour l'intérim d'un poste vacant.</summary>
    public string DelegantNom { get; set; } = "";
    public long AppuiId { get; set; }
    public Habilitation? Appui { get; set; }
    public string DonneePar { get; set; } = "";
    public DateTime DonneeLe { get; set; }
    public string RevoqueePar { get; set; } = "";
    public DateTime? RevoqueeLe { get; set; }

    /// <summary>« par délégation de Hugo Roussel », ce qui s'imprime sous chaque acte.</summary>
    public static string Mention(FormeDeDelegation forme, string delegant)
    {
        var debut = forme == FormeDeDelegation.ParDelegation ? "par délégation" : "par intérim";
        return delegant.Length == 0 ? debut : $"{debut} {Francais.De(delegant)}";
    }
}

sealed class DelegationTable : IEntityTypeConfiguration<Delegation>
{
    public void Configure(EntityTypeBuilder<Delegation> t)
    {
        t.HasKey(d => d.HabilitationId);
        t.HasOne(d => d.Habilitation).WithOne(h => h.Delegation).HasForeignKey<Delegation>(d => d.HabilitationId);
        t.HasOne(d => d.Appui).WithMany().HasForeignKey(d => d.AppuiId);
        t.HasOne<Compte>().WithMany().HasForeignKey(d => d.DelegantId).OnDelete(DeleteBehavior.SetNull);
        t.Property(d => d.DelegantNom).HasMaxLength(200);
        t.Property(d => d.DonneePar).HasMaxLength(200);
        t.Property(d => d.RevoqueePar).HasMaxLength(200);
    }
}
