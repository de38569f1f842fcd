using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Socle;

namespace Neuvieme.Fonctions.Campagnes;

public enum GenreCampagne { Preparer, DemanderAccords, Proposer, Instruire, EtablirLettres, Saisir }

/// <summary>
/// Les jours, tous deux compris et comptés à Paris, entre lesquels une académie ouvre un genre d'acte pour une année. Une
/// académie peut en donner plusieurs du même genre, qui ne se chevauchent pas : STSWeb s'ouvre une semaine par mois.
/// </summary>
public sealed class Campagne
{
    public long Id { get; set; }
    public required string AcademieCode { get; set; }
    public int Annee { get; set; }
    public GenreCampagne Genre { get; set; }
    public DateOnly OuvreLe { get; set; }
    public DateOnly FermeLe { get; set; }
    /// <summary>Combien de jours avant la clôture rappeler ceux qui n'ont pas fini : « 7,1 ».</summary>
    public string Rappels { get; set; } = "";
    public string Annonce { get; set; } = "";
    public string ModifieePar { get; set; } = "";
    public DateTime ModifieeUtc { get; set; }
    public int Version { get; set; }
    public List<DerogationCampagne> Derogations { get; set; } = [];

    public FicheCampagne Fiche => FicheCampagne.De(Genre);
    public string Dates => $"du {Francais.Date(OuvreLe)} au {Francais.Date(FermeLe)}";
    public IReadOnlyList<int> JoursDeRappel => [.. Rappels.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];

    public bool EstOuverte(DateOnly jour) => OuvreLe <= jour && jour <= FermeLe;

    /// <summary>La réouverture en cours pour cet établissement, s'il en a une.</summary>
    public DerogationCampagne? DerogationDe(string uai, DateOnly jour) => Derogations.FirstOrDefault(d => d.Uai == uai && d.EstEnCours(jour));

    /// <summary>Le dernier jour ouvert à cet établissement, réouverture comprise ; nul si rien ne lui est ouvert ce jour-là.</summary>
    public DateOnly? FinPour(string uai, DateOnly jour) => (EstOuverte(jour), DerogationDe(uai, jour)) switch
    {
        (true, { } derogation) => derogation.Fin > FermeLe ? derogation.Fin : FermeLe,
        (true, null) => FermeLe,
        (false, { } derogation) => derogation.Fin,
        _ => null,
    };
}

/// <summary>Une campagne rouverte à un seul établissement, jusqu'à un jour, pour un motif ; une à la fois.</summary>
public sealed class DerogationCampagne
{
    public long Id { get; set; }
    public long CampagneId { get; set; }
    public required string Uai { get; set; }
    public DateOnly Debut { get; set; }
    public DateOnly Fin { get; set; }
    public required string Motif { get; set; }
    public required string Auteur { get; set; }
    public DateTime InstantUtc { get; set; }
    public DateTime? RetireeUtc { get; set; }
    public string RetireePar { get; set; } = "";

    public bool EstEnCours(DateOnly jour) => RetireeUtc is null && Debut <= jour && jour <= Fin;
}

/// <summary>Ce qui est déjà parti pour une campagne : l'ouverture, un rappel, la clôture, une relance. Chaque clé une fois, quel que soit le nœud.</summary>
public sealed class EnvoiCampagne
{
    public long CampagneId { get; set; }
    public required string Cle { get; set; }
    public DateTime InstantUtc { get; set; }
    public int Destinataires { get; set; }
    public required string Auteur { get; set; }
}

sealed class CampagneTable : IEntityTypeConfiguration<Campagne>
{
    public void Configure(EntityTypeBuilder<Campagne> t)
    {
        t.HasIndex(c => new { c.AcademieCode, c.Annee, c.Genre });
        t.HasOne<Academie>().WithMany().HasForeignKey(c => c.AcademieCode).OnDelete(DeleteBehavior.Restrict);
        t.HasMany(c => c.Derogations).WithOne().HasForeignKey(d => d.CampagneId).OnDelete(DeleteBehavior.Cascade);
        t.Ignore(c => c.Fiche);
        t.Ignore(c => c.Dates);
        t.Ignore(c => c.JoursDeRappel);
        t.Property(c => c.AcademieCode).HasMaxLength(2);
        t.Property(c => c.Rappels).HasMaxLength(40);
        t.Property(c => c.Annonce).HasMaxLength(2000);
        t.Property(c => c.ModifieePar).HasMaxLength(450);
        t.Property(c => c.Version).IsConcurrencyToken();
    }
}

sealed class DerogationCampagneTable : IEntityTypeConfiguration<DerogationCampagne>
{
    public void Configure(EntityTypeBuilder<DerogationCampagne> t)
    {
        t.ToTable("DerogationsCampagne");
        t.HasIndex(d => new { d.CampagneId, d.Uai }).IsUnique().HasFilter("\"RetireeUtc\" IS NULL");
        t.HasIndex(d => d.CampagneId);
        t.HasOne<Etablissement>().WithMany().HasForeignKey(d => d.Uai).OnDelete(DeleteBehavior.Restrict);
        t.Property(d => d.Motif).HasMaxLength(500);
        t.Property(d => d.Auteur).HasMaxLength(450);
        t.Property(d => d.RetireePar).HasMaxLength(450);
    }
}

sealed class EnvoiCampagneTable : IEntityTypeConfiguration<EnvoiCampagne>
{
    public void Configure(EntityTypeBuilder<EnvoiCampagne> t)
    {
        t.ToTable("EnvoisCampagne");
        t.HasKey(e => new { e.CampagneId, e.Cle });
        t.HasOne<Campagne>().WithMany().HasForeignKey(e => e.CampagneId).OnDelete(DeleteBehavior.Cascade);
        t.Property(e => e.Cle).HasMaxLength(80);
        t.Property(e => e.Auteur).HasMaxLength(450);
    }
}
