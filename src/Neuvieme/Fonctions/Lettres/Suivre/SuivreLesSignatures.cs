using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Attributions.Rappeler;
using Neuvieme.Fonctions.Courriels;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Lettres.Suivre;

/// <summary>
/// Chaque matin : ferme les circuits dont le délai est passé et rappelle la personne dont la signature est attendue, d'abord n jours après que
/// son tour est venu, puis tous les m jours. Rejoué, ou joué par deux nœuds, il ne rappelle ni ne ferme deux fois ; sans rien de dû, il ne
/// coûte qu'une lecture, sans verrou ni document.
/// </summary>
public static class SuivreLesSignatures
{
    sealed record EnAttente(long Id, string Cle, string Objet, int Numero, string Portee, string Academie, DateOnly ExpireLe, DateTime EnvoyeeUtc, Partie Premier, bool AgentASigne, DateTime? ChefUtc, long? CompteId, string Intitule, DateOnly? RappeleeLe, bool Demandee)
    {
        public bool EstExpiree(DateOnly jour) => ExpireLe < jour;

        bool AttendLaPersonne => CompteId is not null && !AgentASigne && (Premier == Partie.Agent || ChefUtc is not null);

        /// <summary>Le jour qui tombe juste : un site arrêté ce jour-là attend le rappel suivant plutôt que d'en envoyer deux.</summary>
        /// <param name="facultative">L'académie n'exige pas la lettre des IMP : elle ne se rappelle qu'à qui l'a demandée.</param>
        public bool EstARappeler(RegleDesSignatures regle, bool facultative, DateOnly jour)
        {
            var depuis = jour.DayNumber - Horloge.AParis(ChefUtc > EnvoyeeUtc ? ChefUtc.Value : EnvoyeeUtc).DayNumber;
            return AttendLaPersonne && (!facultative || Demandee) && !EstExpiree(jour) && RappeleeLe != jour && depuis >= regle.PremierRappel && (depuis - regle.PremierRappel) % regle.RappelTousLes == 0;
        }
    }

    public static async Task<int> Executer(NeuviemeDb db, Horloge horloge, CancellationToken ct)
    {
        if (Horloge.HeureDeParis(horloge.MaintenantUtc).Hour < RappelsAutomatiques.Heure)
        {
            return 0;
        }

        var auteur = new Auteur(null, "Neuvième", "tâche de fond", horloge.MaintenantUtc, horloge.Aujourdhui);
        var (regles, rappels) = (new Dictionary<string, RegleDesSignatures>(StringComparer.Ordinal), 0);
        var enAttente = await Lire(db, portee: null, ct);
        var facultatives = enAttente.Count == 0 ? [] : await LettreFacultative.Academies(db, auteur.Aujourdhui, ct);
        foreach (var academie in enAttente.Select(l => l.Academie).Distinct())
        {
            regles[academie] = await RegleDesSignatures.DuJour(db, academie, auteur.Aujourdhui, ct);
        }

        foreach (var portee in enAttente.Where(l => l.EstExpiree(auteur.Aujourdhui) || l.EstARappeler(regles[l.Academie], facultatives.Contains(l.Academie), auteur.Aujourdhui)).Select(l => l.Portee).Distinct().Order(StringComparer.Ordinal))
        {
            rappels += await Passer(db, portee, regles, facultatives, auteur, ct);
        }

        return rappels;
    }

