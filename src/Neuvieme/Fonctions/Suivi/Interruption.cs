using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Neuvieme.Droit.Versements;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Personnels;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Suivi;

public enum GenreDInterruption { Conge, Remplacement, Arret }

/// <summary>
/// Ce qui arrive à une mission validée : un congé de son titulaire, quelqu'un qui l'y remplace, ou son arrêt. Rien ne s'efface : une
/// erreur s'annule avec son motif, et l'échéancier se récrit comme si elle n'avait pas eu lieu.
/// </summary>
public sealed class Interruption
{
    public long Id { get; set; }
    public long AttributionId { get; set; }
    public GenreDInterruption Genre { get; set; }
    /// <summary>Pour un congé ; « inconnu » sinon. Lue de qui dirige l'établissement ou le supplée.</summary>
    public NatureConge Nature { get; set; }
    /// <summary>Premier jour ; pour un arrêt, le dernier jour tenu.</summary>
    public DateOnly Du { get; set; }
    public DateOnly Au { get; set; }
    public long? RemplacantId { get; set; }
    public Agent? Remplacant { get; set; }
    /// <summary>Le jour où le remplaçant a donné son accord : nul n'est désigné sans lui (décret n° 2015-475, art. 1er).</summary>
    public DateOnly? AccordLe { get; set; }
    /// <summary>Maladie ordinaire : le jour où le congé est accordé choisit le régime.</summary>
    public DateOnly? AccordeLe { get; set; }
    public int JoursDejaPris { get; set; }
    public bool SansCarence { get; set; }
    public string Motif { get; set; } = "";
    public required string Auteur { get; set; }
    public DateTime InstantUtc { get; set; }
    public DateTime? AnnuleeUtc { get; set; }
    public string AnnuleePar { get; set; } = "";
    public string MotifAnnulation { get; set; } = "";

    public Droit.Periode Periode => new(Du, Au);

    public void Annuler(string motif, Auteur auteur) => (AnnuleeUtc, AnnuleePar, MotifAnnulation) = (auteur.InstantUtc, auteur.Signature, motif);

    public sealed record DUnLieu(string Uai, Interruption Interruption);

    static readonly RequetePrete<string[], int, DUnLieu> EnVigueur = new((db, uais, annee) =>
        db.Interruptions.AsNoTracking().Include(i => i.Remplacant).Where(i => i.AnnuleeUtc == null)
            .Join(db.Attributions.Where(a => uais.Contains(a.Uai) && a.Annee == annee), i => i.AttributionId, a => a.Id, (i, a) => new { i, a.Uai })
            .OrderBy(x => x.i.Du).ThenBy(x => x.i.Id).Select(x => new DUnLieu(x.Uai, x.i)));

    /// <summary>Celles qui valent aujourd'hui dans ces établissements.</summary>
    public static Task<List<DUnLieu>> Lire(NeuviemeDb db, string[] uais, int annee, CancellationToken ct) => EnVigueur.Lire(db, uais, annee, ct);

    /// <summary>Ce qui s'en garde et s'en montre partout : jamais la nature d'un congé, qui peut dire l'état de santé.</summary>
    public string Phrase => Genre switch
    {
        GenreDInterruption.Remplacement => $"{Remplacant?.NomComplet} remplace du {Francais.Date(Du)} au {Francais.Date(Au)}",
        GenreDInterruption.Arret => $"mission arrêtée le {Francais.Date(Du)}",
        _ => $"absence du {Francais.Date(Du)} au {Francais.Date(Au)}",
    };
}

public static class NaturesDeConge
{
    public static string Libelle(this NatureConge nature) => nature switch
    {
        NatureConge.Annuel => "congé annuel",
        NatureConge.MaladieOrdinaire => "congé de maladie ordinaire",
        NatureConge.Maternite => "congé de maternité",
        NatureConge.Adoption => "congé d’adoption",
        NatureConge.Paternite => "congé de paternité et d’accueil de l’enfant",
        NatureConge.LongueMaladie => "congé de longue maladie",
        NatureConge.LongueDuree => "congé de longue durée",
        NatureConge.GraveMaladie => "congé de grave maladie (contractuel)",
        NatureConge.InvaliditeImputable => "congé pour invalidité temporaire imputable au service",
        NatureConge.Parental => "congé parental",
        NatureConge.Disponibilite => "disponibilité",
        _ => "autre congé",
    };
}

sealed class InterruptionTable : IEntityTypeConfiguration<Interruption>
{
    public void Configure(EntityTypeBuilder<Interruption> t)
    {
        t.HasIndex(i => i.AttributionId);
        t.HasIndex(i => i.RemplacantId);
        t.HasOne<Attribution>().WithMany().HasForeignKey(i => i.AttributionId).OnDelete(DeleteBehavior.Restrict);
        t.HasOne(i => i.Remplacant).WithMany().HasForeignKey(i => i.RemplacantId).OnDelete(DeleteBehavior.Restrict);
        t.Ignore(i => i.Periode);
        t.Ignore(i => i.Phrase);
        t.Property(i => i.Motif).HasMaxLength(500);
        t.Property(i => i.Auteur).HasMaxLength(450);
        t.Property(i => i.AnnuleePar).HasMaxLength(450);
        t.Property(i => i.MotifAnnulation).HasMaxLength(500);
    }
}
