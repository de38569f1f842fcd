using System.Text;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Courriels.Envoyer;

/// <summary>
/// Le lundi à 7 h, heure de Paris : ce qui attend chaque personne et ce qu'elle a choisi de ne lire que là. Rien à qui n'a rien. Un site
/// arrêté le lundi l'écrit le mardi ; plus tard dans la semaine, il vaut mieux attendre le suivant.
/// </summary>
public static class ResumeDeLaSemaine
{
    const int Heure = 7;

    public static async Task<int> Deposer(NeuviemeDb db, Horloge horloge, CancellationToken ct)
    {
        var (instant, jour) = (horloge.MaintenantUtc, horloge.Aujourdhui);
        if (Lundi(instant) is not { } lundi)
        {
            return 0;
        }

        var passage = $"resume:{lundi:yyyyMMdd}";
        if (await db.PassagesCourriel.AnyAsync(p => p.Cle == passage, ct))
        {
            return 0;
        }

        var attend = await CeQuiAttend.Lire(db, jour, Contexte.AnneeParDefaut(jour), ct);
        var sourds = (await db.PreferencesCourriel.Where(p => p.Genre == GenreCourriel.Resume && p.Envoi == EnvoiChoisi.Jamais).Select(p => p.CompteId).ToListAsync(ct)).ToHashSet();

        await using var transaction = await db.Commencer("courriels", ct);
        if (await db.PassagesCourriel.AnyAsync(p => p.Cle == passage, ct))
        {
            return 0;
        }

        var gardes = await db.Courriels.Where(c => c.AuResume && c.ResumeId == null && c.EnvoyeUtc == null && c.AbandonneUtc == null).OrderBy(c => c.Id).ToListAsync(ct);
        var parCompte = gardes.ToLookup(c => c.CompteId);
        var comptes = attend.Select(a => a.Key).Where(id => !sourds.Contains(id)).Union(parCompte.Select(g => g.Key)).Order().ToList();
        var adresses = await db.Users.Where(c => comptes.Contains(c.Id) && c.Email != null && c.Email != "").Select(c => new { c.Id, c.Email }).ToDictionaryAsync(c => c.Id, c => c.Email!, ct);
        var resumes = comptes.Where(adresses.ContainsKey).Select(id => new Courriel
        {
            CompteId = id, Adresse = adresses[id], Genre = GenreCourriel.Resume, Objet = "Ce qui vous attend cette semaine", Cle = $"{passage}:{id}",
            Texte = Texte([.. sourds.Contains(id) ? [] : attend[id]], [.. parCompte[id]]), DeposeUtc = instant, ProchainEssaiUtc = instant, PerimeUtc = Horloge.DebutDuJour(lundi.AddDays(7)),
        }).ToList();
        db.Courriels.AddRange(resumes);
        db.PassagesCourriel.Add(new() { Cle = passage, InstantUtc = instant });
        await db.SaveChangesAsync(ct);
        foreach (var resume in resumes)
        {
            foreach (var garde in parCompte[resume.CompteId])
            {
                (garde.ResumeId, garde.Texte) = (resume.Id, "");
            }
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        db.ChangeTracker.Clear();
        return resumes.Count;
    }

    /// <summary>Le lundi dont c'est l'heure du résumé ; nul hors du lundi 7 h au mardi soir.</summary>
    static DateOnly? Lundi(DateTime instantUtc)
    {
        var paris = Horloge.HeureDeParis(instantUtc);
        var jour = DateOnly.FromDateTime(paris);
        return paris.DayOfWeek switch
        {
            DayOfWeek.Monday when paris.Hour >= Heure => jour,
            DayOfWeek.Tuesday => jour.AddDays(-1),
            _ => null,
        };
    }

    static string Texte(IReadOnlyList<string> attend, IReadOnlyList<Courriel> gardes)
    {
        var texte = new StringBuilder();
        if (attend.Count > 0)
        {
            texte.Append("Ce qui vous attend :\n").Append(string.Join('\n', attend)).Append('\n');
        }

        // La demande d'accord et ses rappels sont déjà dans ce qui attend, si elle attend encore.
        var nouvelles = gardes.Where(g => !(attend.Count > 0 && g.Genre is GenreCourriel.AccordDemande or GenreCourriel.Rappel)).ToList();
        if (nouvelles.Count > 0)
        {
            texte.Append(attend.Count > 0 ? "\n" : "").Append("Depuis le dernier résumé :\n").Append(string.Join("\n\n", nouvelles.Select(g => $"{g.Objet}, {Francais.Date(Horloge.AParis(g.DeposeUtc))}.\n{g.Texte}"))).Append('\n');
        }

        return Socle.Courrier.Composition.Lignes(texte.ToString().TrimEnd(), 8000);
    }
}
