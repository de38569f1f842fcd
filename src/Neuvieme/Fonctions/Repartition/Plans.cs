using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Enveloppes;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Instances;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Fonctions.Parametres;
using Neuvieme.Fonctions.Personnels;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Repartition;

/// <summary>Les plans pour l'affichage : lus sans suivi et gardés en <see cref="Memoire"/>.</summary>
public sealed class Plans(Memoire memoire)
{
    public Task<Plan> Lire(NeuviemeDb db, Etablissement etablissement, AnneeScolaire annee, DateOnly jour, Revision revision, CancellationToken ct) =>
        memoire.Lire(nameof(Plan), etablissement.Uai, annee.Debut, jour, revision, () => Charger(db, etablissement, annee, jour, ct));

    public async Task<Plan> Lire(NeuviemeDb db, Etablissement etablissement, AnneeScolaire annee, DateOnly jour, CancellationToken ct) =>
        await Lire(db, etablissement, annee, jour, await Revision.De(db, etablissement, ct), ct);

    static async Task<Plan> Charger(NeuviemeDb db, Etablissement etablissement, AnneeScolaire annee, DateOnly jour, CancellationToken ct)
    {
        var (uai, debut) = (etablissement.Uai, annee.Debut);
        // Relu avec son académie : le plan sera rendu à d'autres, qui la montrent.
        var complet = (await Etablissements.Lire(db, uai, debut, ct)).Single();
        var affectations = await Affectations.Lire(db, uai, debut, ct);
        var missions = await Missions.Lire(db, uai, debut, ct);
        var avis = await Avis.Lire(db, uai, debut, ct);
        var lignes = await LignesEnveloppe.Lire(db, uai, debut, ct);
        var parametres = await Parametre.DuJour(db, etablissement.AcademieCode, jour, ct);
        return Plan.De(complet, annee, jour, missions, affectations, avis, lignes, parametres);
    }

    static readonly RequetePrete<string, int, Etablissement> Etablissements = new((db, uai, _) =>
        db.Etablissements.AsNoTracking().Include(e => e.Academie).Where(e => e.Uai == uai));

    static readonly RequetePrete<string, int, Affectation> Affectations = new((db, uai, annee) =>
        db.Affectations.AsNoTracking().Include(a => a.Agent).Where(a => a.Uai == uai && a.Annee == annee)
            .OrderBy(a => a.Agent!.NomUsage).ThenBy(a => a.Agent!.Prenom).ThenBy(a => a.Id));

    static readonly RequetePrete<string, int, Mission> Missions = new((db, uai, annee) =>
        db.Missions.AsNoTracking().Include(m => m.Attributions.OrderBy(a => a.Id)).ThenInclude(a => a.Agent).AsSingleQuery()
            .Where(m => m.Uai == uai && m.Annee == annee).OrderBy(m => m.Code).ThenBy(m => m.Id));

    static readonly RequetePrete<string, int, Avis> Avis = new((db, uai, annee) =>
        db.Avis.AsNoTracking().Where(a => a.Uai == uai && a.Annee == annee).OrderBy(a => a.RenduLe).ThenBy(a => a.Id));

    static readonly RequetePrete<string, int, LigneEnveloppe> LignesEnveloppe = new((db, uai, annee) =>
        db.LignesEnveloppe.AsNoTracking().Where(l => l.Uai == uai && l.Annee == annee).OrderBy(l => l.NotifieeLe).ThenBy(l => l.Id));
}
