using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Courriels;

public enum EnvoiChoisi { Aussitot, Resume, Jamais }

/// <summary>Ce qu'une personne a choisi pour un genre de courriel ; sans ligne, il part aussitôt.</summary>
public sealed class PreferenceCourriel
{
    public long CompteId { get; set; }
    public GenreCourriel Genre { get; set; }
    public EnvoiChoisi Envoi { get; set; }

    public static async Task<Preferences> De(NeuviemeDb db, IReadOnlyCollection<long> comptes, CancellationToken ct) =>
        new((await db.PreferencesCourriel.Where(p => comptes.Contains(p.CompteId)).ToListAsync(ct)).ToDictionary(p => (p.CompteId, p.Genre), p => p.Envoi));

    /// <summary>Enregistre un choix ; dit pourquoi il n'est pas permis.</summary>
    public static async Task<string?> Choisir(NeuviemeDb db, long compteId, GenreCourriel genre, EnvoiChoisi envoi, CancellationToken ct)
    {
        if (!genre.Choix().Contains(envoi))
        {
            return $"« {genre.Libelle()} » ne se coupe pas entièrement : gardez au moins le résumé de la semaine.";
        }

        // Deux écritures plutôt qu'une lecture et un choix : un double clic n'en fait pas deux lignes.
        if (await db.PreferencesCourriel.Where(p => p.CompteId == compteId && p.Genre == genre).ExecuteUpdateAsync(s => s.SetProperty(p => p.Envoi, envoi), ct) == 0)
        {
            db.PreferencesCourriel.Add(new() { CompteId = compteId, Genre = genre, Envoi = envoi });
        }

        return null;
    }
}

public sealed record Preferences(IReadOnlyDictionary<(long, GenreCourriel), EnvoiChoisi> Choisies)
{
    public EnvoiChoisi Pour(long compteId, GenreCourriel genre) => Choisies.GetValueOrDefault((compteId, genre), EnvoiChoisi.Aussitot);
}

/// <summary>Chaque genre tel qu'on le lit, et ce qu'on peut en choisir.</summary>
public static class GenresDeCourriel
{
    public static string Libelle(this GenreCourriel genre) => genre switch
    {
        GenreCourriel.AccordDemande => "Mon accord est demandé",
        GenreCourriel.Rappel => "Rappel d’une demande qui attend ma réponse",
        GenreCourriel.Reponse => "Réponses aux accords que je demande",
        GenreCourriel.Decision => "Décisions du rectorat",
        GenreCourriel.Lettre => "Ma lettre de mission",
        GenreCourriel.Campagne => "Ouverture et clôture des campagnes",
        GenreCourriel.Conservation => "Lettres au terme de leur conservation",
        GenreCourriel.Compte => "Mon compte : mot de passe, délégation",
        _ => "Ce qui m’attend, chaque lundi",
    };

    /// <summary>Le mot de qui surveille la file : il ne dit pas à qui une mission a été proposée.</summary>
    public static string Famille(this GenreCourriel genre) => genre switch
    {
        GenreCourriel.Campagne => "Campagne",
        GenreCourriel.Conservation => "Conservation",
        GenreCourriel.Compte => "Compte",
        GenreCourriel.Resume => "Résumé",
        _ => "Mission",
    };

    public static IReadOnlyList<EnvoiChoisi> Choix(this GenreCourriel genre) => genre switch
    {
        // Aucune mission ne s'impose et rien ne se propose sans accord (décret 2015-475 art. 1er et 6) : la demande doit arriver.
        GenreCourriel.AccordDemande or GenreCourriel.Compte => [EnvoiChoisi.Aussitot, EnvoiChoisi.Resume],
        GenreCourriel.Resume => [EnvoiChoisi.Aussitot, EnvoiChoisi.Jamais],
        _ => [EnvoiChoisi.Aussitot, EnvoiChoisi.Resume, EnvoiChoisi.Jamais],
    };

    public static string Libelle(this EnvoiChoisi envoi, GenreCourriel genre) => envoi switch
    {
        EnvoiChoisi.Aussitot => genre == GenreCourriel.Resume ? "Chaque lundi, s’il y a quelque chose" : "Aussitôt",
        EnvoiChoisi.Resume => "Dans le résumé du lundi",
        _ => "Jamais",
    };

    /// <summary>Le moins qu'on puisse recevoir d'un genre : ce que fait le lien de désinscription.</summary>
    public static EnvoiChoisi Minimum(this GenreCourriel genre) => genre.Choix()[^1];

    /// <summary>Ceux qui peuvent arriver à quelqu'un qui tient ces rôles.</summary>
    public static IEnumerable<GenreCourriel> Pour(IReadOnlyCollection<Role> roles) => Enum.GetValues<GenreCourriel>().Where(g => g switch
    {
        GenreCourriel.AccordDemande or GenreCourriel.Rappel or GenreCourriel.Lettre => roles.Contains(Role.Agent),
        GenreCourriel.Reponse => roles.Contains(Role.ChefEtablissement),
        GenreCourriel.Decision => roles.Contains(Role.Agent) || roles.Contains(Role.ChefEtablissement),
        GenreCourriel.Conservation => roles.Any(r => r is Role.ChefEtablissement or Role.Auditeur),
        GenreCourriel.Campagne or GenreCourriel.Resume => roles.Any(r => r is Role.Agent or Role.ChefEtablissement or Role.GestionnaireRectorat or Role.Recteur),
        _ => true,
    });
}

sealed class PreferenceCourrielTable : IEntityTypeConfiguration<PreferenceCourriel>
{
    public void Configure(EntityTypeBuilder<PreferenceCourriel> t)
    {
        t.ToTable("PreferencesCourriel");
        t.HasKey(p => new { p.CompteId, p.Genre });
        t.HasOne<Compte>().WithMany().HasForeignKey(p => p.CompteId).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>Un passage fait une fois pour tous les nœuds : le résumé d'une semaine.</summary>
public sealed class PassageCourriel
{
    public required string Cle { get; set; }
    public DateTime InstantUtc { get; set; }
}

sealed class PassageCourrielTable : IEntityTypeConfiguration<PassageCourriel>
{
    public void Configure(EntityTypeBuilder<PassageCourriel> t)
    {
        t.ToTable("PassagesCourriel");
        t.HasKey(p => p.Cle);
        t.Property(p => p.Cle).HasMaxLength(80);
    }
}
