using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Neuvieme.Fonctions.MissionsDirectes;
using Neuvieme.Socle;

namespace Neuvieme.Fonctions.Seances;

/// <summary>Déclarée par la personne, confirmée par qui dirige le lieu, ou écartée avec un motif.</summary>
public enum EtatSeance { Declaree, Confirmee, Ecartee }

/// <summary>Une séance devant élèves, au titre d'une part du Pacte comptée en heures.</summary>
public sealed class Seance
{
    /// <summary>Un cours de sept heures du matin à vingt heures ; au-delà, l'heure est mal saisie.</summary>
    public const int PremiereMinute = 7 * 60, DerniereMinute = 20 * 60, DemiHeuresAuPlus = 8;

    public long Id { get; set; }
    public long MissionId { get; set; }
    public MissionDirecte? Mission { get; set; }
    public DateOnly Le { get; set; }
    /// <summary>Minutes depuis minuit.</summary>
    public int Debut { get; set; }
    /// <summary>Une heure de cours en vaut deux.</summary>
    public int DemiHeures { get; set; }
    public required string Classe { get; set; }
    /// <summary>Qui est remplacé ; vide hors du remplacement de courte durée.</summary>
    public string Remplace { get; set; } = "";
    public EtatSeance Etat { get; private set; }
    public DateTime DeclareeUtc { get; set; }
    public DateTime? DecideeUtc { get; private set; }
    public string DecideePar { get; private set; } = "";
    public string Motif { get; private set; } = "";
    public int Version { get; set; }

    public int Fin => Debut + (30 * DemiHeures);
    public string Heure => Dire(Debut);
    public string Duree => Heures(DemiHeures);
    public bool Compte => Etat != EtatSeance.Ecartee;

    public static string Dire(int minutes) => $"{minutes / 60} h {minutes % 60:00}";

    /// <summary>« 2,5 heures ».</summary>
    public static string Heures(int demiHeures) => demiHeures % 2 == 0 ? Francais.Nombre(demiHeures / 2, "heure") : $"{demiHeures / 2},5 {(demiHeures >= 4 ? "heures" : "heure")}";

    public void Confirmer(Auteur auteur) => Decider(EtatSeance.Confirmee, auteur, "");

    public void Ecarter(Auteur auteur, string motif) => Decider(EtatSeance.Ecartee, auteur, motif);

    void Decider(EtatSeance etat, Auteur auteur, string motif)
    {
        (Etat, DecideeUtc, DecideePar, Motif) = (etat, auteur.InstantUtc, auteur.Signature, motif);
        Version++;
    }
}

sealed class SeanceTable : IEntityTypeConfiguration<Seance>
{
    public void Configure(EntityTypeBuilder<Seance> t)
    {
        t.ToTable("Seances");
        t.HasIndex(s => new { s.MissionId, s.Le, s.Debut });
        t.HasOne(s => s.Mission).WithMany().HasForeignKey(s => s.MissionId).OnDelete(DeleteBehavior.Restrict);
        t.Property(s => s.Version).IsConcurrencyToken();
        foreach (var calcule in (string[])[nameof(Seance.Fin), nameof(Seance.Heure), nameof(Seance.Duree), nameof(Seance.Compte)])
        {
            t.Ignore(calcule);
        }

        t.Property(s => s.Classe).HasMaxLength(40);
        t.Property(s => s.Remplace).HasMaxLength(80);
        t.Property(s => s.DecideePar).HasMaxLength(450);
        t.Property(s => s.Motif).HasMaxLength(500);
    }
}
