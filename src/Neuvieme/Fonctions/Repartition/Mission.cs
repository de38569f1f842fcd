using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Socle;

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
    public List<Attribution> Attributions { get; set; } = [];

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
