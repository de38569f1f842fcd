using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Neuvieme.Fonctions.Comptes;

namespace Neuvieme.Fonctions.Attributions;

public enum Recontrole { Aucun, AFaire, Conforme }

/// <summary>Ce que le rectorat note de son instruction d'une proposition ; l'établissement n'en voit rien.</summary>
public sealed class Instruction
{
    public long AttributionId { get; set; }
    /// <summary>Qui instruit ; nul tant que personne ne s'en est chargé.</summary>
    public long? ChargeId { get; set; }
    public string ChargeNom { get; set; } = "";
    /// <summary>Mise en attente : on ne décide pas avant ce jour, ou avant que quelqu'un la reprenne.</summary>
    public string MotifAttente { get; set; } = "";
    public DateOnly? AttendreJusquAu { get; set; }
    public DateTime? EnAttenteDepuis { get; set; }
    /// <summary>Validée avec d'autres dossiers sans remarque, sans avoir été lue une à une.</summary>
    public bool SansRemarque { get; set; }
    public Recontrole Recontrole { get; set; }
    public string RecontroleePar { get; set; } = "";
    public int Version { get; set; }

    public bool EnAttente => EnAttenteDepuis is not null;

    /// <summary>En attente tant que le jour dit n'est pas venu ; sans jour, jusqu'à ce que quelqu'un lève l'attente.</summary>
    public static bool Attend(DateTime? enAttenteDepuis, DateOnly? attendreJusquAu, DateOnly jour) => enAttenteDepuis is not null && (attendreJusquAu is null || attendreJusquAu > jour);
}

/// <summary>Une note entre agents du rectorat sur un dossier ; jamais effacée.</summary>
public sealed class NoteInstruction
{
    public long Id { get; set; }
    public long AttributionId { get; set; }
    public required string Texte { get; set; }
    public bool Importante { get; set; }
    public required string Auteur { get; set; }
    public DateTime InstantUtc { get; set; }
}

sealed class InstructionTable : IEntityTypeConfiguration<Instruction>
{
    public void Configure(EntityTypeBuilder<Instruction> t)
    {
        t.HasKey(i => i.AttributionId);
        t.Property(i => i.AttributionId).ValueGeneratedNever();
        t.HasOne<Attribution>().WithMany().HasForeignKey(i => i.AttributionId).OnDelete(DeleteBehavior.Cascade);
        t.HasOne<Compte>().WithMany().HasForeignKey(i => i.ChargeId).OnDelete(DeleteBehavior.SetNull);
        t.HasIndex(i => i.ChargeId);
        t.Ignore(i => i.EnAttente);
        t.Property(i => i.ChargeNom).HasMaxLength(200);
        t.Property(i => i.MotifAttente).HasMaxLength(500);
        t.Property(i => i.RecontroleePar).HasMaxLength(200);
        t.Property(i => i.Version).IsConcurrencyToken();
    }
}

sealed class NoteInstructionTable : IEntityTypeConfiguration<NoteInstruction>
{
    public void Configure(EntityTypeBuilder<NoteInstruction> t)
    {
        t.ToTable("NotesInstruction");
        t.HasIndex(n => n.AttributionId);
        t.HasOne<Attribution>().WithMany().HasForeignKey(n => n.AttributionId).OnDelete(DeleteBehavior.Cascade);
        t.Property(n => n.Texte).HasMaxLength(2000);
        t.Property(n => n.Auteur).HasMaxLength(200);
    }
}
