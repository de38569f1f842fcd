using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Repartition.Scenarios;

/// <summary>Une mission telle qu'elle était dans la répartition gardée, avec son numéro : remise, c'est la même que celle que les conseils ont vue.</summary>
public sealed record MissionGardee(long Id, SaisieMission Saisie);

/// <summary>
/// Une répartition gardée : par le chef sous un nom, pour la comparer à d'autres, ou d'elle-même avant chaque changement, pour l'annuler.
/// Elle ne dit rien des accords : une mission pour laquelle quelqu'un a été sollicité ne se remet ni ne s'enlève d'ici.
/// </summary>
public sealed class Scenario
{
    /// <summary>Combien de changements s'annulent, du plus récent au plus ancien.</summary>
    const int Annulables = 20;

    public long Id { get; set; }
    public required string Uai { get; set; }
    public int Annee { get; set; }
    public required string Nom { get; set; }
    /// <summary>Gardée d'elle-même avant un changement, que <see cref="Nom"/> dit.</summary>
    public bool AvantChangement { get; set; }
    public required string Contenu { get; set; }
    public required string Auteur { get; set; }
    public DateTime InstantUtc { get; set; }

    public IReadOnlyList<MissionGardee> Missions => JsonSerializer.Deserialize<List<MissionGardee>>(Contenu) ?? [];

    public static string Ecrire(IEnumerable<Mission> missions) => JsonSerializer.Serialize(missions.Select(m => new MissionGardee(m.Id, SaisieMission.De(m))));

    /// <summary>La répartition présente, à garder telle quelle.</summary>
    public static async Task<string> Contenir(NeuviemeDb db, string uai, AnneeScolaire annee, CancellationToken ct) =>
        Ecrire(await db.Missions.AsNoTracking().Include(m => m.Attributions.OrderBy(a => a.Id)).AsSingleQuery().Where(m => m.Uai == uai && m.Annee == annee.Debut).OrderBy(m => m.Id).ToListAsync(ct));

    /// <summary>À appeler sous le verrou de l'établissement, avant de changer quoi que ce soit ; s'enregistre avec le changement ou pas du tout.</summary>
    public static async Task Garder(NeuviemeDb db, string uai, AnneeScolaire annee, Auteur auteur, string changement, CancellationToken ct)
    {
        var anciens = await db.Scenarios.Where(s => s.Uai == uai && s.Annee == annee.Debut && s.AvantChangement).OrderByDescending(s => s.Id).Skip(Annulables - 1).ToListAsync(ct);
        db.Scenarios.RemoveRange(anciens);
        db.Scenarios.Add(new()
        {
            Uai = uai, Annee = annee.Debut, Nom = changement.Length > 200 ? changement[..200] : changement, AvantChangement = true,
            Contenu = await Contenir(db, uai, annee, ct), Auteur = auteur.Nom, InstantUtc = auteur.InstantUtc,
        });
    }

    /// <summary>La répartition gardée, en missions que personne ne tient encore, pour la montrer et la juger.</summary>
    public IReadOnlyList<Mission> EnMissions(Plan plan) => [.. Missions.Select(g => EnMission(g, plan))];

    Mission EnMission(MissionGardee gardee, Plan plan)
    {
        var s = gardee.Saisie;
        var mission = new Mission { Id = gardee.Id, Uai = Uai, Annee = Annee, Code = s.Code, Intitule = s.Intitule };
        s.Remplir(mission);
        mission.Attributions.AddRange(s.Parts.Select((p, i) => new Attribution
        {
            // Un numéro que rien d'autre ne porte : deux parts d'un brouillon ne se confondent pas.
            Id = -(gardee.Id * 100) - i - 1, Uai = Uai, Annee = Annee, AgentId = p.AgentId, Centimes = p.Centimes, Justification = p.Justification ?? "",
            Agent = plan.Affectations.FirstOrDefault(a => a.AgentId == p.AgentId)?.Agent,
        }));
        return mission;
    }
}

sealed class ScenarioTable : IEntityTypeConfiguration<Scenario>
{
    public void Configure(EntityTypeBuilder<Scenario> t)
    {
        t.HasIndex(s => new { s.Uai, s.Annee, s.AvantChangement });
        t.HasOne<Etablissement>().WithMany().HasForeignKey(s => s.Uai).OnDelete(DeleteBehavior.Restrict);
        t.Property(s => s.Nom).HasMaxLength(200);
        t.Property(s => s.Auteur).HasMaxLength(200);
        t.Ignore(s => s.Missions);
    }
}
