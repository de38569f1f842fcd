using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Repartition;

/// <summary>Un besoin de l'établissement pour une année : ce que voient le conseil pédagogique et le conseil d'administration.</summary>
public sealed class Mission
{
    public long Id { get; set; }
    public required string Uai { get; set; }
    public int Annee { get; set; }
    /// <summary>Code de la nomenclature (« IMP-DISC »).</summary>
    public required string Code { get; set; }
    public required string Intitule { get; set; }
    /// <summary>Une activité par ligne.</summary>
    public string Contenu { get; set; } = "";
    public Duree Duree { get; set; } = Duree.AnneeEntiere;
    /// <summary>Premier jour, s'il est fixé ; à dire quand l'accord vient après septembre, car il décide entre neuvièmes et versement unique.</summary>
    public DateOnly? Debut { get; set; }
    public DateOnly? Fin { get; set; }
    public int? HeuresEstimees { get; set; }
    /// <summary>Niveaux de classes du coordonnateur de niveau, en clair séparés par des virgules (« 6e,5e »).</summary>
    public string Niveaux { get; set; } = "";
    public bool? EquipementsPartages { get; set; }
    public bool? ProjetDeCycle { get; set; }
    public bool? AppreciationNumerique { get; set; }
    public bool? AmpleurDecrochage { get; set; }
    public bool? LienProjetEtablissement { get; set; }
    public bool EstTechnologie { get; set; }
    public Besoin Besoin
    {
        get => new() { EquipementsPartages = EquipementsPartages, EstTechnologie = EstTechnologie, ProjetDeCycle = ProjetDeCycle, AppreciationNumerique = AppreciationNumerique, AmpleurDecrochage = AmpleurDecrochage, LienProjetEtablissement = LienProjetEtablissement };
        set
        {
            (EquipementsPartages, EstTechnologie, ProjetDeCycle) = (value.EquipementsPartages, value.EstTechnologie, value.ProjetDeCycle);
            (AppreciationNumerique, AmpleurDecrochage, LienProjetEtablissement) = (value.AppreciationNumerique, value.AmpleurDecrochage, value.LienProjetEtablissement);
        }
    }

    /// <summary>Tirée à l'affichage du formulaire d'ajout : envoyé deux fois, il n'ajoute qu'une mission.</summary>
    public Guid? CleSaisie { get; set; }
    /// <summary>Montrée aux personnels de l'établissement, qui peuvent dire leur intérêt pendant l'appel.</summary>
    public bool Publiee { get; set; }
    public int Version { get; set; }
    /// <summary>Enlevée de la répartition : elle ne se montre plus, mais l'intérêt dit pour elle et ce qui s'y rattache demeurent, et reviennent avec elle.</summary>
    public DateTime? RetireeUtc { get; set; }
    public List<Attribution> Attributions { get; set; } = [];

    /// <summary>Les parts que la répartition montre.</summary>
    public IEnumerable<Attribution> Presentes => Attributions.Where(a => a.RetireeUtc is null);

    /// <summary>
    /// Donne une part à quelqu'un d'autre. Déjà proposée au rectorat, elle reste à l'ancien titulaire avec sa lettre et ses notes, hors de la
    /// répartition, et une part neuve la remplace.
    /// </summary>
    public Attribution Confier(Attribution part, long? agentId, Auteur auteur)
    {
        if (part.DejaProposee && agentId is not null && agentId != part.AgentId)
        {
            part.RetireeUtc = auteur.InstantUtc;
            part.Version++;
            var neuve = new Attribution { Uai = Uai, Annee = Annee, AgentId = agentId, Centimes = part.Centimes, Justification = part.Justification };
            Attributions.Add(neuve);
            return neuve;
        }

        part.Presser(agentId);
        return part;
    }

