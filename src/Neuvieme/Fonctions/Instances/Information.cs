using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Neuvieme.Fonctions.Etablissements;
using Mission = Neuvieme.Fonctions.Repartition.Mission;

namespace Neuvieme.Fonctions.Instances;

public enum MoyenInformation { Affichage, Courriel, Reunion, Remise, Autre }

/// <summary>
/// Dans le privé sous contrat, le jour où tous les enseignants ont été informés de la répartition, et comment (circulaire
/// n° 2015-093 du 12 juin 2015). Ce n'est pas un avis : personne ne se prononce.
/// </summary>
public sealed class Information
{
    public long Id { get; set; }
    public required string Uai { get; set; }
    public int Annee { get; set; }
    public DateOnly InformesLe { get; set; }
    public MoyenInformation Moyen { get; set; }
    public string Precision { get; set; } = "";
    /// <summary>Ce qui a été porté à leur connaissance, figé, sans nom de personne.</summary>
    public required string PlanPresente { get; set; }
    public long DossierId { get; set; }
    public required string Auteur { get; set; }
    public DateTime InstantUtc { get; set; }

    public string MoyenEcrit => Libelle(Moyen) + (Precision.Length > 0 ? $" ({Precision})" : "");

    public static string Libelle(MoyenInformation moyen) => moyen switch
    {
        MoyenInformation.Affichage => "affichage en salle des professeurs",
        MoyenInformation.Courriel => "courriel à chacun",
        MoyenInformation.Reunion => "réunion",
        MoyenInformation.Remise => "remise en main propre",
        _ => "autre moyen",
    };
}

/// <summary>Une information et les missions qu'elle portait ce jour-là.</summary>
public sealed record InformationVue(Information Information, IReadOnlyDictionary<long, LignePresentee> Missions)
{
    public static InformationVue De(Information information) => new(information, PlanPresente.Lire(information.PlanPresente).ToDictionary(l => l.MissionId));

    public bool APorteSur(Mission mission) => AvisVu.Vaut(Missions, mission);
}

sealed class InformationTable : IEntityTypeConfiguration<Information>
{
    public void Configure(EntityTypeBuilder<Information> t)
    {
        t.HasIndex(i => new { i.Uai, i.Annee, i.InformesLe }).IsUnique();
        t.HasIndex(i => i.DossierId).IsUnique();
        t.HasOne<Etablissement>().WithMany().HasForeignKey(i => i.Uai).OnDelete(DeleteBehavior.Restrict);
        t.HasOne<DossierInstance>().WithMany().HasForeignKey(i => i.DossierId).OnDelete(DeleteBehavior.Restrict);
        t.Property(i => i.Precision).HasMaxLength(200);
        t.Property(i => i.Auteur).HasMaxLength(450);
    }
}
