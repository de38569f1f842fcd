using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Neuvieme.Droit;
using Neuvieme.Droit.ImpPremierDegre;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Personnels;
using Neuvieme.Socle;

namespace Neuvieme.Fonctions.PremierDegre;

/// <summary>Imp : décret n° 2017-965, le recteur ou l'IA-DASEN décide. Pacte : parts fonctionnelles de l'ISAE, l'inspecteur arrête sur proposition du directeur.</summary>
public enum DispositifPremierDegre { Imp, Pacte }

/// <summary>Une mission du premier degré et la personne à qui elle est proposée. L'IMP tient à la circonscription, le Pacte à l'école.</summary>
public sealed class MissionPremierDegre
{
    public long Id { get; set; }
    public DispositifPremierDegre Dispositif { get; set; }
    /// <summary>Celle dont l'enveloppe paie l'IMP ; nulle pour le Pacte.</summary>
    public string? CirconscriptionCode { get; set; }
    /// <summary>L'école dont la dotation paie les parts ; nulle pour l'IMP.</summary>
    public string? Uai { get; set; }
    public int Annee { get; set; }
    public required string Code { get; set; }
    public required string Intitule { get; set; }
    /// <summary>Une activité par ligne.</summary>
    public string Contenu { get; set; } = "";
    /// <summary>Le Pacte s'engage toujours pour l'année scolaire.</summary>
    public Duree Duree { get; set; } = Duree.AnneeEntiere;
    public DateOnly? Debut { get; set; }
    public DateOnly? Fin { get; set; }
    public Echelon Echelon { get; set; }
    public long Centimes { get; set; }
    public bool? DefinieParAutorite { get; set; }
    /// <summary>La personne est déjà indemnisée pour ce même travail.</summary>
    public bool? DejaPayee { get; set; }
    public long AgentId { get; set; }
    public Agent? Agent { get; set; }
    public EtatAttribution Etat { get; private set; } = EtatAttribution.EnPreparation;
    public DateTime? AccordDemandeLe { get; private set; }
    public DateTime? AccordReponduLe { get; private set; }
    public DateOnly? RepondreAvant { get; set; }
    public string ModificationDemandee { get; private set; } = "";
    /// <summary>Le jour de la lettre de mission, que le décret veut avant la décision.</summary>
    public DateOnly? LettreLe { get; set; }
    public DateTime? ProposeeLe { get; private set; }
    public string ProposeePar { get; private set; } = "";
    /// <summary>Ce que l'auteur de la proposition a répondu au dernier renvoi.</summary>
    public string Reponse { get; private set; } = "";
    public DateOnly? DecideeLe { get; private set; }
    public string DecideePar { get; private set; } = "";
    public Autorite Autorite { get; private set; }
    public string MotifDecision { get; private set; } = "";
    public DateOnly? ServiceFaitLe { get; set; }
    public Guid CleSaisie { get; set; }
    public int Version { get; set; }

    public Montant Montant => new(Centimes);
    public AnneeScolaire AnneeScolaire => new(Annee);
    public bool EstImp => Dispositif == DispositifPremierDegre.Imp;

    /// <summary>Une part fait 1 250 €, une demi-part 625 €.</summary>
    public int DemiParts => (int)(Centimes / DemiPart);
    public const long DemiPart = 62_500;

