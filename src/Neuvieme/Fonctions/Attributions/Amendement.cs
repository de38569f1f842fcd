using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.Web;
using Mission = Neuvieme.Fonctions.Repartition.Mission;

namespace Neuvieme.Fonctions.Attributions;

/// <summary>Ce qui a changé d'une ligne de la proposition : ce que le rectorat avait lu, et ce qu'il lit désormais.</summary>
public sealed record Changement(string Champ, string Avant, string Apres);

/// <summary>
/// Une proposition changée après avoir été lue par le rectorat : champ par champ, l'ancien et le nouveau, avec le motif. Jamais effacé.
/// </summary>
public sealed class Amendement
{
    public long Id { get; set; }
    public long AttributionId { get; set; }
    public required string Changements { get; set; }
    public required string Motif { get; set; }
    public required string Auteur { get; set; }
    public DateTime InstantUtc { get; set; }

    public IReadOnlyList<Changement> Lignes => JsonSerializer.Deserialize<List<Changement>>(Changements)!;

    public static Amendement De(long attributionId, IReadOnlyList<Changement> changements, string motif, Auteur auteur) => new()
    {
        AttributionId = attributionId, Changements = JsonSerializer.Serialize(changements, Proposition.Json), Motif = motif, Auteur = auteur.Signature, InstantUtc = auteur.InstantUtc,
    };
}

/// <summary>Une proposition telle que le rectorat la lit, écrite champ par champ pour comparer deux envois.</summary>
public static class Proposition
{
    internal static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>À garder avec la proposition au moment où elle part.</summary>
    public static string Figer(Mission m, Attribution a) => JsonSerializer.Serialize(Champs(m, a), Json);

    /// <summary>Rien, tant qu'elle n'est jamais partie.</summary>
    public static IReadOnlyList<Changement> Depuis(string figee, Mission m, Attribution a)
    {
        if (figee.Length == 0)
        {
            return [];
        }

        var avant = JsonSerializer.Deserialize<Dictionary<string, string>>(figee)!;
        // Un champ que les propositions d'alors ne portaient pas n'a pas changé : on n'en sait rien.
        return [.. Champs(m, a).Where(c => avant.TryGetValue(c.Key, out var v) && v != c.Value).Select(c => new Changement(c.Key, avant[c.Key], c.Value))];
    }

    static Dictionary<string, string> Champs(Mission m, Attribution a) => new(m.Besoin.Ecrits(m.Code))
    {
        ["Personne"] = a.Agent?.NomComplet ?? "",
        ["Taux annuel"] = Rendu.Euros(a.Montant),
        ["Justification"] = a.Justification,
        ["Mission"] = Nomenclature.DeCode(m.Code)?.Libelle ?? m.Code,
        ["Intitulé"] = m.Intitule,
        ["Ce qui est attendu"] = m.Contenu,
        ["Durée"] = m.DureeEcrite,
        ["Heures estimées"] = m.HeuresEstimees?.ToString() ?? "",
        ["Niveaux suivis"] = m.Niveaux.Replace(",", ", ", StringComparison.Ordinal),
    };
}

sealed class AmendementTable : IEntityTypeConfiguration<Amendement>
{
    public void Configure(EntityTypeBuilder<Amendement> t)
    {
        t.HasIndex(a => a.AttributionId);
        t.HasOne<Attribution>().WithMany().HasForeignKey(a => a.AttributionId).OnDelete(DeleteBehavior.Cascade);
        t.Ignore(a => a.Lignes);
        t.Property(a => a.Motif).HasMaxLength(2000);
        t.Property(a => a.Auteur).HasMaxLength(450);
    }
}