    static async Task<int> Passer(NeuviemeDb db, string portee, Dictionary<string, RegleDesSignatures> regles, string[] facultatives, Auteur auteur, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Commencer(portee, ct);
        // Relues sous le verrou : un autre nœud a pu passer, une personne signer.
        var enAttente = await Lire(db, portee, ct);
        var jour = auteur.Aujourdhui;
        var (expirees, aRappeler) = (enAttente.Where(l => l.EstExpiree(jour)).ToList(), enAttente.Where(l => l.EstARappeler(regles[l.Academie], facultatives.Contains(l.Academie), jour)).ToList());
        var (fermees, rappelees) = (expirees.Select(l => l.Id).ToArray(), aRappeler.Select(l => l.Id).ToArray());
        await db.Lettres.Where(l => fermees.Contains(l.Id)).ExecuteUpdateAsync(l => l.SetProperty(x => x.Etat, EtatLettre.Expiree).SetProperty(x => x.Version, x => x.Version + 1), ct);
        // Notée même pour qui ne veut pas de courriel : sans quoi elle serait due à chaque passage du jour.
        await db.Lettres.Where(l => rappelees.Contains(l.Id)).ExecuteUpdateAsync(l => l.SetProperty(x => x.RappeleeLe, jour), ct);

        var plume = new Plume(db, auteur, portee);
        foreach (var l in expirees)
        {
            db.EvenementsDeLettre.Add(EvenementDeLettre.De(l.Id, GenreDEvenement.Expiree, auteur));
            plume.Noter("délai de signature passé", l.Objet, null, new { numero = l.Numero });
        }

        await Courriel.Deposer(db, [.. aRappeler.Select(l => AnnonceDeLettre.Rappel(l.Id, l.Cle, l.CompteId!.Value, l.Intitule, l.ExpireLe, jour))], auteur.InstantUtc, ct);
        var deposes = Courriel.SujetsDeposes(db);
        var rappels = aRappeler.Where(l => deposes.Contains(AnnonceDeLettre.Sujet(l.Id))).ToList();
        db.EvenementsDeLettre.AddRange(rappels.Select(l => EvenementDeLettre.De(l.Id, GenreDEvenement.Rappelee, auteur, "rappel automatique")));
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        db.ChangeTracker.Clear();
        return rappels.Count;
    }

    /// <summary>Ce qu'il faut pour décider, sans le document ni ses données.</summary>
    static async Task<List<EnAttente>> Lire(NeuviemeDb db, string? portee, CancellationToken ct)
    {
        List<EnAttente> attributions = portee is not null && portee.Contains(':', StringComparison.Ordinal) ? [] : await
            (from l in db.Lettres
             where l.Etat == EtatLettre.ASigner && l.AttributionId != null && (portee == null || l.Attribution!.Uai == portee)
             join e in db.Etablissements on l.Attribution!.Uai equals e.Uai
             orderby l.Id
             select new EnAttente(l.Id, l.AttributionId + "?directe=false", "attribution:" + l.AttributionId, l.Numero, e.Uai, e.AcademieCode, l.ExpireLe!.Value, l.EnvoyeeUtc!.Value, l.Premier, l.Signatures.Any(s => s.Partie == Partie.Agent),
                 l.Signatures.Where(s => s.Partie == Partie.Chef).Max(s => (DateTime?)s.InstantUtc), l.Attribution!.Agent!.CompteId, l.Attribution.Mission!.Intitule, l.RappeleeLe, db.SouhaitsDeLettre.Any(s => s.Veut && s.AttributionId == l.AttributionId))).ToListAsync(ct);
        var directes = await db.Lettres.AsNoTracking().Where(l => l.Etat == EtatLettre.ASigner && l.MissionDirecteId != null).OrderBy(l => l.Id).Select(l => new
        {
            l.Id, Mission = l.MissionDirecte!, l.Numero, Academie = l.MissionDirecte!.AcademieCode ?? db.Etablissements.Where(e => e.Uai == l.MissionDirecte.Uai).Select(e => e.AcademieCode).First(), l.ExpireLe, l.EnvoyeeUtc, l.Premier,
            AgentASigne = l.Signatures.Any(s => s.Partie == Partie.Agent), ChefUtc = l.Signatures.Where(s => s.Partie == Partie.Chef).Max(s => (DateTime?)s.InstantUtc), l.MissionDirecte.Agent!.CompteId, l.RappeleeLe,
        }).ToListAsync(ct);
        return
        [
            .. attributions,
            .. directes.Where(l => portee is null || l.Mission.Portee == portee).Select(l => new EnAttente(l.Id, $"{l.Mission.Id}?directe=true", l.Mission.Objet, l.Numero, l.Mission.Portee, l.Academie, l.ExpireLe!.Value, l.EnvoyeeUtc!.Value, l.Premier,
                l.AgentASigne, l.ChefUtc, l.CompteId, l.Mission.Intitule, l.RappeleeLe, Demandee: true)),
        ];
    }
}
