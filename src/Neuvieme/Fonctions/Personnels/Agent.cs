using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Etablissements;

namespace Neuvieme.Fonctions.Personnels;

/// <summary>Une personne telle que STSWeb la connaît dans un établissement : clé (établissement, TYPE, ID), jamais le nom.</summary>
public sealed class Agent
{
    public long Id { get; set; }
    public required string Uai { get; set; }
    public required string TypeSts { get; set; }
    public required string IdSts { get; set; }
    public string Civilite { get; set; } = "";
    public required string NomUsage { get; set; }
    public string NomPatronymique { get; set; } = "";
    /// <summary>Prénom montré (« Anne Sophie ») ; celui du fichier est gardé tel quel dans <see cref="PrenomSts"/>.</summary>
    public string Prenom { get; set; } = "";
    public string PrenomSts { get; set; } = "";
    /// <summary>« 1 » ou « 2 », seulement pour les indicateurs : jamais imprimé.</summary>
    public string Sexe { get; set; } = "";
    /// <summary>Empreinte à clé de la date de naissance : distingue les homonymes sans la conserver.</summary>
    public string? EmpreinteNaissance { get; set; }
    public string FonctionSts { get; set; } = "";
    public string GradeSts { get; set; } = "";
    public Fonction Fonction { get; set; }
    public Corps Corps { get; set; }
    public string? Courriel { get; set; }
    public long? CompteId { get; set; }
    public int Version { get; set; }
    public List<Affectation> Affectations { get; set; } = [];

    public string NomComplet => $"{Prenom} {NomUsage}".Trim();
    public string NomPourListe => $"{NomUsage} {Prenom}".Trim();
    public string NomDeCivilite => Civilite switch { "1" => "M. ", "2" or "3" => "Mme ", _ => "" } + NomComplet;
}

/// <summary>L'agent dans l'établissement pour une année scolaire, avec les faits que le droit interroge.</summary>
public sealed class Affectation
{
    public long Id { get; set; }
    public long AgentId { get; set; }
    public Agent? Agent { get; set; }
    public required string Uai { get; set; }
    public int Annee { get; set; }
    /// <summary>Faux quand la personne n'est plus dans le dernier fichier importé : rien n'est effacé.</summary>
    public bool Presente { get; set; } = true;
    public string DisciplineCode { get; set; } = "";
    public string DisciplineLibelle { get; set; } = "";
    public bool EnseigneEps { get; set; }
    public bool EnseigneTechnologie { get; set; }
    /// <summary>Heures hebdomadaires d'EPS enseignées, en centièmes, sans le forfait d'association sportive.</summary>
    public int? HeuresEpsCentiemes { get; set; }
    /// <summary>Maximum de service de l'agent en centièmes d'heure, pour l'équivalent temps plein.</summary>
    public int? MaximumServiceCentiemes { get; set; }
    /// <summary>D'où viennent les heures : services, disciplines ou saisie du chef.</summary>
    public string OrigineHeures { get; set; } = "";
    public bool? ServiceCompletCpge { get; set; }
    public int Version { get; set; }
}

public sealed class ImportSts
{
    public long Id { get; set; }
    public required string Uai { get; set; }
    public int Annee { get; set; }
    public required string NomFichier { get; set; }
    public required string Sha256 { get; set; }
    public DateTime InstantUtc { get; set; }
    public required string Auteur { get; set; }
    public int Nouveaux { get; set; }
    public int Changes { get; set; }
    public int Inchanges { get; set; }
    public int Absents { get; set; }
}

/// <summary>Fichier déposé, montré en aperçu, pas encore confirmé ; effacé à la confirmation ou au bout d'une heure.</summary>
public sealed class ImportEnAttente
{
    public long Id { get; set; }
    public long CompteId { get; set; }
    public required string Uai { get; set; }
    public int Annee { get; set; }
    public required string NomFichier { get; set; }
    public required byte[] Contenu { get; set; }
    public DateTime InstantUtc { get; set; }
}

sealed class AgentTable : IEntityTypeConfiguration<Agent>
{
    public void Configure(EntityTypeBuilder<Agent> t)
    {
        t.HasIndex(a => new { a.Uai, a.TypeSts, a.IdSts }).IsUnique();
        t.HasIndex(a => a.CompteId);
        t.HasOne<Etablissement>().WithMany().HasForeignKey(a => a.Uai).OnDelete(DeleteBehavior.Restrict);
        t.HasOne<Comptes.Compte>().WithMany().HasForeignKey(a => a.CompteId).OnDelete(DeleteBehavior.SetNull);
        t.Property(a => a.Version).IsConcurrencyToken();
        t.Property(a => a.TypeSts).HasMaxLength(10);
        t.Property(a => a.IdSts).HasMaxLength(20);
        t.Property(a => a.Civilite).HasMaxLength(1);
        t.Property(a => a.NomUsage).HasMaxLength(100);
        t.Property(a => a.NomPatronymique).HasMaxLength(100);
        t.Property(a => a.Prenom).HasMaxLength(100);
        t.Property(a => a.PrenomSts).HasMaxLength(100);
        t.Property(a => a.Sexe).HasMaxLength(1);
        t.Property(a => a.EmpreinteNaissance).HasMaxLength(64);
        t.Property(a => a.FonctionSts).HasMaxLength(10);
        t.Property(a => a.GradeSts).HasMaxLength(60);
        t.Property(a => a.Courriel).HasMaxLength(200);
    }
}

sealed class AffectationTable : IEntityTypeConfiguration<Affectation>
{
    public void Configure(EntityTypeBuilder<Affectation> t)
    {
        t.HasIndex(a => new { a.AgentId, a.Annee }).IsUnique();
        t.HasIndex(a => new { a.Uai, a.Annee });
        t.HasOne(a => a.Agent).WithMany(a => a.Affectations).HasForeignKey(a => a.AgentId);
        t.Property(a => a.Version).IsConcurrencyToken();
        t.Property(a => a.Uai).HasMaxLength(8);
        t.Property(a => a.DisciplineCode).HasMaxLength(10);
        t.Property(a => a.DisciplineLibelle).HasMaxLength(60);
        t.Property(a => a.OrigineHeures).HasMaxLength(40);
    }
}

sealed class ImportStsTable : IEntityTypeConfiguration<ImportSts>
{
    public void Configure(EntityTypeBuilder<ImportSts> t)
    {
        t.HasIndex(i => new { i.Uai, i.Annee, i.InstantUtc });
        t.Property(i => i.Uai).HasMaxLength(8);
        t.Property(i => i.NomFichier).HasMaxLength(200);
        t.Property(i => i.Sha256).HasMaxLength(64);
        t.Property(i => i.Auteur).HasMaxLength(200);
    }
}

sealed class ImportEnAttenteTable : IEntityTypeConfiguration<ImportEnAttente>
{
    public void Configure(EntityTypeBuilder<ImportEnAttente> t)
    {
        t.Property(i => i.Uai).HasMaxLength(8);
        t.Property(i => i.NomFichier).HasMaxLength(200);
    }
}
