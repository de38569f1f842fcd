using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Personnels;
using Neuvieme.Socle;
using Mission = Neuvieme.Fonctions.Repartition.Mission;

namespace Neuvieme.Fonctions.Candidatures;

/// <summary>Les jours où les personnels de l'établissement peuvent dire leur intérêt pour les missions publiées.</summary>
public sealed class AppelCandidatures
{
    public required string Uai { get; set; }
    public int Annee { get; set; }
    public DateOnly OuvertLe { get; set; }
    public DateOnly FermeLe { get; set; }
    public string Message { get; set; } = "";
    public int Version { get; set; }

    public bool EstOuvert(DateOnly jour) => OuvertLe <= jour && jour <= FermeLe;

    public string Dates => $"du {Francais.Date(OuvertLe)} au {Francais.Date(FermeLe)}";
}

/// <summary>L'intérêt d'une personne pour une mission. Ce n'est pas un accord : il se donne plus tard, sur un taux et un contenu précis. Retiré, il disparaît.</summary>
public sealed class Candidature
{
    public long Id { get; set; }
    public long MissionId { get; set; }
    public long AgentId { get; set; }
    public Agent? Agent { get; set; }
    public string Mot { get; set; } = "";
    public DateTime InstantUtc { get; set; }
}

sealed class AppelCandidaturesTable : IEntityTypeConfiguration<AppelCandidatures>
{
    public void Configure(EntityTypeBuilder<AppelCandidatures> t)
    {
        t.HasKey(a => new { a.Uai, a.Annee });
        t.HasOne<Etablissement>().WithMany().HasForeignKey(a => a.Uai).OnDelete(DeleteBehavior.Restrict);
        t.Property(a => a.Message).HasMaxLength(1000);
        t.Property(a => a.Version).IsConcurrencyToken();
        t.Ignore(a => a.Dates);
    }
}

sealed class CandidatureTable : IEntityTypeConfiguration<Candidature>
{
    public void Configure(EntityTypeBuilder<Candidature> t)
    {
        t.HasIndex(c => new { c.MissionId, c.AgentId }).IsUnique();
        t.HasIndex(c => c.AgentId);
        t.HasOne<Mission>().WithMany().HasForeignKey(c => c.MissionId).OnDelete(DeleteBehavior.Cascade);
        t.HasOne(c => c.Agent).WithMany().HasForeignKey(c => c.AgentId).OnDelete(DeleteBehavior.Cascade);
        t.Property(c => c.Mot).HasMaxLength(1000);
    }
}
