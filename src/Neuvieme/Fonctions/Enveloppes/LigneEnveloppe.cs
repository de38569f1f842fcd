using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Neuvieme.Fonctions.Etablissements;

namespace Neuvieme.Fonctions.Enveloppes;

/// <summary>
/// Une notification du rectorat, en quarts d'IMP (¼ = 312,50 €), positive ou négative. L'enveloppe est la somme des
/// lignes : on n'en modifie ni n'en efface jamais (décret 2015-475 art. 8 ; notification avec la DHG puis ajustements).
/// </summary>
public sealed class LigneEnveloppe
{
    public long Id { get; set; }
    public required string Uai { get; set; }
    public int Annee { get; set; }
    public int Quarts { get; set; }
    public required string Motif { get; set; }
    public DateOnly NotifieeLe { get; set; }
    public required string Auteur { get; set; }
    public DateTime InstantUtc { get; set; }
}

sealed class LigneEnveloppeTable : IEntityTypeConfiguration<LigneEnveloppe>
{
    public void Configure(EntityTypeBuilder<LigneEnveloppe> t)
    {
        t.HasIndex(l => new { l.Uai, l.Annee });
        t.HasOne<Etablissement>().WithMany().HasForeignKey(l => l.Uai).OnDelete(DeleteBehavior.Restrict);
        t.Property(l => l.Motif).HasMaxLength(500);
        t.Property(l => l.Auteur).HasMaxLength(200);
    }
}
