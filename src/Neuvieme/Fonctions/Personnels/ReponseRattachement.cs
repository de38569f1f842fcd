using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Neuvieme.Fonctions.Personnels;

/// <summary>Ce que le titulaire d'un compte a répondu quand on lui a demandé si une fiche d'un autre établissement est la sienne.</summary>
public sealed class ReponseRattachement
{
    public long Id { get; set; }
    public long CompteId { get; set; }
    public long AgentId { get; set; }
    public bool Accepte { get; set; }
    public DateTime InstantUtc { get; set; }
}

sealed class ReponseRattachementTable : IEntityTypeConfiguration<ReponseRattachement>
{
    public void Configure(EntityTypeBuilder<ReponseRattachement> t)
    {
        t.HasIndex(r => new { r.CompteId, r.AgentId }).IsUnique();
        t.HasOne<Agent>().WithMany().HasForeignKey(r => r.AgentId).OnDelete(DeleteBehavior.Cascade);
        t.HasOne<Comptes.Compte>().WithMany().HasForeignKey(r => r.CompteId).OnDelete(DeleteBehavior.Cascade);
    }
}
