using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Neuvieme.Fonctions.Etablissements;

namespace Neuvieme.Fonctions.Enveloppes;

public enum GenreLigne { Initiale, Ajustement, Complement, Reprise, Conversion, Restitution }

/// <summary>
/// Une ligne du grand livre, en quarts d'IMP (¼ = 312,50 €), positive ou négative. L'enveloppe est la somme des
/// lignes : on n'en modifie ni n'en efface jamais (décret 2015-475 art. 8 ; notification avec la DHG puis ajustements).
/// </summary>
public sealed class LigneEnveloppe
{
    public long Id { get; set; }
    public required string Uai { get; set; }
    public int Annee { get; set; }
    public GenreLigne Genre { get; set; }
    public int Quarts { get; set; }
    public required string Motif { get; set; }
    public DateOnly NotifieeLe { get; set; }
    public required string Auteur { get; set; }
    public DateTime InstantUtc { get; set; }
    /// <summary>La demande de l'établissement que cette ligne accorde.</summary>
    public long? ComplementId { get; set; }
    /// <summary>La décharge que cette ligne paie, ou dont elle rend les IMP.</summary>
    public long? ConversionId { get; set; }

    /// <summary>Une conversion change la forme de l'enveloppe, pas ce que le rectorat a notifié.</summary>
    public bool EstNotification => Genre is not (GenreLigne.Conversion or GenreLigne.Restitution);
}

public static class GenresDeLigne
{
    /// <summary>Dit à la base ce que dit <see cref="LigneEnveloppe.EstNotification"/>.</summary>
    public static IQueryable<LigneEnveloppe> Notifications(this IQueryable<LigneEnveloppe> lignes) => lignes.Where(l => l.Genre != GenreLigne.Conversion && l.Genre != GenreLigne.Restitution);

    public static string Libelle(this GenreLigne genre) => genre switch
    {
        GenreLigne.Initiale => "dotation initiale, avec la DHG",
        GenreLigne.Ajustement => "ajustement",
        GenreLigne.Complement => "complément demandé par l’établissement",
        GenreLigne.Reprise => "reprise",
        GenreLigne.Conversion => "conversion en décharge",
        _ => "conversion annulée",
    };
}

sealed class LigneEnveloppeTable : IEntityTypeConfiguration<LigneEnveloppe>
{
    public void Configure(EntityTypeBuilder<LigneEnveloppe> t)
    {
        t.HasIndex(l => new { l.Uai, l.Annee });
        // Deux réponses à la même demande, ou deux décisions sur la même décharge, ne bougent pas deux fois l'enveloppe.
        t.HasIndex(l => l.ComplementId).IsUnique();
        t.HasIndex(l => new { l.ConversionId, l.Genre }).IsUnique();
        t.HasOne<Etablissement>().WithMany().HasForeignKey(l => l.Uai).OnDelete(DeleteBehavior.Restrict);
        t.HasOne<DemandeComplement>().WithMany().HasForeignKey(l => l.ComplementId).OnDelete(DeleteBehavior.Restrict);
        t.HasOne<Conversion>().WithMany().HasForeignKey(l => l.ConversionId).OnDelete(DeleteBehavior.Restrict);
        t.Ignore(l => l.EstNotification);
        t.Property(l => l.Motif).HasMaxLength(500);
        t.Property(l => l.Auteur).HasMaxLength(450);
    }
}
