using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Enveloppes;

public enum EtatComplement { EnAttente, Accordee, Refusee, Retiree }

/// <summary>Des IMP que le chef d'établissement demande en plus. Aucun texte ne règle la demande ; accordée, elle devient une ligne du grand livre (regles R040).</summary>
public sealed class DemandeComplement
{
    public long Id { get; set; }
    public required string Uai { get; set; }
    public int Annee { get; set; }
    public int Quarts { get; set; }
    public required string Motif { get; set; }
    public EtatComplement Etat { get; private set; } = EtatComplement.EnAttente;
    public required string Auteur { get; set; }
    public DateTime InstantUtc { get; set; }
    /// <summary>Tirée à l'affichage du formulaire : envoyé deux fois, il ne demande qu'une fois.</summary>
    public Guid CleSaisie { get; set; }
    public int QuartsAccordes { get; private set; }
    public string Reponse { get; private set; } = "";
    public string Repondeur { get; private set; } = "";
    public DateTime? ReponseUtc { get; private set; }
    public int Version { get; set; }

    /// <summary>Répond une seule fois ; la deuxième dit ce que la première a fait.</summary>
    public Refus? Repondre(EtatComplement etat, int quartsAccordes, string reponse, Auteur auteur)
    {
        if (Etat != EtatComplement.EnAttente)
        {
            return new("", $"Cette demande n’attend plus : {Issue}.");
        }

        (Etat, QuartsAccordes, Reponse, Repondeur, ReponseUtc) = (etat, quartsAccordes, reponse, auteur.Signature, auteur.InstantUtc);
        Version++;
        return null;
    }

    /// <summary>« accordée en partie, 1 IMP sur 2, le 8 septembre 2026 par Paul Ferrand ».</summary>
    public string Issue => Etat switch
    {
        EtatComplement.EnAttente => "en attente de réponse",
        EtatComplement.Accordee when QuartsAccordes < Quarts => $"accordée en partie, {new Quotite(QuartsAccordes)} IMP sur {new Quotite(Quarts)}{Quand}",
        EtatComplement.Accordee => $"accordée, {new Quotite(QuartsAccordes)} IMP{Quand}",
        EtatComplement.Refusee => $"refusée{Quand}",
        _ => $"retirée{Quand}",
    };

    string Quand => ReponseUtc is { } i ? $", le {Francais.Date(Horloge.AParis(i))} par {Repondeur}" : "";

    static readonly RequetePrete<string, int, DemandeComplement> DeLEtablissement = new((db, uai, annee) =>
        db.DemandesComplement.AsNoTracking().Where(d => d.Uai == uai && d.Annee == annee).OrderByDescending(d => d.Id));

    /// <summary>Les demandes de l'établissement, la dernière d'abord.</summary>
    public static Task<List<DemandeComplement>> Lire(NeuviemeDb db, string uai, AnneeScolaire annee, CancellationToken ct) => DeLEtablissement.Lire(db, uai, annee.Debut, ct);
}

sealed class DemandeComplementTable : IEntityTypeConfiguration<DemandeComplement>
{
    public void Configure(EntityTypeBuilder<DemandeComplement> t)
    {
        t.ToTable("DemandesComplement");
        t.HasIndex(d => new { d.Uai, d.Annee });
        t.HasIndex(d => new { d.Uai, d.CleSaisie }).IsUnique();
        t.HasOne<Etablissement>().WithMany().HasForeignKey(d => d.Uai).OnDelete(DeleteBehavior.Restrict);
        t.Ignore(d => d.Issue);
        t.Property(d => d.Motif).HasMaxLength(1000);
        t.Property(d => d.Auteur).HasMaxLength(450);
        t.Property(d => d.Reponse).HasMaxLength(1000);
        t.Property(d => d.Repondeur).HasMaxLength(450);
        t.Property(d => d.Version).IsConcurrencyToken();
    }
}
