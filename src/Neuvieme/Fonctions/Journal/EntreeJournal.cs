using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Journal;

/// <summary>Une ligne du journal, chaînée à la précédente de sa portée : en retoucher une casse toutes les suivantes.</summary>
public sealed class EntreeJournal
{
    public long Id { get; set; }
    public required string Portee { get; set; }
    public long Rang { get; set; }
    public DateTime InstantUtc { get; set; }
    public long? CompteId { get; set; }
    public required string Auteur { get; set; }
    public required string Qualite { get; set; }
    public required string Action { get; set; }
    public required string Objet { get; set; }
    public string Avant { get; set; } = "";
    public string Apres { get; set; } = "";
    public string Motif { get; set; } = "";
    public string EmpreintePrecedente { get; set; } = "";
    public string Empreinte { get; set; } = "";

    public string CalculerEmpreinte()
    {
        // Longueurs en tête : deux découpages différents des mêmes caractères ne donnent pas la même empreinte.
        var texte = new StringBuilder();
        foreach (var champ in (ReadOnlySpan<string>)[Portee, Rang.ToString(), InstantUtc.ToString("yyyy-MM-ddTHH:mm:ss.fff"), CompteId?.ToString() ?? "",
            Auteur, Qualite, Action, Objet, Avant, Apres, Motif, EmpreintePrecedente])
        {
            texte.Append(champ.Length).Append(':').Append(champ);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(texte.ToString())));
    }
}

/// <summary>Écrit les entrées d'une action dans la transaction même du changement.</summary>
public sealed class Plume(NeuviemeDb db, Auteur auteur, string portee)
{
    static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    readonly List<EntreeJournal> _entrees = [];

    public void Noter(string action, string objet, object? avant = null, object? apres = null, string motif = "") => _entrees.Add(new()
    {
        Portee = portee,
        // Les bases gardent la microseconde au mieux : on hache ce qui sera relu.
        InstantUtc = new DateTime(auteur.InstantUtc.Ticks / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond, DateTimeKind.Utc),
        CompteId = auteur.CompteId,
        Auteur = auteur.Nom,
        Qualite = auteur.Qualite,
        Action = action,
        Objet = objet,
        Avant = avant is null ? "" : JsonSerializer.Serialize(avant, Json),
        Apres = apres is null ? "" : JsonSerializer.Serialize(apres, Json),
        Motif = motif,
    });

    /// <summary>Chaîne les entrées à la dernière de la portée et enregistre tout ; à appeler sous le verrou de la portée.</summary>
    public async Task Enregistrer(CancellationToken ct = default)
    {
        var derniere = await db.Journal.AsNoTracking().Where(e => e.Portee == portee)
            .OrderByDescending(e => e.Rang).Select(e => new { e.Rang, e.Empreinte }).FirstOrDefaultAsync(ct);
        var (rang, precedente) = (derniere?.Rang ?? 0, derniere?.Empreinte ?? "");
        foreach (var entree in _entrees)
        {
            (entree.Rang, entree.EmpreintePrecedente) = (++rang, precedente);
            entree.Empreinte = precedente = entree.CalculerEmpreinte();
        }

        db.Journal.AddRange(_entrees);
        _entrees.Clear();
        await db.SaveChangesAsync(ct);
    }
}

sealed class EntreeJournalTable : IEntityTypeConfiguration<EntreeJournal>
{
    public void Configure(EntityTypeBuilder<EntreeJournal> t)
    {
        t.ToTable("Journal");
        t.HasIndex(e => new { e.Portee, e.Rang }).IsUnique();
        t.HasIndex(e => new { e.Portee, e.Objet });
        t.Property(e => e.Portee).HasMaxLength(40);
        t.Property(e => e.Auteur).HasMaxLength(200);
        t.Property(e => e.Qualite).HasMaxLength(300);
        t.Property(e => e.Action).HasMaxLength(80);
        t.Property(e => e.Objet).HasMaxLength(80);
        t.Property(e => e.Motif).HasMaxLength(2000);
        t.Property(e => e.EmpreintePrecedente).HasMaxLength(64);
        t.Property(e => e.Empreinte).HasMaxLength(64);
    }
}
