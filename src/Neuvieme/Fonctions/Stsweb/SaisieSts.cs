using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Stsweb;

/// <summary>Quelqu'un a déclaré avoir tapé l'attribution dans STSWeb. Une erreur s'annule, avec son motif, et reste lisible.</summary>
public sealed class SaisieSts
{
    public long Id { get; set; }
    public long AttributionId { get; set; }
    public required string Uai { get; set; }
    public int Annee { get; set; }
    /// <summary>Ce qui a été tapé, champ par champ : l'écart avec le bordereau d'aujourd'hui s'y mesure.</summary>
    public required string Ligne { get; set; }
    public required string Auteur { get; set; }
    public DateTime InstantUtc { get; set; }
    public DateTime? AnnuleeUtc { get; set; }
    public string AnnuleePar { get; set; } = "";
    public string MotifAnnulation { get; set; } = "";

    /// <summary>« 08/10/2026, Hugo Roussel ».</summary>
    public string Quand => $"{Francais.DateBreve(Horloge.AParis(InstantUtc))}, {Auteur}";

    sealed record MoisDePaie(string Uai, int Mois, long Centimes);

    static readonly RequetePrete<string[], int, SaisieSts> EnCours = new((db, uais, annee) =>
        db.SaisiesSts.AsNoTracking().Where(s => uais.Contains(s.Uai) && s.Annee == annee && s.AnnuleeUtc == null));

    static readonly RequetePrete<string[], int, MoisDePaie> DuParMois = new((db, uais, annee) =>
        db.SaisiesSts.Where(s => uais.Contains(s.Uai) && s.Annee == annee && s.AnnuleeUtc == null)
            .Join(db.Echeances, s => s.AttributionId, e => e.AttributionId, (s, e) => new { s.Uai, e.Paie, e.BrutCentimes })
            .GroupBy(x => new { x.Uai, x.Paie }).Select(g => new MoisDePaie(g.Key.Uai, g.Key.Paie, g.Sum(x => x.BrutCentimes))));

    /// <summary>Ce qui est saisi dans STSWeb dans ces établissements.</summary>
    public static Task<List<SaisieSts>> Lire(NeuviemeDb db, string[] uais, int annee, CancellationToken ct) => EnCours.Lire(db, uais, annee, ct);

    /// <summary>Par établissement, le brut dû pour les attributions saisies, en centimes, au titre des paies des mois passés.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> DuDesMoisEchus(NeuviemeDb db, string[] uais, int annee, DateOnly jour, CancellationToken ct) =>
        (await DuParMois.Lire(db, uais, annee, ct)).Where(m => m.Mois < jour.Year * 100 + jour.Month).GroupBy(m => m.Uai).ToDictionary(g => g.Key, g => g.Sum(m => m.Centimes));
}

sealed class SaisieStsTable : IEntityTypeConfiguration<SaisieSts>
{
    public void Configure(EntityTypeBuilder<SaisieSts> t)
    {
        t.ToTable("SaisiesSts");
        t.HasIndex(s => new { s.Uai, s.Annee });
        // Une attribution n'est saisie qu'une fois à la fois ; les saisies annulées restent.
        t.HasIndex(s => s.AttributionId).IsUnique().HasFilter("\"AnnuleeUtc\" IS NULL");
        t.HasOne<Attribution>().WithMany().HasForeignKey(s => s.AttributionId).OnDelete(DeleteBehavior.Restrict);
        t.HasOne<Etablissement>().WithMany().HasForeignKey(s => s.Uai).OnDelete(DeleteBehavior.Restrict);
        t.Ignore(s => s.Quand);
        t.Property(s => s.Auteur).HasMaxLength(450);
        t.Property(s => s.AnnuleePar).HasMaxLength(450);
        t.Property(s => s.MotifAnnulation).HasMaxLength(500);
    }
}
