using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Droit.Versements;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Suivi;

/// <summary>
/// L'année scolaire finie, la nature des congés n'a plus d'usage : ce qui était dû est à l'échéancier. Elle s'efface avec tout ce qui la
/// laisserait deviner ; les jours restent, et le journal dit que c'est fait.
/// </summary>
public static class EffacerLesConges
{
    const string AnneeClose = "L’année scolaire est finie et la nature des congés est effacée : l’échéancier ne se récrit plus d’ici. Faites régulariser par la paie.";

    /// <summary>Rejoué, ou joué par deux nœuds, il n'efface pas deux fois ; sans rien à effacer, il ne coûte qu'une lecture.</summary>
    public static async Task<int> Executer(NeuviemeDb db, Horloge horloge, CancellationToken ct)
    {
        var derniere = DerniereAnneeFinie(horloge.Aujourdhui);
        var aFaire = await AEffacer(db, derniere).Select(x => x.Uai).Distinct().OrderBy(u => u).ToListAsync(ct);
        var effacees = 0;
        var auteur = new Auteur(null, "Neuvième", "tâche de fond", horloge.MaintenantUtc, horloge.Aujourdhui);
        foreach (var uai in aFaire)
        {
            db.ChangeTracker.Clear();
            await using var transaction = await db.Commencer(uai, ct);
            var lignes = await AEffacer(db, derniere).Where(x => x.Uai == uai).Select(x => new { x.Annee, x.Interruption }).ToListAsync(ct);
            var plume = new Plume(db, auteur, uai);
            foreach (var annee in lignes.GroupBy(l => l.Annee).OrderBy(g => g.Key))
            {
                foreach (var conge in annee.Select(l => l.Interruption))
                {
                    (conge.Nature, conge.AccordeLe, conge.JoursDejaPris, conge.SansCarence, conge.Proportion, conge.RequalifieLe) = (NatureConge.Inconnu, null, 0, false, null, null);
                    (conge.Motif, conge.MotifAnnulation, conge.EffaceeUtc) = ("", "", auteur.InstantUtc);
                }

                plume.Noter("nature des congés effacée", $"conges:{annee.Key}", null, new { annee = new AnneeScolaire(annee.Key).ToString(), conges = annee.Count() });
                effacees += annee.Count();
            }

            await plume.Enregistrer(ct);
            await transaction.CommitAsync(ct);
        }

        db.ChangeTracker.Clear();
        return effacees;
    }

    /// <summary>Sans la nature d'un congé, ce que doit la mission ne se calcule plus : nul geste ne la récrit.</summary>
    public static Refus? Empeche(IEnumerable<Interruption> enVigueur) => enVigueur.Any(i => i.EffaceeUtc is not null) ? new("", AnneeClose) : null;

    static int DerniereAnneeFinie(DateOnly jour) => (jour.Month >= 9 ? jour.Year : jour.Year - 1) - 1;

    sealed class Effacable
    {
        public required Interruption Interruption { get; init; }
        public required string Uai { get; init; }
        public int Annee { get; init; }
    }

    static IQueryable<Effacable> AEffacer(NeuviemeDb db, int derniere) => db.Interruptions.IgnoreQueryFilters().Where(i => i.Genre == GenreDInterruption.Conge && i.EffaceeUtc == null)
        .Join(db.Attributions.Where(a => a.Annee <= derniere), i => i.AttributionId, a => a.Id, (i, a) => new Effacable { Interruption = i, Uai = a.Uai, Annee = a.Annee });
}
