using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Socle;
using Neuvieme.Socle.Web;
using Mission = Neuvieme.Fonctions.Repartition.Mission;

namespace Neuvieme.Fonctions.Avenants;

/// <summary>La personne donne d'abord son accord ; un taux se décide ensuite au rectorat, le reste vaut aussitôt.</summary>
public enum EtatAvenant { AccordDemande, AInstruire, Applique, SansSuite, Refuse, Retire }

/// <summary>
/// Ce qui change dans une attribution déjà validée : le taux, les heures, les tâches. Un changement de personne ou de période est une
/// interruption, qui se note au suivi. Les valeurs d'avant sont gardées : l'avenant se lit seul.
/// </summary>
public sealed class Avenant
{
    public long Id { get; set; }
    public long AttributionId { get; set; }
    public Attribution? Attribution { get; set; }
    public int Numero { get; set; }
    public EtatAvenant Etat { get; private set; } = EtatAvenant.AccordDemande;
    public long CentimesAvant { get; set; }
    public long Centimes { get; set; }
    public int? HeuresAvant { get; set; }
    public int? Heures { get; set; }
    public string ContenuAvant { get; set; } = "";
    public string Contenu { get; set; } = "";
    /// <summary>Le jour où les tâches et les heures changent ; le taux, annuel, change pour l'année entière.</summary>
    public DateOnly EffetLe { get; set; }
    public required string Motif { get; set; }
    public required string Auteur { get; set; }
    public DateTime InstantUtc { get; set; }
    public DateTime? AccordLe { get; private set; }
    public DateTime? DecideLe { get; private set; }
    public string DecidePar { get; private set; } = "";
    public string MotifDecision { get; private set; } = "";
    public int Version { get; set; }

    public bool ChangeLeTaux => Centimes != CentimesAvant;
    public bool EnCours => Etat is EtatAvenant.AccordDemande or EtatAvenant.AInstruire;
    public Montant Ecart => new(Centimes - CentimesAvant);

    /// <summary>« le taux : 1 250 € → 2 500 € », dans l'ordre où la personne les lira.</summary>
    public IReadOnlyList<string> Changements
    {
        get
        {
            List<string> lignes = [];
            if (ChangeLeTaux) lignes.Add($"le taux : {Rendu.Euros(new Montant(CentimesAvant))} → {Rendu.Euros(new Montant(Centimes))} pour l’année");
            if (Heures != HeuresAvant) lignes.Add($"les heures estimées : {Dire(HeuresAvant)} → {Dire(Heures)}");
            if (Contenu != ContenuAvant) lignes.Add("les tâches");
            return lignes;
        }
    }

    static string Dire(int? heures) => heures is { } h ? Francais.Nombre(h, "heure") : "non dites";

    /// <summary>Un accord porte sur l'avenant montré : changé depuis, il est à relire.</summary>
    public Refus? Accorder(Auteur auteur) => Passer(EtatAvenant.AccordDemande, ChangeLeTaux ? EtatAvenant.AInstruire : EtatAvenant.Applique, () => AccordLe = auteur.InstantUtc);

    /// <summary>Sans suite : il n'en reste ni date de réponse, ni reproche.</summary>
    public Refus? Decliner() => Passer(EtatAvenant.AccordDemande, EtatAvenant.SansSuite, () => { });

    public Refus? Decider(bool valide, string motif, Auteur auteur) => Passer(EtatAvenant.AInstruire, valide ? EtatAvenant.Applique : EtatAvenant.Refuse,
        () => (DecideLe, DecidePar, MotifDecision) = (auteur.InstantUtc, auteur.Signature, motif));

    public Refus? Retirer() => !EnCours ? new("", $"L’avenant est « {Etat.Libelle()} » : il ne se retire plus.") : Passer(Etat, EtatAvenant.Retire, () => { });

    Refus? Passer(EtatAvenant depuis, EtatAvenant vers, Action acte)
    {
        if (Etat != depuis)
        {
            return new("", $"Ce n’est plus possible : l’avenant est « {Etat.Libelle()} ». Rechargez la page.");
        }

        acte();
        (Etat, Version) = (vers, Version + 1);
        return null;
    }

    /// <summary>Écrit les nouvelles valeurs sur la mission et l'attribution.</summary>
    public void Appliquer(Mission mission, Attribution attribution)
    {
        if (ChangeLeTaux)
        {
            attribution.Centimes = Centimes;
            attribution.Justification = string.IsNullOrWhiteSpace(attribution.Justification) ? Motif : attribution.Justification;
        }

        attribution.Version++;
        if (Contenu != ContenuAvant || Heures != HeuresAvant)
        {
            (mission.Contenu, mission.HeuresEstimees) = (Contenu, Heures);
            mission.Version++;
        }
    }
}

public static class EtatsDAvenant
{
    public static string Libelle(this EtatAvenant etat) => etat switch
    {
        EtatAvenant.AccordDemande => "accord demandé à la personne",
        EtatAvenant.AInstruire => "à décider au rectorat",
        EtatAvenant.Applique => "appliqué",
        EtatAvenant.SansSuite => "sans suite",
        EtatAvenant.Refuse => "refusé par le rectorat",
        _ => "retiré",
    };
}

sealed class AvenantTable : IEntityTypeConfiguration<Avenant>
{
    public void Configure(EntityTypeBuilder<Avenant> t)
    {
        t.HasIndex(a => new { a.AttributionId, a.Numero }).IsUnique();
        t.HasIndex(a => a.Etat);
        t.HasOne(a => a.Attribution).WithMany().HasForeignKey(a => a.AttributionId).OnDelete(DeleteBehavior.Restrict);
        foreach (var calcule in (string[])[nameof(Avenant.ChangeLeTaux), nameof(Avenant.EnCours), nameof(Avenant.Ecart), nameof(Avenant.Changements)])
        {
            t.Ignore(calcule);
        }

        t.Property(a => a.Version).IsConcurrencyToken();
        t.Property(a => a.ContenuAvant).HasMaxLength(8000);
        t.Property(a => a.Contenu).HasMaxLength(8000);
        t.Property(a => a.Motif).HasMaxLength(2000);
        t.Property(a => a.Auteur).HasMaxLength(450);
        t.Property(a => a.DecidePar).HasMaxLength(450);
        t.Property(a => a.MotifDecision).HasMaxLength(2000);
    }
}
