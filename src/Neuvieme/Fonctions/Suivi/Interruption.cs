using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Neuvieme.Droit.Versements;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Personnels;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Suivi;

public enum GenreDInterruption { Conge, Remplacement, Arret }

/// <summary>Un congé est un fait : il n'attend rien. Un remplacement ou un arrêt touche à ce que le recteur a attribué : lui seul le décide (décret n° 2015-475, art. 4 et 9).</summary>
public enum EtatDuVisa { SansObjet, AViser, Vise, Refuse }

/// <summary>L'accord de qui remplace : demandé ici, donné ici, ou écrit ailleurs et daté par le chef (décret n° 2015-475, art. 1er).</summary>
public enum AccordDuRemplacant { SansObjet, Demande, Donne, Ecrit }

/// <summary>
/// Ce qui arrive à une mission validée : un congé de son titulaire, quelqu'un qui l'y remplace, ou son arrêt. Rien ne s'efface : une
/// erreur s'annule avec son motif, et l'échéancier se récrit comme si elle n'avait pas eu lieu.
/// </summary>
public sealed class Interruption
{
    public long Id { get; set; }
    public long AttributionId { get; set; }
    public GenreDInterruption Genre { get; set; }
    /// <summary>Pour un congé ; « inconnu » sinon. Lue de qui dirige l'établissement ou le supplée.</summary>
    public NatureConge Nature { get; set; }
    /// <summary>Premier jour ; pour un arrêt, le dernier jour tenu.</summary>
    public DateOnly Du { get; set; }
    public DateOnly Au { get; set; }
    public long? RemplacantId { get; set; }
    public Agent? Remplacant { get; set; }
    /// <summary>Le jour où le remplaçant a donné son accord : nul n'est désigné sans lui (décret n° 2015-475, art. 1er).</summary>
    public DateOnly? AccordLe { get; set; }
    /// <summary>Maladie ordinaire : le jour où le congé est accordé choisit le régime.</summary>
    public DateOnly? AccordeLe { get; set; }
    public int JoursDejaPris { get; set; }
    public bool SansCarence { get; set; }
    /// <summary>Part du traitement gardée par un contractuel, en pour cent.</summary>
    public int? Proportion { get; set; }
    /// <summary>Le jour où un congé de maladie ordinaire est devenu celui-ci : ce qui était versé avant reste acquis.</summary>
    public DateOnly? RequalifieLe { get; set; }
    /// <summary>Pour un arrêt : ce qui permet de mettre fin à une décision qui accorde une somme.</summary>
    public Droit.Retrait.Fondement Fondement { get; set; }
    /// <summary>Le jour où la personne a demandé par écrit que la mission s'arrête.</summary>
    public DateOnly? DemandeLe { get; set; }
    /// <summary>L'arrêt tient à elle : elle s'explique d'abord (CRPA, art. L. 121-1 et L. 122-1).</summary>
    public bool TientALaPersonne { get; set; }
    public DateOnly? InviteeLe { get; set; }
    /// <summary>Le dernier jour qui lui est laissé ; le visa n'est possible qu'ensuite.</summary>
    public DateOnly? ObserverJusquAu { get; set; }
    /// <summary>Ce qu'elle a écrit : lu du rectorat et d'elle.</summary>
    public string Observations { get; set; } = "";
    public DateTime? ObservationsUtc { get; set; }
    public EtatDuVisa Visa { get; set; }
    public AccordDuRemplacant Accord { get; set; }
    /// <summary>Le remplacement visé que celui-ci, une fois visé, remplacera : fini plus tôt, ou prolongé.</summary>
    public long? RemplaceeId { get; set; }
    /// <summary>La dernière décision du rectorat : le visa, son refus, ou le refus d'annuler.</summary>
    public DateTime? DecideeUtc { get; private set; }
    public string DecideePar { get; private set; } = "";
    public string MotifDecision { get; private set; } = "";
    /// <summary>Visée, elle ne s'annule qu'avec un autre visa : elle vaut en l'attendant.</summary>
    public DateTime? AnnulationDemandeeUtc { get; private set; }
    /// <summary>La nature et les jours du congé sont effacés ; ce qui était dû reste à l'échéancier.</summary>
    public DateTime? EffaceeUtc { get; set; }
    public string Motif { get; set; } = "";
    public required string Auteur { get; set; }
    public DateTime InstantUtc { get; set; }
    public DateTime? AnnuleeUtc { get; set; }
    public string AnnuleePar { get; set; } = "";
    public string MotifAnnulation { get; set; } = "";

    public Droit.Periode Periode => new(Du, Au);

    /// <summary>L'échéancier en tient compte.</summary>
    public bool Vaut => AnnuleeUtc is null && Visa is EtatDuVisa.SansObjet or EtatDuVisa.Vise;

    /// <summary>Le rectorat a à se prononcer : sur elle, ou sur son annulation.</summary>
    public bool EnAttente => AnnuleeUtc is null && (Visa == EtatDuVisa.AViser || AnnulationDemandeeUtc is not null);

    /// <summary>La même, finie ce jour-là ; visée, la nouvelle attend son propre visa et l'ancienne vaut jusque-là.</summary>
    public Interruption JusquAu(DateOnly au, Auteur auteur) => new()
    {
        AttributionId = AttributionId, Genre = Genre, Nature = Nature, Du = Du, Au = au, RemplacantId = RemplacantId, Remplacant = Remplacant, AccordLe = AccordLe, Accord = Accord, AccordeLe = AccordeLe,
        JoursDejaPris = JoursDejaPris, SansCarence = SansCarence, Proportion = Proportion, RequalifieLe = RequalifieLe, Motif = Motif, Auteur = auteur.Signature, InstantUtc = auteur.InstantUtc,
        Visa = Visa == EtatDuVisa.Vise ? EtatDuVisa.AViser : Visa, RemplaceeId = Visa == EtatDuVisa.Vise ? Id : RemplaceeId,
    };

