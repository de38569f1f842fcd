using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Personnels;
using Neuvieme.Socle;
using Mission = Neuvieme.Fonctions.Repartition.Mission;

namespace Neuvieme.Fonctions.Attributions;

/// <summary>Une mission confiée à un agent, à l'un des cinq taux, et le chemin qu'elle suit jusqu'à la paie.</summary>
public sealed class Attribution
{
    public long Id { get; set; }
    public long MissionId { get; set; }
    public Mission? Mission { get; set; }
    public required string Uai { get; set; }
    public int Annee { get; set; }
    /// <summary>Nul tant que personne n'est pressenti.</summary>
    public long? AgentId { get; set; }
    public Agent? Agent { get; set; }
    public Forme Forme { get; set; } = Forme.Imp;
    public long Centimes { get; set; }
    public string Justification { get; set; } = "";
    public EtatAttribution Etat { get; private set; } = EtatAttribution.EnPreparation;
    public DateTime? AccordDemandeLe { get; private set; }
    public DateTime? AccordReponduLe { get; private set; }
    /// <summary>Le jour souhaité pour la réponse ; passé, rien n'est perdu pour la personne, mais le chef peut reprendre sa demande.</summary>
    public DateOnly? RepondreAvant { get; set; }
    /// <summary>Ce que la personne voudrait changer avant de donner son accord ; son chef seul le lit.</summary>
    public string ModificationDemandee { get; private set; } = "";
    public DateTime? ProposeeLe { get; private set; }
    public string ProposeePar { get; private set; } = "";
    public DateTime? InstruiteLe { get; private set; }
    public string InstruitePar { get; private set; } = "";
    /// <summary>Motif du retour, du refus ou de l'annulation du rectorat, que l'établissement lit.</summary>
    public string MotifInstruction { get; private set; } = "";
    public MotifRectorat? CodeMotif { get; private set; }
    /// <summary>Ce que le chef a répondu au dernier retour, en proposant de nouveau.</summary>
    public string ReponseRectification { get; private set; } = "";
    /// <summary>La proposition telle qu'elle est partie, champ par champ : ce qui change ensuite s'y compare.</summary>
    public string PropositionFigee { get; set; } = "";
    public DateOnly? ServiceFaitLe { get; set; }
    /// <summary>Enlevée de la répartition après avoir été proposée : elle ne se montre plus, mais ce qui s'y rattache demeure.</summary>
    public DateTime? RetireeUtc { get; set; }
    public int Version { get; set; }

    public Montant Montant => new(Centimes);

    /// <summary>Fait passer l'attribution à l'état demandé par l'action, ou explique pourquoi elle ne le peut pas.</summary>
    public Refus? Passer(ActionAttribution action, Auteur auteur, string motif = "", MotifRectorat? code = null)
    {
        if (Transitions.Suivant(Etat, action) is not { } suivant)
        {
            return new Refus("", Transitions.Explication(Etat, action));
        }

        switch (action)
        {
            case ActionAttribution.DemanderAccord: (AccordDemandeLe, AccordReponduLe, ModificationDemandee) = (auteur.InstantUtc, null, ""); break;
            case ActionAttribution.DemanderModification: (AccordDemandeLe, AccordReponduLe, ModificationDemandee) = (null, null, motif); break;
            case ActionAttribution.Accorder or ActionAttribution.Decliner: AccordReponduLe = auteur.InstantUtc; break;
            case ActionAttribution.Reconsiderer: AccordReponduLe = null; break;
            // Ce qui a été constaté l'a été pour ce qui était convenu alors.
            case ActionAttribution.Reprendre: (AccordDemandeLe, AccordReponduLe, ModificationDemandee, ServiceFaitLe) = (null, null, "", null); break;
            case ActionAttribution.Proposer: (ProposeeLe, ProposeePar, ReponseRectification) = (auteur.InstantUtc, auteur.Signature, motif); break;
            case ActionAttribution.Valider or ActionAttribution.Refuser or ActionAttribution.Renvoyer or ActionAttribution.Revenir:
                (InstruiteLe, InstruitePar, MotifInstruction, CodeMotif) = (auteur.InstantUtc, auteur.Signature, motif, code);
                break;
        }

        Etat = suivant;
        Version++;
        return null;
    }

    /// <summary>Le rectorat l'a lue : lettre, notes, corrections peuvent s'y rattacher, et ne passent pas à une autre personne.</summary>
    public bool DejaProposee => ProposeeLe is not null;

    /// <summary>Ce que la précédente demandait ne suit pas la suivante.</summary>
    public void Presser(long? agentId)
    {
        if (agentId != AgentId)
        {
            (AgentId, Agent, ModificationDemandee, RepondreAvant) = (agentId, null, "", null);
        }
    }

    /// <summary>Telle que la lit qui n'a pas demandé l'accord : un refus ne se distingue pas d'une réponse attendue.</summary>
    public Attribution SansRefus(Mission mission)
    {
        var copie = (Attribution)MemberwiseClone();
        copie.Mission = mission;
        if (Etat == EtatAttribution.AccordDecline)
        {
            (copie.Etat, copie.AccordReponduLe) = (EtatAttribution.AccordDemande, null);
        }

        return copie;
    }

    /// <summary>Depuis quand le rectorat a la main : la proposition, ou le jour où il est revenu sur sa décision.</summary>
    public DateTime? AuRectoratDepuis => InstruiteLe > ProposeeLe ? InstruiteLe : ProposeeLe;

    /// <summary>« 26-0042 » : l'année et le numéro, ce qu'on se dit au téléphone.</summary>
    public string Reference => ReferenceDe(Annee, Id);

    public static string ReferenceDe(int annee, long id) => $"{annee % 100:00}-{id:0000}";

    /// <summary>Le jour de Paris où l'accord a été donné.</summary>
    public DateOnly? AccordLe => Etat.AUnAccord() && AccordReponduLe is { } i ? Horloge.AParis(i) : null;
}

sealed class AttributionTable : IEntityTypeConfiguration<Attribution>
{
    public void Configure(EntityTypeBuilder<Attribution> t)
    {
        t.HasIndex(a => new { a.Uai, a.Annee, a.Etat });
        t.HasIndex(a => a.AgentId);
        t.HasOne(a => a.Mission).WithMany(m => m.Attributions).HasForeignKey(a => a.MissionId).OnDelete(DeleteBehavior.Restrict);
        t.HasOne(a => a.Agent).WithMany().HasForeignKey(a => a.AgentId).OnDelete(DeleteBehavior.Restrict);
        t.HasOne<Etablissement>().WithMany().HasForeignKey(a => a.Uai).OnDelete(DeleteBehavior.Restrict);
        t.Ignore(a => a.Montant);
        t.Ignore(a => a.Reference);
        t.Ignore(a => a.DejaProposee);
        t.Ignore(a => a.AuRectoratDepuis);
        t.HasQueryFilter(a => a.RetireeUtc == null);
        t.Property(a => a.Version).IsConcurrencyToken();
        t.Property(a => a.Justification).HasMaxLength(2000);
        t.Property(a => a.ProposeePar).HasMaxLength(450);
        t.Property(a => a.InstruitePar).HasMaxLength(450);
        t.Property(a => a.MotifInstruction).HasMaxLength(2000);
        t.Property(a => a.ReponseRectification).HasMaxLength(2000);
        t.Property(a => a.ModificationDemandee).HasMaxLength(1000);
    }
}
