using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Attributions.Rappeler;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Lettres.Suivre;

/// <summary>
/// Chaque matin : ferme les circuits dont le délai est passé et rappelle la personne dont la signature est attendue, d'abord après n jours,
/// puis tous les m jours. Rejoué, ou joué par deux nœuds, il ne rappelle ni ne ferme deux fois.
/// </summary>
public static class SuivreLesSignatures
{
    public static async Task<int> Executer(NeuviemeDb db, Horloge horloge, CancellationToken ct)
    {
        if (Horloge.HeureDeParis(horloge.MaintenantUtc).Hour < RappelsAutomatiques.Heure)
        {
            return 0;
        }

        var auteur = new Auteur(null, "Neuvième", "tâche de fond", horloge.MaintenantUtc, horloge.Aujourdhui);
        var rappels = 0;
        foreach (var (uai, academie) in await EnCours(db, ct))
        {
            await using var transaction = await db.Commencer(uai, ct);
            var regle = await RegleDesSignatures.DuJour(db, academie, auteur.Aujourdhui, ct);
            var facultative = await LettreFacultative.Dans(db, academie, auteur.Aujourdhui, ct);
            var demandees = facultative ? await db.SouhaitsDeLettre.Where(s => s.Veut && db.Attributions.Any(a => a.Id == s.AttributionId && a.Uai == uai)).Select(s => s.AttributionId).ToListAsync(ct) : [];
            var lettres = await db.Lettres.Include(l => l.Signatures).Include(l => l.Attribution!.Agent).Include(l => l.Attribution!.Mission).Where(l => l.Etat == EtatLettre.ASigner && l.Attribution!.Uai == uai).ToListAsync(ct);
            var plume = new Plume(db, auteur, uai);
            foreach (var l in lettres.Where(l => l.ExpireLe < auteur.Aujourdhui && l.Arreter(EtatLettre.Expiree) is null))
            {
                db.EvenementsDeLettre.Add(EvenementDeLettre.De(l.Id, GenreDEvenement.Expiree, auteur));
                plume.Noter("délai de signature passé", $"attribution:{l.AttributionId}", null, new { numero = l.Numero });
            }

            foreach (var l in lettres.Where(l => l.Attendue == Partie.Agent && l.Attribution!.Agent!.CompteId is not null && (!facultative || demandees.Contains(l.AttributionId)) && EstUnJourDeRappel(l, regle, auteur.Aujourdhui)))
            {
                if (await Courriel.Deposer(db, [AnnonceDeLettre.Rappel(l, auteur.Aujourdhui)], auteur.InstantUtc, ct) > 0)
                {
                    db.EvenementsDeLettre.Add(EvenementDeLettre.De(l.Id, GenreDEvenement.Rappelee, auteur, "rappel automatique"));
                    rappels++;
                }
            }

            await plume.Enregistrer(ct);
            await transaction.CommitAsync(ct);
            db.ChangeTracker.Clear();
        }

        return rappels;
    }

    static async Task<List<(string Uai, string Academie)>> EnCours(NeuviemeDb db, CancellationToken ct) =>
        [.. (await db.Lettres.Where(l => l.Etat == EtatLettre.ASigner).Join(db.Etablissements, l => l.Attribution!.Uai, e => e.Uai, (l, e) => new { e.Uai, e.AcademieCode }).Distinct().OrderBy(e => e.Uai).ToListAsync(ct)).Select(e => (e.Uai, e.AcademieCode))];

    /// <summary>Le jour qui tombe juste : un site arrêté ce jour-là attend le rappel suivant plutôt que d'en envoyer deux.</summary>
    static bool EstUnJourDeRappel(Lettre l, RegleDesSignatures regle, DateOnly jour)
    {
        var depuis = jour.DayNumber - Horloge.AParis(l.EnvoyeeUtc!.Value).DayNumber;
        return depuis >= regle.PremierRappel && (depuis - regle.PremierRappel) % regle.RappelTousLes == 0;
    }
}