    public void Annuler(string motif, Auteur auteur) => (AnnuleeUtc, AnnuleePar, MotifAnnulation) = (auteur.InstantUtc, auteur.Signature, motif);

    public void DemanderLAnnulation(string motif, Auteur auteur) => (AnnulationDemandeeUtc, MotifAnnulation) = (auteur.InstantUtc, motif);

    /// <summary>Qui remplace répond lui-même ; ne pas donner suite retire la demande, sans reproche.</summary>
    public Refus? Repondre(bool accepte, Auteur auteur)
    {
        if (AnnuleeUtc is not null || Visa != EtatDuVisa.AViser || Accord != AccordDuRemplacant.Demande)
        {
            return new("", "Cette demande n’attend plus votre réponse.");
        }

        if (accepte)
        {
            (Accord, AccordLe) = (AccordDuRemplacant.Donne, auteur.Aujourdhui);
        }
        else
        {
            Annuler("sans suite", auteur with { Nom = "La personne pressentie", Mention = "" });
        }

        return null;
    }

    /// <param name="remplacee">Le remplacement que celui-ci remplace.</param>
    public Refus? Decider(bool vise, string motif, Interruption? remplacee, Auteur auteur)
    {
        if (!EnAttente)
        {
            return new("", "La ligne n’attend plus de visa.");
        }

        if (vise && Visa == EtatDuVisa.AViser && Accord == AccordDuRemplacant.Demande)
        {
            return new("", "La personne qui remplace n’a pas donné son accord : nul n’est désigné sans lui (décret n° 2015-475, art. 1er).");
        }

        (DecideeUtc, DecideePar, MotifDecision) = (auteur.InstantUtc, auteur.Signature, motif);
        if (Visa == EtatDuVisa.AViser)
        {
            Visa = vise ? EtatDuVisa.Vise : EtatDuVisa.Refuse;
            if (vise)
            {
                remplacee?.Annuler($"remplacée : {Phrase}", auteur);
            }
        }
        else if (vise)
        {
            Annuler(MotifAnnulation, auteur);
        }
        else
        {
            (AnnulationDemandeeUtc, MotifAnnulation) = (null, "");
        }

        return null;
    }

    public sealed record DUnLieu(string Uai, Interruption Interruption);

    static readonly RequetePrete<string[], int, DUnLieu> Vivantes = new((db, uais, annee) =>
        db.Interruptions.AsNoTracking().Include(i => i.Remplacant).Where(i => i.AnnuleeUtc == null && i.Visa != EtatDuVisa.Refuse)
            .Join(db.Attributions.Where(a => uais.Contains(a.Uai) && a.Annee == annee), i => i.AttributionId, a => a.Id, (i, a) => new { i, a.Uai })
            .OrderBy(x => x.i.Du).ThenBy(x => x.i.Id).Select(x => new DUnLieu(x.Uai, x.i)));

    /// <summary>Celles qui valent ou attendent un visa dans ces établissements.</summary>
    public static Task<List<DUnLieu>> Lire(NeuviemeDb db, string[] uais, int annee, CancellationToken ct) => Vivantes.Lire(db, uais, annee, ct);

    /// <summary>Ce qui s'en garde et s'en montre partout : jamais la nature d'un congé, qui peut dire l'état de santé.</summary>
    public string Phrase => Genre switch
    {
        GenreDInterruption.Remplacement => $"{Remplacant?.NomComplet} remplace du {Francais.Date(Du)} au {Francais.Date(Au)}",
        GenreDInterruption.Arret => $"mission arrêtée le {Francais.Date(Du)}",
        _ => $"absence du {Francais.Date(Du)} au {Francais.Date(Au)}",
    };
}

sealed class InterruptionTable : IEntityTypeConfiguration<Interruption>
{
    public void Configure(EntityTypeBuilder<Interruption> t)
    {
        t.HasIndex(i => i.AttributionId);
        t.HasIndex(i => i.RemplacantId);
        t.HasOne<Attribution>().WithMany().HasForeignKey(i => i.AttributionId).OnDelete(DeleteBehavior.Restrict);
        t.HasOne(i => i.Remplacant).WithMany().HasForeignKey(i => i.RemplacantId).OnDelete(DeleteBehavior.Restrict);
        t.Ignore(i => i.Periode);
        t.Ignore(i => i.Phrase);
        t.Ignore(i => i.Vaut);
        t.Ignore(i => i.EnAttente);
        t.HasIndex(i => i.RemplaceeId);
        t.HasIndex(i => i.Visa);
        t.HasOne<Interruption>().WithMany().HasForeignKey(i => i.RemplaceeId).OnDelete(DeleteBehavior.Restrict);
        t.Property(i => i.Observations).HasMaxLength(4000);
        t.Property(i => i.DecideePar).HasMaxLength(450);
        t.Property(i => i.MotifDecision).HasMaxLength(2000);
        t.Property(i => i.Motif).HasMaxLength(500);
        t.Property(i => i.Auteur).HasMaxLength(450);
        t.Property(i => i.AnnuleePar).HasMaxLength(450);
        t.Property(i => i.MotifAnnulation).HasMaxLength(500);
    }
}
