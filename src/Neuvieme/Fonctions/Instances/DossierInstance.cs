using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Instances;

/// <summary>
/// Ce qui est remis à une instance pour une séance, figé quand on le prépare : il se redit dix ans après. Un dossier ne change
/// jamais ; on en prépare un autre.
/// </summary>
public sealed class DossierInstance
{
    public long Id { get; set; }
    public required string Uai { get; set; }
    public int Annee { get; set; }
    public Instance Instance { get; set; }
    /// <summary>Le jour prévu, puis tenu.</summary>
    public DateOnly SeanceLe { get; set; }
    /// <summary>Les seules différences avec ce que l'instance a déjà vu.</summary>
    public bool EstComplement { get; set; }
    /// <summary>Sans aucun nom de personne.</summary>
    public required string Contenu { get; set; }
    /// <summary>À part, les noms de qui avait donné son accord, quand une version nominative a été demandée ; vide sinon.</summary>
    public string Noms { get; set; } = "";
    /// <summary>Tirée à l'affichage du formulaire : envoyé deux fois, il ne fait qu'un dossier.</summary>
    public Guid? CleSaisie { get; set; }
    public required string Auteur { get; set; }
    public DateTime InstantUtc { get; set; }

    /// <summary>Fige le plan d'aujourd'hui pour une séance ; à appeler sous le verrou de l'établissement, et à enregistrer avec son entrée au journal.</summary>
    public static async Task<DossierInstance> Figer(NeuviemeDb db, Plan plan, Instance instance, DateOnly seance, bool complement, IReadOnlyCollection<long> missions, Auteur auteur, CancellationToken ct)
    {
        var (precedente, notifie) = complement ? (null, null) : await ContenuDossier.AnDernier(db, plan.Etablissement.Uai, plan.Annee, ct);
        return new()
        {
            Uai = plan.Etablissement.Uai, Annee = plan.Annee.Debut, Instance = instance, SeanceLe = seance, EstComplement = complement,
            Contenu = JsonSerializer.Serialize(ContenuDossier.De(plan, instance, complement, missions, precedente, notifie), PlanPresente.Json),
            Auteur = auteur.Signature, InstantUtc = auteur.InstantUtc,
        };
    }

    /// <summary>Garde à part le nom des personnes qui ont donné leur accord, et d'elles seules : solliciter, attendre ou décliner ne laisse aucune trace.</summary>
    public void Nommer(Plan plan, IReadOnlyCollection<long> missions) => Noms = JsonSerializer.Serialize(plan.Missions.Where(m => missions.Contains(m.Id))
        .SelectMany(m => LignePresentee.Parts(m).Select((a, rang) => (m, a, rang))).Where(x => x.a.Etat.AUnAccord() && x.a.Agent is not null)
        .Select(x => new NomFige(x.m.Id, x.rang, x.a.Id, x.a.AgentId!.Value, plan.NomDistinct(x.a.Agent))), PlanPresente.Json);

    public string Reference => $"{Uai}-{Annee}-D{Id}";

    public ContenuDossier Lire() => JsonSerializer.Deserialize<ContenuDossier>(Contenu, PlanPresente.Json)!;

    public IReadOnlyList<NomFige> LireNoms() => Noms.Length == 0 ? [] : JsonSerializer.Deserialize<List<NomFige>>(Noms, PlanPresente.Json)!;
}

/// <summary>La personne d'une part de mission, à l'instant où le dossier a été préparé.</summary>
/// <param name="Rang">Place de la part dans la ligne présentée.</param>
public sealed record NomFige(long MissionId, int Rang, long AttributionId, long AgentId, string Nom);

sealed class DossierInstanceTable : IEntityTypeConfiguration<DossierInstance>
{
    public void Configure(EntityTypeBuilder<DossierInstance> t)
    {
        t.HasIndex(d => new { d.Uai, d.Annee, d.Instance, d.SeanceLe });
        t.HasIndex(d => new { d.Uai, d.CleSaisie }).IsUnique();
        t.HasOne<Etablissement>().WithMany().HasForeignKey(d => d.Uai).OnDelete(DeleteBehavior.Restrict);
        t.Property(d => d.Auteur).HasMaxLength(450);
    }
}
