using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Neuvieme.Droit;
using Neuvieme.Droit.ImpPremierDegre;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Personnels;
using Neuvieme.Socle;

namespace Neuvieme.Fonctions.MissionsDirectes;

/// <summary>Une mission et la personne à qui elle est proposée. L'IMP du premier degré tient à la circonscription, le Pacte à l'école ou à l'établissement, la mission académique à l'académie.</summary>
public sealed class MissionDirecte
{
    public long Id { get; set; }
    public DispositifDirect Dispositif { get; set; }
    /// <summary>Celle dont l'enveloppe paie l'IMP du premier degré.</summary>
    public string? CirconscriptionCode { get; set; }
    /// <summary>L'école ou l'établissement dont la dotation paie les parts.</summary>
    public string? Uai { get; set; }
    /// <summary>L'académie dont l'enveloppe paie la mission académique. Des trois porteurs, un seul est là.</summary>
    public string? AcademieCode { get; set; }
    public int Annee { get; set; }
    public required string Code { get; set; }
    public required string Intitule { get; set; }
    /// <summary>Une activité par ligne.</summary>
    public string Contenu { get; set; } = "";
    /// <summary>Voir <see cref="PrecisionsDeMission"/>.</summary>
    public string Precisions { get; set; } = "{}";
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
    public bool EstImpPremierDegre => Dispositif == DispositifDirect.ImpPremierDegre;
    public bool EstPacte => Dispositif.EstPacte();
    public bool EstAcademique => Dispositif == DispositifDirect.Academique;
    public PrecisionsDeMission Details => PrecisionsDeMission.Lire(Precisions);

    /// <summary>Le niveau de priorité de la mission du Pacte, 1 à 3 ; zéro hors du Pacte.</summary>
    public int Niveau => EstPacte ? Droit.Pacte.Nomenclature.DeCode(Code)?.Priorite ?? 3 : 0;

    /// <summary>Une part fait 1 250 €, une demi-part 625 €.</summary>
    public int DemiParts => (int)(Centimes / DemiPart);
    public const long DemiPart = 62_500;

    /// <summary>Qui paie : la circonscription, l'école, l'établissement ou l'académie.</summary>
    public string Porteur => Uai ?? CirconscriptionCode ?? AcademieCode ?? "";
    /// <summary>Portée du verrou et du journal.</summary>
    public string Portee => PorteeDe(Dispositif, Porteur);
    /// <summary>Le journal ne se réécrit pas : le premier degré garde le nom sous lequel il y est entré.</summary>
    public string Objet => $"{(Dispositif.EstPremierDegre() ? "mission-premier-degre" : "mission-directe")}:{Id}";
    public DateOnly? AccordLe => Etat is not (EtatAttribution.EnPreparation or EtatAttribution.AccordDemande or EtatAttribution.AccordDecline) && AccordReponduLe is { } i ? Horloge.AParis(i) : null;
    public IReadOnlyList<string> Activites => Contenu.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static string PorteeDe(DispositifDirect dispositif, string porteur) => dispositif switch
    {
        DispositifDirect.ImpPremierDegre => Circonscription.PorteeDe(porteur),
        DispositifDirect.Academique => Academie.PorteeDe(porteur),
        _ => porteur,
    };

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

sealed class MissionDirecteTable : IEntityTypeConfiguration<MissionDirecte>
{
    public void Configure(EntityTypeBuilder<MissionDirecte> t)
    {
        t.ToTable("MissionsDirectes");
        t.HasIndex(m => new { m.CirconscriptionCode, m.Annee });
        t.HasIndex(m => new { m.Uai, m.Annee });
        t.HasIndex(m => new { m.AcademieCode, m.Annee });
        t.HasIndex(m => m.CleSaisie).IsUnique();
        t.HasOne<Circonscription>().WithMany().HasForeignKey(m => m.CirconscriptionCode).OnDelete(DeleteBehavior.Restrict);
        t.HasOne<Etablissement>().WithMany().HasForeignKey(m => m.Uai).OnDelete(DeleteBehavior.Restrict);
        t.HasOne<Academie>().WithMany().HasForeignKey(m => m.AcademieCode).OnDelete(DeleteBehavior.Restrict);
        t.HasOne(m => m.Agent).WithMany().HasForeignKey(m => m.AgentId).OnDelete(DeleteBehavior.Restrict);
        foreach (var calcule in (string[])[nameof(MissionDirecte.Montant), nameof(MissionDirecte.AnneeScolaire), nameof(MissionDirecte.EstImpPremierDegre), nameof(MissionDirecte.EstPacte), nameof(MissionDirecte.EstAcademique), nameof(MissionDirecte.Details), nameof(MissionDirecte.Niveau), nameof(MissionDirecte.DemiParts), nameof(MissionDirecte.Porteur), nameof(MissionDirecte.Portee), nameof(MissionDirecte.Objet), nameof(MissionDirecte.AccordLe), nameof(MissionDirecte.Activites)])
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
