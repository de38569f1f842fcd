using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Campagnes;

/// <summary>
/// Les campagnes d'un genre pour une année. Ouvert ou clos se calcule du jour de Paris, jamais d'une tâche passée. Sans
/// campagne, tout est ouvert : aucun texte ne ferme ces actes à une date, c'est l'académie qui s'organise.
/// </summary>
public sealed record Fenetre(GenreCampagne Genre, IReadOnlyList<Campagne> Campagnes)
{
    public bool EstOuverte(string uai, DateOnly jour) => Campagnes.Count == 0 || !FicheCampagne.De(Genre).Ferme || Campagnes.Any(c => c.FinPour(uai, jour) is not null);

    public Refus? Refuser(string uai, DateOnly jour) => EstOuverte(uai, jour) ? null : new("", $"{Situer(jour)} {QuiRouvre} Rien n’est perdu : rien n’a été enregistré, et votre saisie est encore à l’écran. "
        + "Cette date organise le travail de l’académie ; aucun texte ne la fixe, et ce qui est déjà fait reste valable.");

    public string QuiRouvre => FicheCampagne.De(Genre).DuRectorat ? "Un gestionnaire ou le recteur peut rouvrir pour cet établissement, dans Campagnes."
        : "Le rectorat peut rouvrir pour votre établissement, jusqu’à un jour qu’il fixe : demandez-le au gestionnaire.";

    /// <summary>« Proposer au rectorat » est clos depuis… : où l'on est, hors de toute ouverture.</summary>
    public string Situer(DateOnly jour)
    {
        var nom = FicheCampagne.De(Genre).Nom;
        var derniere = Campagnes.Where(c => c.FermeLe < jour).MaxBy(c => c.FermeLe);
        var prochaine = Campagnes.Where(c => c.OuvreLe > jour).MinBy(c => c.OuvreLe);
        return (derniere, prochaine) switch
        {
            ({ } d, { } p) => $"« {nom} » est clos depuis le {Francais.Date(d.FermeLe)} à minuit, heure de Paris, et rouvre {p.Dates}.",
            ({ } d, null) => $"« {nom} » est clos depuis le {Francais.Date(d.FermeLe)} à minuit, heure de Paris.",
            (null, { } p) => $"« {nom} » n’est pas encore ouvert : ce sera {p.Dates}.",
            _ => $"« {nom} » n’est pas ouvert.",
        };
    }

    /// <summary>« ferme ce soir », « encore 5 jours » : ce que lit quelqu'un de pressé.</summary>
    public static string Restant(DateOnly fin, DateOnly jour) => (fin.DayNumber - jour.DayNumber) switch
    {
        < 0 => $"passé depuis le {Francais.Date(fin)}",
        0 => "dernier jour, ce soir à minuit",
        1 => "demain soir à minuit",
        var n => $"encore {n} jours",
    };
}

/// <summary>Lit les campagnes, et tient la porte : une clôture qui s'enregistre et un acte qui arrive ne se croisent pas.</summary>
public static class Fenetres
{
    /// <summary>Le verrou qu'un changement de campagne prend seul et que les actes partagent.</summary>
    public static string PorteeDe(string academie) => "campagnes:" + academie;

    /// <summary>Le refus d'un acte hors de sa fenêtre, à l'instant où il est arrivé. À appeler dans la transaction de l'acte, sous le verrou de l'établissement.</summary>
    public static async Task<Refus?> Fermee(NeuviemeDb db, string uai, int annee, GenreCampagne genre, Auteur auteur, CancellationToken ct)
    {
        var academie = await db.Etablissements.Where(e => e.Uai == uai).Select(e => e.AcademieCode).FirstAsync(ct);
        await db.Partager(PorteeDe(academie), ct);
        var campagnes = await db.Campagnes.AsNoTracking().Include(c => c.Derogations.Where(d => d.Uai == uai)).AsSingleQuery()
            .Where(c => c.AcademieCode == academie && c.Annee == annee && c.Genre == genre).ToListAsync(ct);
        return new Fenetre(genre, campagnes).Refuser(uai, Horloge.AParis(auteur.InstantUtc));
    }

    /// <summary>Toutes les campagnes de l'académie pour l'année, avec les réouvertures d'un établissement ou de tous.</summary>
    public static Task<List<Campagne>> Lire(NeuviemeDb db, string academie, AnneeScolaire annee, string? uai, CancellationToken ct) =>
        db.Campagnes.AsNoTracking().Include(c => c.Derogations.Where(d => uai == null || d.Uai == uai)).AsSingleQuery()
            .Where(c => c.AcademieCode == academie && c.Annee == annee.Debut).OrderBy(c => c.OuvreLe).ThenBy(c => c.Genre).ThenBy(c => c.Id).ToListAsync(ct);
}
