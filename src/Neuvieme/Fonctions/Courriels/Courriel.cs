using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Courrier;

namespace Neuvieme.Fonctions.Courriels;

/// <summary>Ce dont parle un courriel : chacun choisit, genre par genre, ce qu'il reçoit aussitôt ou dans le résumé de la semaine.</summary>
public enum GenreCourriel { AccordDemande, Rappel, Reponse, Decision, Lettre, Campagne, Conservation, Compte, Resume }

/// <summary>Où en est un courriel ; <see cref="AuResume"/> attend le résumé du lundi de la personne.</summary>
public enum EtatCourriel { EnAttente, AuResume, Envoye, Abandonne }

/// <summary>
/// Un courriel à partir : déposé dans la transaction de l'acte qui l'annonce, donc ni perdu si l'acte tient, ni envoyé s'il échoue.
/// L'envoi vient après, autant de fois qu'il le faut.
/// </summary>
public sealed class Courriel
{
    public long Id { get; set; }
    public long CompteId { get; set; }
    /// <summary>L'adresse du jour du dépôt, puis celle où il est vraiment parti : l'envoi relit celle du compte.</summary>
    public required string Adresse { get; set; }
    public GenreCourriel Genre { get; set; }
    public required string Objet { get; set; }
    /// <summary>Une adresse du site (« /attributions ») seule sur sa ligne, ou à sa fin après « : », est complétée à l'envoi. Vidé une fois parti.</summary>
    public required string Texte { get; set; }
    /// <summary>Le même événement n'écrit qu'une fois à la même personne.</summary>
    public required string Cle { get; set; }
    /// <summary>Ce dont il parle (« attribution:12 »), pour ne pas l'envoyer quand il n'a plus d'objet ; souvent vide.</summary>
    public string Sujet { get; set; } = "";
    public DateTime DeposeUtc { get; set; }
    public DateTime ProchainEssaiUtc { get; set; }
    /// <summary>Passé cet instant il n'apprendrait plus rien : on ne l'envoie pas.</summary>
    public DateTime? PerimeUtc { get; set; }
    public bool AuResume { get; set; }
    /// <summary>Le résumé qui l'a repris.</summary>
    public long? ResumeId { get; set; }
    public int Essais { get; set; }
    /// <summary>Un envoi l'a pris à cet instant ; s'il n'a rien dit depuis, il est mort en route.</summary>
    public DateTime? PrisUtc { get; set; }
    public string DerniereErreur { get; set; } = "";
    public DateTime? EnvoyeUtc { get; set; }
    /// <summary>L'adresse est refusée pour de bon, ou plus personne ne l'attend : on ne l'enverra pas.</summary>
    public DateTime? AbandonneUtc { get; set; }

    public EtatCourriel Etat => EnvoyeUtc is not null ? EtatCourriel.Envoye : AbandonneUtc is not null ? EtatCourriel.Abandonne : AuResume ? EtatCourriel.AuResume : EtatCourriel.EnAttente;

    /// <summary>Le même, dont la dernière ligne est une adresse formée à l'envoi.</summary>
    public Courriel Avec(string adresse)
    {
        var copie = (Courriel)MemberwiseClone();
        copie.Texte = Texte[..(Texte.LastIndexOf('\n') + 1)] + adresse;
        return copie;
    }

    /// <summary>À appeler sous le verrou de l'acte, avant d'enregistrer. Rien à qui n'a pas d'adresse, ni deux fois la même chose.</summary>
    public static Task Deposer(NeuviemeDb db, long compteId, GenreCourriel genre, string objet, string texte, string cle, DateTime instantUtc, CancellationToken ct) =>
        Deposer(db, [new Depot(compteId, genre, objet, texte, cle)], instantUtc, ct);

    /// <summary>Plusieurs à la fois, en autant de lectures que pour un seul. Rend le nombre de ceux qui partiront, aussitôt ou dans le résumé.</summary>
    public static async Task<int> Deposer(NeuviemeDb db, IReadOnlyCollection<Depot> depots, DateTime instantUtc, CancellationToken ct)
    {
        if (depots.Count == 0)
        {
            return 0;
        }

        var ids = depots.Select(d => d.CompteId).Distinct().ToList();
        var adresses = await db.Users.Where(c => ids.Contains(c.Id) && c.Email != null && c.Email != "").Select(c => new { c.Id, c.Email }).ToDictionaryAsync(c => c.Id, c => c.Email!, ct);
        var preferences = await PreferenceCourriel.De(db, ids, ct);
        var cles = depots.Select(d => d.CleUnique).ToList();
        var deja = (await db.Courriels.Where(c => cles.Contains(c.Cle)).Select(c => c.Cle).ToListAsync(ct)).Concat(db.Courriels.Local.Select(c => c.Cle)).ToHashSet(StringComparer.Ordinal);
        var deposes = 0;
        foreach (var d in depots)
        {
            var envoi = d.ToujoursAussitot ? EnvoiChoisi.Aussitot : preferences.Pour(d.CompteId, d.Genre);
            if (envoi == EnvoiChoisi.Jamais || !adresses.TryGetValue(d.CompteId, out var adresse) || !deja.Add(d.CleUnique))
            {
                continue;
            }

            db.Courriels.Add(new()
            {
                CompteId = d.CompteId, Adresse = adresse, Genre = d.Genre, Objet = Composition.UneLigne(d.Objet, 200), Texte = Composition.Lignes(d.Texte, 8000), Cle = d.CleUnique, Sujet = d.Sujet,
                DeposeUtc = instantUtc, ProchainEssaiUtc = d.PasAvantUtc ?? instantUtc, PerimeUtc = d.PerimeUtc, AuResume = envoi == EnvoiChoisi.Resume,
            });
            deposes++;
        }

        return deposes;
    }

