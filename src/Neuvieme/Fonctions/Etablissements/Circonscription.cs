using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Neuvieme.Droit;

namespace Neuvieme.Fonctions.Etablissements;

/// <summary>Une circonscription du premier degré : les écoles d'un inspecteur. Son code est celui du répertoire national (nature 809).</summary>
public sealed class Circonscription
{
    public required string Code { get; set; }
    public required string Nom { get; set; }
    public required string AcademieCode { get; set; }
    public Academie? Academie { get; set; }
    /// <summary>Trois chiffres, « 035 » ; Corse-du-Sud 620, Haute-Corse 720.</summary>
    public required string Departement { get; set; }

    /// <summary>Portée du journal et du verrou d'écriture : les IMP s'y engagent, les parts du Pacte dans chaque école.</summary>
    public static string PorteeDe(string code) => "circonscription:" + code;
}

public static class PremierEtSecondDegre
{
    static readonly string[] NaturesDEcole =
        [.. Enumerable.Range(0, 1000).Select(n => n.ToString("000")).Where(c => NatureEtablissement.DeCode(c) == NatureEtablissement.PremierDegre)];

    /// <summary>Les écoles n'ont ni conseil d'administration ni IMP d'établissement : les tableaux du second degré ne les comptent pas.</summary>
    public static IQueryable<Etablissement> DuSecondDegre(this IQueryable<Etablissement> etablissements) => etablissements.Where(e => !NaturesDEcole.Contains(e.NatureCode));

    public static bool EstEcole(this Etablissement etablissement) => NatureEtablissement.DeCode(etablissement.NatureCode) == NatureEtablissement.PremierDegre;
}

sealed class CirconscriptionTable : IEntityTypeConfiguration<Circonscription>
{
    public void Configure(EntityTypeBuilder<Circonscription> t)
    {
        t.HasKey(c => c.Code);
        t.Property(c => c.Code).HasMaxLength(8);
        t.Property(c => c.Nom).HasMaxLength(100);
        t.Property(c => c.Departement).HasMaxLength(3);
        t.HasOne(c => c.Academie).WithMany().HasForeignKey(c => c.AcademieCode).OnDelete(DeleteBehavior.Restrict);
    }
}