    /// <summary>
    /// Après septembre, le premier jour dit pour l'un, ou pour toute l'année, ne vaut pas pour qui commence maintenant : il est redemandé. Quand
    /// une autre part est engagée sur ce jour-là, la nouvelle personne a besoin d'une mission à part.
    /// </summary>
    public Refus? RedemanderLePremierJour(Attribution part, long? agentId, DateOnly aujourdhui)
    {
        var rentree = Duree == Duree.AnneeEntiere && Debut is { Month: 9 };
        if (Debut is null || agentId is null || agentId == part.AgentId || aujourdhui <= new DateOnly(Annee, 9, 30) || !(rentree || part.AgentId is not null))
        {
            return null;
        }

        if (Presentes.Any(a => a != part && a.Etat != EtatAttribution.EnPreparation))
        {
            return new("", $"« {Intitule} » est tenue depuis le {Francais.Date(Debut.Value)} par une autre personne : qui commence maintenant a besoin d’une mission à part, avec son premier jour. Ajoutez-la à la répartition.");
        }

        Debut = null;
        return null;
    }

    /// <summary>Enlève une part de la répartition ; jamais proposée, il n'en reste rien.</summary>
    public void Enlever(Attribution part, NeuviemeDb db, DateTime instantUtc)
    {
        if (part.DejaProposee)
        {
            part.RetireeUtc = instantUtc;
            part.Version++;
        }
        else
        {
            Attributions.Remove(part);
            db.Attributions.Remove(part);
        }
    }

    /// <summary>Enlève la mission et ses parts. La clé du formulaire se libère : la même mission peut être ajoutée ou reconduite de nouveau.</summary>
    public void Retirer(NeuviemeDb db, DateTime instantUtc)
    {
        foreach (var part in Presentes.ToList())
        {
            Enlever(part, db, instantUtc);
        }

        (RetireeUtc, CleSaisie) = (instantUtc, null);
        Version++;
    }

    /// <summary>Telle que la lit qui n'a pas demandé les accords.</summary>
    public Mission SansRefus()
    {
        var copie = (Mission)MemberwiseClone();
        copie.Attributions = [.. Attributions.Select(a => a.SansRefus(copie))];
        return copie;
    }

    /// <summary>« année entière », « ponctuelle, du 15 mars 2027 au 19 mars 2027 ».</summary>
    public string DureeEcrite => EcrireDuree(Duree, Debut, Fin);

    public static string EcrireDuree(Duree duree, DateOnly? debut, DateOnly? fin) => (duree == Duree.AnneeEntiere ? "année entière" : "ponctuelle") + (debut, fin) switch
    {
        ({ Month: 9, Day: 1 }, null) when duree == Duree.AnneeEntiere => "",
        ({ } d, { } f) when d == f => $", le {Francais.Date(d)}",
        ({ } d, { } f) => $", du {Francais.Date(d)} au {Francais.Date(f)}",
        ({ } d, null) => $", à partir du {Francais.Date(d)}",
        (null, { } f) => $", jusqu’au {Francais.Date(f)}",
        _ => "",
    };

    public IReadOnlyList<string> Activites =>
        Contenu.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

sealed class MissionTable : IEntityTypeConfiguration<Mission>
{
    public void Configure(EntityTypeBuilder<Mission> t)
    {
        t.Ignore(m => m.Besoin);
        t.Ignore(m => m.Presentes);
        t.HasQueryFilter(m => m.RetireeUtc == null);
        t.HasIndex(m => new { m.Uai, m.Annee });
        t.HasIndex(m => new { m.Uai, m.CleSaisie }).IsUnique();
        t.HasOne<Etablissement>().WithMany().HasForeignKey(m => m.Uai).OnDelete(DeleteBehavior.Restrict);
        t.Property(m => m.Version).IsConcurrencyToken();
        t.Property(m => m.Code).HasMaxLength(20);
        t.Property(m => m.Intitule).HasMaxLength(200);
        t.Property(m => m.Contenu).HasMaxLength(8000);
        t.Property(m => m.Niveaux).HasMaxLength(60);
    }
}