    /// <summary>De quoi parle ce qui vient d'être déposé et n'est pas encore enregistré : qui ne veut pas de courriel n'y est pas.</summary>
    public static IReadOnlySet<string> SujetsDeposes(NeuviemeDb db) => db.Courriels.Local.Select(c => c.Sujet).ToHashSet(StringComparer.Ordinal);

    /// <summary>Hors de tout acte : un rappel ou un résumé n'a pas d'entrée au journal, et aucune page ne le garde en mémoire.</summary>
    public static Task Enregistrer(NeuviemeDb db, CancellationToken ct) => db.SaveChangesAsync(ct);

    /// <summary>
    /// Ce qui attend encore de partir sur ces sujets n'a plus d'objet : la personne a répondu, ou la demande est reprise. Effacé plutôt
    /// que barré : l'heure du retrait dirait celle de sa réponse.
    /// </summary>
    public static Task Retirer(NeuviemeDb db, IReadOnlyCollection<string> sujets, CancellationToken ct) =>
        db.Courriels.Where(c => sujets.Contains(c.Sujet) && (c.Genre == GenreCourriel.AccordDemande || c.Genre == GenreCourriel.Rappel || c.Genre == GenreCourriel.Lettre) && c.EnvoyeUtc == null && c.ResumeId == null).ExecuteDeleteAsync(ct);

    public sealed record Rappels(int Nombre, DateTime DernierUtc);

    /// <summary>Les rappels déposés sur chacun de ces sujets depuis un instant.</summary>
    public static async Task<IReadOnlyDictionary<string, Rappels>> RappelsDe(NeuviemeDb db, IReadOnlyCollection<string> sujets, DateTime depuisUtc, CancellationToken ct) =>
        (await db.Courriels.Where(c => sujets.Contains(c.Sujet) && c.Genre == GenreCourriel.Rappel && c.DeposeUtc >= depuisUtc)
            .GroupBy(c => c.Sujet).Select(g => new { Sujet = g.Key, Nombre = g.Count(), Dernier = g.Max(c => c.DeposeUtc) }).ToListAsync(ct))
            .ToDictionary(r => r.Sujet, r => new Rappels(r.Nombre, r.Dernier), StringComparer.Ordinal);
}

/// <summary>Un courriel à déposer.</summary>
public sealed record Depot(long CompteId, GenreCourriel Genre, string Objet, string Texte, string Cle)
{
    public string Sujet { get; init; } = "";
    /// <summary>La personne l'attend devant son écran : son choix du résumé n'y vaut pas.</summary>
    public bool ToujoursAussitot { get; init; }
    public DateTime? PasAvantUtc { get; init; }
    public DateTime? PerimeUtc { get; init; }

    internal string CleUnique => $"{Cle}:{CompteId}";
}

sealed class CourrielTable : IEntityTypeConfiguration<Courriel>
{
    public void Configure(EntityTypeBuilder<Courriel> t)
    {
        t.ToTable("Courriels");
        t.HasIndex(c => c.Cle).IsUnique();
        t.HasIndex(c => c.Sujet);
        t.HasIndex(c => new { c.EnvoyeUtc, c.AbandonneUtc, c.ProchainEssaiUtc });
        t.HasOne<Compte>().WithMany().HasForeignKey(c => c.CompteId).OnDelete(DeleteBehavior.Cascade);
        t.Ignore(c => c.Etat);
        t.Property(c => c.Adresse).HasMaxLength(256);
        t.Property(c => c.Objet).HasMaxLength(200);
        t.Property(c => c.Texte).HasMaxLength(8000);
        t.Property(c => c.Cle).HasMaxLength(200);
        t.Property(c => c.Sujet).HasMaxLength(80);
        t.Property(c => c.DerniereErreur).HasMaxLength(500);
    }
}