    /// <summary>Qui paie : la circonscription ou l'école.</summary>
    public string Porteur => Uai ?? CirconscriptionCode ?? "";
    /// <summary>Portée du verrou et du journal.</summary>
    public string Portee => Uai ?? Circonscription.PorteeDe(CirconscriptionCode ?? "");
    public string Objet => $"mission-premier-degre:{Id}";
    public DateOnly? AccordLe => Etat is not (EtatAttribution.EnPreparation or EtatAttribution.AccordDemande or EtatAttribution.AccordDecline) && AccordReponduLe is { } i ? Horloge.AParis(i) : null;
    public IReadOnlyList<string> Activites => Contenu.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Suit le tableau des passages du second degré : les actes sont les mêmes, seuls changent ceux qui les font.</summary>
    public Refus? Passer(ActionAttribution action, Auteur auteur, string motif = "", Autorite autorite = Autorite.Inconnue)
    {
        if (Transitions.Suivant(Etat, action) is not { } suivant)
        {
            return new("", $"Ce n’est plus possible : la mission est maintenant « {this.EtatDit()} ». Quelqu’un l’a peut-être déjà fait ; rechargez la page.");
        }

        switch (action)
        {
            case ActionAttribution.DemanderAccord: (AccordDemandeLe, AccordReponduLe, ModificationDemandee) = (auteur.InstantUtc, null, ""); break;
            case ActionAttribution.DemanderModification: (AccordDemandeLe, AccordReponduLe, ModificationDemandee) = (null, null, motif); break;
            case ActionAttribution.Accorder or ActionAttribution.Decliner: AccordReponduLe = auteur.InstantUtc; break;
            // Un accord repris n'est plus celui que la lettre rapporte.
            case ActionAttribution.Reprendre: (AccordDemandeLe, AccordReponduLe, ModificationDemandee, LettreLe) = (null, null, "", null); break;
            case ActionAttribution.Proposer: (ProposeeLe, ProposeePar, Reponse) = (auteur.InstantUtc, auteur.Signature, motif); break;
            case ActionAttribution.Revenir: (DecideeLe, DecideePar, Autorite, MotifDecision) = (null, auteur.Signature, Autorite.Inconnue, motif); break;
            case ActionAttribution.Valider or ActionAttribution.Refuser or ActionAttribution.Renvoyer:
                (DecideeLe, DecideePar, Autorite, MotifDecision) = (auteur.Aujourdhui, auteur.Signature, autorite, motif);
                break;
        }

        Etat = suivant;
        Version++;
        return null;
    }
}

sealed class MissionPremierDegreTable : IEntityTypeConfiguration<MissionPremierDegre>
{
    public void Configure(EntityTypeBuilder<MissionPremierDegre> t)
    {
        t.ToTable("MissionsPremierDegre");
        t.HasIndex(m => new { m.CirconscriptionCode, m.Annee });
        t.HasIndex(m => new { m.Uai, m.Annee });
        t.HasIndex(m => m.CleSaisie).IsUnique();
        t.HasOne<Circonscription>().WithMany().HasForeignKey(m => m.CirconscriptionCode).OnDelete(DeleteBehavior.Restrict);
        t.HasOne<Etablissement>().WithMany().HasForeignKey(m => m.Uai).OnDelete(DeleteBehavior.Restrict);
        t.HasOne(m => m.Agent).WithMany().HasForeignKey(m => m.AgentId).OnDelete(DeleteBehavior.Restrict);
        foreach (var calcule in (string[])[nameof(MissionPremierDegre.Montant), nameof(MissionPremierDegre.AnneeScolaire), nameof(MissionPremierDegre.EstImp), nameof(MissionPremierDegre.DemiParts), nameof(MissionPremierDegre.Porteur), nameof(MissionPremierDegre.Portee), nameof(MissionPremierDegre.Objet), nameof(MissionPremierDegre.AccordLe), nameof(MissionPremierDegre.Activites)])
        {
            t.Ignore(calcule);
        }

        t.Property(m => m.Version).IsConcurrencyToken();
        t.Property(m => m.Code).HasMaxLength(20);
        t.Property(m => m.Intitule).HasMaxLength(200);
        t.Property(m => m.Contenu).HasMaxLength(4000);
        t.Property(m => m.ModificationDemandee).HasMaxLength(1000);
        t.Property(m => m.ProposeePar).HasMaxLength(450);
        t.Property(m => m.Reponse).HasMaxLength(2000);
        t.Property(m => m.DecideePar).HasMaxLength(450);
        t.Property(m => m.MotifDecision).HasMaxLength(2000);
    }
}
