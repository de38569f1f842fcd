using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Personnels;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Mission = Neuvieme.Fonctions.Repartition.Mission;

namespace Neuvieme.Fonctions.Enveloppes;

public enum EtatConversion { Demandee, Accordee, Refusee, Retiree, Annulee }

/// <summary>
/// Des IMP qui deviennent des heures d'ARE pour une personne et une mission : proposition du conseil d'administration, demande
/// à l'IA-DASEN, décision du recteur (décret 2014-940 art. 3 ; contradictions C20 et C21). Demandée, elle réserve l'enveloppe ;
/// accordée, elle la réduit.
/// </summary>
public sealed class Conversion
{
    public long Id { get; set; }
    public required string Uai { get; set; }
    public int Annee { get; set; }
    /// <summary>Nul quand la mission a quitté la répartition après un refus ou un retrait.</summary>
    public long? MissionId { get; set; }
    public required string Intitule { get; set; }
    public long AgentId { get; set; }
    public Agent? Agent { get; set; }
    /// <summary>Heures hebdomadaires, en centièmes : 100 pour une heure, une IMP, 1 250 €.</summary>
    public int HeuresCentiemes { get; set; }
    /// <summary>Le premier jour de l'allègement, quand il ne vaut pas de la rentrée.</summary>
    public DateOnly? Debut { get; set; }
    public DateOnly? AccordLe { get; set; }
    /// <summary>Où se lit l'accord de l'agent : « courriel du 4 juin », « fiche signée ».</summary>
    public string PieceAccord { get; set; } = "";
    public DateOnly? PropositionCaLe { get; set; }
    public DateOnly? DemandeDasenLe { get; set; }
    public DateOnly? EnseignantsInformesLe { get; set; }
    public EtatConversion Etat { get; private set; } = EtatConversion.Demandee;
    public Autorite DecideePar { get; set; }
    public DateOnly? DecideeLe { get; set; }
    public string MotifDecision { get; private set; } = "";
    public string InstruitePar { get; private set; } = "";
    public DateTime? InstruiteUtc { get; private set; }
    public required string Auteur { get; set; }
    public DateTime InstantUtc { get; set; }
    public Guid CleSaisie { get; set; }
    public int Version { get; set; }

    public int Quarts => HeuresCentiemes / 25;
    public string Heures => Francais.Centiemes(HeuresCentiemes) + " h d’ARE";
    public bool EstVivante => Etat is EtatConversion.Demandee or EtatConversion.Accordee;

    /// <summary>Vrai quand la mission et la personne sont celles de cette décharge, demandée ou accordée.</summary>
    public bool Reconnait(long missionId, long? agentId) => EstVivante && MissionId == missionId && AgentId == agentId;

    public Refus? Passer(EtatConversion etat, Auteur auteur, string motif)
    {
        if ((Etat, etat) is not ((EtatConversion.Demandee, EtatConversion.Accordee or EtatConversion.Refusee or EtatConversion.Retiree) or (EtatConversion.Accordee, EtatConversion.Annulee)))
        {
            return new("", $"Cette décharge est maintenant « {Libelle} » : quelqu’un a répondu entre-temps. Rechargez la page.");
        }

        (Etat, MotifDecision, InstruitePar, InstruiteUtc) = (etat, motif, auteur.Signature, auteur.InstantUtc);
        Version++;
        return null;
    }

    public string Libelle => Etat switch
    {
        EtatConversion.Demandee => "demandée",
        EtatConversion.Accordee => "accordée",
        EtatConversion.Refusee => "refusée",
        EtatConversion.Retiree => "retirée",
        _ => "annulée",
    };

    static readonly RequetePrete<string[], int, Conversion> DesEtablissements = new((db, uais, annee) =>
        db.Conversions.AsNoTracking().Include(c => c.Agent).Where(c => uais.Contains(c.Uai) && c.Annee == annee).OrderBy(c => c.Id));

    public static Task<List<Conversion>> Lire(NeuviemeDb db, string[] uais, int annee, CancellationToken ct) => DesEtablissements.Lire(db, uais, annee, ct);
}

sealed class ConversionTable : IEntityTypeConfiguration<Conversion>
{
    public void Configure(EntityTypeBuilder<Conversion> t)
    {
        t.HasIndex(c => new { c.Uai, c.Annee });
        t.HasIndex(c => new { c.Uai, c.CleSaisie }).IsUnique();
        t.HasOne<Etablissement>().WithMany().HasForeignKey(c => c.Uai).OnDelete(DeleteBehavior.Restrict);
        t.HasOne<Mission>().WithMany().HasForeignKey(c => c.MissionId).OnDelete(DeleteBehavior.SetNull);
        t.HasOne(c => c.Agent).WithMany().HasForeignKey(c => c.AgentId).OnDelete(DeleteBehavior.Restrict);
        t.Ignore(c => c.Quarts);
        t.Ignore(c => c.Heures);
        t.Ignore(c => c.EstVivante);
        t.Ignore(c => c.Libelle);
        t.Property(c => c.Intitule).HasMaxLength(200);
        t.Property(c => c.PieceAccord).HasMaxLength(300);
        t.Property(c => c.MotifDecision).HasMaxLength(1000);
        t.Property(c => c.InstruitePar).HasMaxLength(450);
        t.Property(c => c.Auteur).HasMaxLength(450);
        t.Property(c => c.Version).IsConcurrencyToken();
    }
}
