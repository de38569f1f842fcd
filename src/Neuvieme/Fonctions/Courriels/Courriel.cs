using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Courriels;

/// <summary>Ce dont parle un courriel : chacun choisit, genre par genre, ce qu'il reçoit aussitôt ou dans le résumé de la semaine.</summary>
public enum GenreCourriel { AccordDemande, Rappel, Decision, Lettre, Campagne, Resume }

/// <summary>
/// Un courriel à partir : déposé dans la transaction de l'acte qui l'annonce, donc ni perdu si l'acte tient, ni envoyé s'il échoue.
/// L'envoi vient après, autant de fois qu'il le faut.
/// </summary>
public sealed class Courriel
{
    public long Id { get; set; }
    public long CompteId { get; set; }
    public required string Adresse { get; set; }
    public GenreCourriel Genre { get; set; }
    public required string Objet { get; set; }
    public required string Texte { get; set; }
    /// <summary>Le même événement n'écrit qu'une fois à la même personne.</summary>
    public required string Cle { get; set; }
    public DateTime DeposeUtc { get; set; }
    public DateTime ProchainEssaiUtc { get; set; }
    public int Essais { get; set; }
    public string DerniereErreur { get; set; } = "";
    public DateTime? EnvoyeUtc { get; set; }
    /// <summary>L'adresse est refusée pour de bon, ou plus personne ne l'attend : on ne l'enverra pas.</summary>
    public DateTime? AbandonneUtc { get; set; }

    /// <summary>À appeler sous le verrou de l'acte, avant d'enregistrer. Rien à qui n'a pas d'adresse, ni deux fois la même chose.</summary>
    public static async Task Deposer(NeuviemeDb db, long compteId, GenreCourriel genre, string objet, string texte, string cle, DateTime instantUtc, CancellationToken ct)
    {
        var unique = $"{cle}:{compteId}";
        if (await db.Users.Where(c => c.Id == compteId).Select(c => c.Email).FirstOrDefaultAsync(ct) is { Length: > 0 } adresse
            && db.Courriels.Local.All(c => c.Cle != unique) && !await db.Courriels.AnyAsync(c => c.Cle == unique, ct))
        {
            db.Courriels.Add(new() { CompteId = compteId, Adresse = adresse, Genre = genre, Objet = objet, Texte = texte, Cle = unique, DeposeUtc = instantUtc, ProchainEssaiUtc = instantUtc });
        }
    }
}

sealed class CourrielTable : IEntityTypeConfiguration<Courriel>
{
    public void Configure(EntityTypeBuilder<Courriel> t)
    {
        t.ToTable("Courriels");
        t.HasIndex(c => c.Cle).IsUnique();
        t.HasIndex(c => new { c.EnvoyeUtc, c.AbandonneUtc, c.ProchainEssaiUtc });
        t.HasOne<Compte>().WithMany().HasForeignKey(c => c.CompteId).OnDelete(DeleteBehavior.Cascade);
        t.Property(c => c.Adresse).HasMaxLength(256);
        t.Property(c => c.Objet).HasMaxLength(200);
        t.Property(c => c.Texte).HasMaxLength(8000);
        t.Property(c => c.Cle).HasMaxLength(200);
        t.Property(c => c.DerniereErreur).HasMaxLength(500);
    }
}
