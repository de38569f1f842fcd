using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Socle.Travaux;

public enum GenreDeTravail { EtablirLettres }

public enum EtatTravail { EnAttente, EnCours, Annule, Fini, EnEchec }

/// <summary>Ce qu'un travail n'a pas pu faire, et pourquoi.</summary>
public sealed record Manque(string Nom, string Raison);

/// <summary>
/// Un travail trop long pour une requête. Il vit en base : un nœud le prend pour un bail court qu'il renouvelle, un autre le reprend s'il
/// meurt. Ce qui est fait par paquets l'est dans la transaction qui l'avance : le reprendre ne perd ni ne double rien.
/// </summary>
public sealed class Travail
{
    public long Id { get; set; }
    public GenreDeTravail Genre { get; set; }
    /// <summary>Un UAI, « academie:99 » : celle du journal et du verrou d'écriture. Un seul travail en cours par genre et par portée.</summary>
    public required string Portee { get; set; }
    /// <summary>Ce que le genre demande de savoir, en JSON.</summary>
    public required string Donnees { get; set; }
    public long? CompteId { get; set; }
    public required string Auteur { get; set; }
    public required string Qualite { get; set; }
    public string Mention { get; set; } = "";
    public EtatTravail Etat { get; set; }
    public int Total { get; set; }
    public int Faits { get; set; }
    public string Message { get; set; } = "";
    /// <summary>Des <see cref="Manque"/>, en JSON ; vide s'il n'en manque aucun.</summary>
    public string Manques { get; set; } = "";
    public DateTime DemandeUtc { get; set; }
    public DateTime? CommenceUtc { get; set; }
    public DateTime? FiniUtc { get; set; }
    /// <summary>Dernier signe de qui le fait ; plus vieux que le bail, il est mort en route.</summary>
    public DateTime? PrisUtc { get; set; }
    /// <summary>Combien de fois il a été pris : seule la dernière prise peut écrire.</summary>
    public int Prises { get; set; }

    public bool EstVivant => Etat is EtatTravail.EnAttente or EtatTravail.EnCours;

    public IReadOnlyList<Manque> CeQuiManque => Manques.Length == 0 ? [] : JsonSerializer.Deserialize<List<Manque>>(Manques)!;

    /// <summary>L'auteur tel qu'il l'a demandé, à l'instant où son travail se fait.</summary>
    public Auteur AuteurA(Horloge horloge) => new(CompteId, Auteur, Qualite, horloge.MaintenantUtc, horloge.Aujourdhui, Mention);

    public static Task<Travail?> Vivant(NeuviemeDb db, GenreDeTravail genre, string portee, CancellationToken ct) =>
        db.Travaux.AsNoTracking().FirstOrDefaultAsync(t => t.Genre == genre && t.Portee == portee && (t.Etat == EtatTravail.EnAttente || t.Etat == EtatTravail.EnCours), ct);

    /// <summary>Le demande, ou rend celui qui est déjà demandé sur cette portée.</summary>
    public static async Task<(long Id, bool Nouveau)> Demander(NeuviemeDb db, GenreDeTravail genre, string portee, object donnees, int total, Auteur auteur, CancellationToken ct)
    {
        await using var transaction = await db.Commencer(portee, ct);
        if (await Vivant(db, genre, portee, ct) is { } deja)
        {
            return (deja.Id, false);
        }

        var travail = new Travail
        {
            Genre = genre, Portee = portee, Donnees = JsonSerializer.Serialize(donnees), CompteId = auteur.CompteId, Auteur = auteur.Nom, Qualite = auteur.Qualite, Mention = auteur.Mention,
            Total = total, DemandeUtc = auteur.InstantUtc,
        };
        db.Travaux.Add(travail);
        await db.SaveChangesAsync(ct);
        var plume = new Plume(db, auteur, portee);
        plume.Noter("travail demandé", $"travail:{travail.Id}", null, new { travail = genre.Libelle(), nombre = total });
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return (travail.Id, true);
    }

    /// <summary>Ce qui est fait reste ; le paquet en cours, s'il n'est pas encore écrit, ne le sera pas. Faux s'il était déjà fini.</summary>
    public static async Task<bool> Annuler(NeuviemeDb db, long id, string portee, Auteur auteur, CancellationToken ct)
    {
        await using var transaction = await db.Commencer(portee, ct);
        if (await db.Travaux.Where(t => t.Id == id && t.Portee == portee && (t.Etat == EtatTravail.EnAttente || t.Etat == EtatTravail.EnCours))
            .ExecuteUpdateAsync(s => s.SetProperty(t => t.Etat, EtatTravail.Annule).SetProperty(t => t.FiniUtc, auteur.InstantUtc).SetProperty(t => t.Message, $"Arrêté par {auteur.Signature}. Ce qui est fait reste."), ct) == 0)
        {
            return false;
        }

        var faits = await db.Travaux.Where(t => t.Id == id).Select(t => new { t.Faits, t.Total }).SingleAsync(ct);
        var plume = new Plume(db, auteur, portee);
        plume.Noter("travail arrêté", $"travail:{id}", null, new { faits = faits.Faits, sur = faits.Total });
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return true;
    }
}

public static class NomsDeTravaux
{
    public static string Libelle(this GenreDeTravail genre) => genre switch
    {
        _ => "Établir les lettres",
    };

    /// <summary>« lettre » : ce que le travail compte.</summary>
    public static string Unite(this GenreDeTravail genre, int nombre) => genre switch
    {
        _ => Francais.Nombre(nombre, "lettre"),
    };

    /// <summary>La page d'où il est parti.</summary>
    public static string Retour(this GenreDeTravail genre) => genre switch
    {
        _ => "/lettres",
    };

    public static string Libelle(this EtatTravail etat) => etat switch
    {
        EtatTravail.EnAttente => "en attente",
        EtatTravail.EnCours => "en cours",
        EtatTravail.Annule => "arrêté",
        EtatTravail.Fini => "fini",
        _ => "interrompu",
    };
}

sealed class TravailTable : IEntityTypeConfiguration<Travail>
{
    public void Configure(EntityTypeBuilder<Travail> t)
    {
        t.ToTable("Travaux");
        t.HasIndex(x => new { x.Genre, x.Portee }).IsUnique().HasFilter("\"Etat\" IN ('EnAttente', 'EnCours')");
        t.HasIndex(x => x.Portee);
        t.Ignore(x => x.EstVivant);
        t.Ignore(x => x.CeQuiManque);
        t.Property(x => x.Portee).HasMaxLength(40);
        t.Property(x => x.Auteur).HasMaxLength(200);
        t.Property(x => x.Qualite).HasMaxLength(300);
        t.Property(x => x.Mention).HasMaxLength(300);
        t.Property(x => x.Message).HasMaxLength(500);
    }
}
