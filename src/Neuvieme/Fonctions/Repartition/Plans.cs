using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Enveloppes;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Instances;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Fonctions.Parametres;
using Neuvieme.Fonctions.Personnels;
using Neuvieme.Fonctions.Stsweb;
using Neuvieme.Fonctions.Suivi;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Repartition;

/// <summary>Les plans pour l'affichage : lus sans suivi et gardés en <see cref="Memoire"/>.</summary>
public sealed class Plans(Memoire memoire)
{
    public Task<Plan> Lire(NeuviemeDb db, Etablissement etablissement, AnneeScolaire annee, DateOnly jour, Revision revision, CancellationToken ct) =>
        memoire.Lire(nameof(Plan), etablissement.Uai, annee.Debut, jour, revision, () => Charger(db, etablissement, annee, jour, ct));

    public async Task<Plan> Lire(NeuviemeDb db, Etablissement etablissement, AnneeScolaire annee, DateOnly jour, CancellationToken ct) =>
        await Lire(db, etablissement, annee, jour, await Revision.De(db, etablissement, ct), ct);

    static async Task<Plan> Charger(NeuviemeDb db, Etablissement etablissement, AnneeScolaire annee, DateOnly jour, CancellationToken ct) =>
        (await LirePlusieurs(db, [etablissement], annee, jour, ct))[0];

    /// <summary>Les plans de plusieurs établissements d'une académie, en autant de requêtes que pour un seul.</summary>
    public static async Task<IReadOnlyList<Plan>> LirePlusieurs(NeuviemeDb db, IReadOnlyList<Etablissement> etablissements, AnneeScolaire annee, DateOnly jour, CancellationToken ct)
    {
        if (etablissements.Count == 0)
        {
            return [];
        }

        var (uais, debut) = (etablissements.Select(e => e.Uai).ToArray(), annee.Debut);
        // Relus avec leur académie : un plan sera rendu à d'autres, qui la montrent.
        var complets = await Etablissements.Lire(db, uais, debut, ct);
        var affectations = (await Affectations.Lire(db, uais, debut, ct)).ToLookup(a => a.Uai);
        var anciens = (await Anciens.Lire(db, uais, debut, ct)).ToLookup(a => a.Uai);
        var missions = (await Missions.Lire(db, uais, debut, ct)).ToLookup(m => m.Uai);
        var avis = (await Avis.Lire(db, uais, debut, ct)).ToLookup(a => a.Uai);
        var informations = complets.Any(e => e.Secteur == Secteur.PriveSousContrat) ? (await Informations.Lire(db, uais, debut, ct)).ToLookup(i => i.Uai) : Array.Empty<Information>().ToLookup(i => i.Uai);
        var lignes = (await LignesEnveloppe.Lire(db, uais, debut, ct)).ToLookup(l => l.Uai);
        var parametres = await Parametre.DuJour(db, etablissements[0].AcademieCode, jour, ct);
        var conversions = (await Conversion.Lire(db, uais, debut, ct)).ToLookup(c => c.Uai);
        var saisies = (await SaisieSts.Lire(db, uais, debut, ct)).ToLookup(s => s.Uai);
        var interruptions = (await Interruption.Lire(db, uais, debut, ct)).ToLookup(i => i.Uai, i => i.Interruption);
        var echus = await SaisieSts.DuDesMoisEchus(db, uais, debut, jour, ct);
        return [.. complets.Select(e => Plan.De(e, annee, jour, [.. missions[e.Uai]], [.. affectations[e.Uai]], [.. anciens[e.Uai]], [.. avis[e.Uai]], [.. informations[e.Uai]], [.. lignes[e.Uai]], [.. conversions[e.Uai]], saisies[e.Uai], interruptions[e.Uai], echus.GetValueOrDefault(e.Uai), parametres))];
    }

    static readonly RequetePrete<string[], int, Etablissement> Etablissements = new((db, uais, _) =>
        db.Etablissements.AsNoTracking().Include(e => e.Academie).Where(e => uais.Contains(e.Uai)));

    static readonly RequetePrete<string[], int, Affectation> Affectations = new((db, uais, annee) =>
        db.Affectations.AsNoTracking().Include(a => a.Agent).Where(a => uais.Contains(a.Uai) && a.Annee == annee)
            .OrderBy(a => a.Agent!.NomUsage).ThenBy(a => a.Agent!.Prenom).ThenBy(a => a.Id));

    internal static readonly RequetePrete<string[], int, Agent> Anciens = new((db, uais, annee) =>
        db.Agents.AsNoTracking().Where(a => uais.Contains(a.Uai) && !a.Affectations.Any(x => x.Annee == annee))
            .Select(a => new Agent { Id = a.Id, Uai = a.Uai, TypeSts = "", IdSts = "", NomUsage = a.NomUsage, NomPatronymique = a.NomPatronymique, Prenom = a.Prenom }));

    static readonly RequetePrete<string[], int, Mission> Missions = new((db, uais, annee) =>
        db.Missions.AsNoTracking().Include(m => m.Attributions.OrderBy(a => a.Id)).ThenInclude(a => a.Agent).AsSingleQuery()
            .Where(m => uais.Contains(m.Uai) && m.Annee == annee).OrderBy(m => m.Code).ThenBy(m => m.Id));

    static readonly RequetePrete<string[], int, Avis> Avis = new((db, uais, annee) =>
        db.Avis.AsNoTracking().Where(a => uais.Contains(a.Uai) && a.Annee == annee).OrderBy(a => a.RenduLe).ThenBy(a => a.Id));

    static readonly RequetePrete<string[], int, Information> Informations = new((db, uais, annee) =>
        db.Informations.AsNoTracking().Where(i => uais.Contains(i.Uai) && i.Annee == annee).OrderBy(i => i.InformesLe).ThenBy(i => i.Id));

    static readonly RequetePrete<string[], int, LigneEnveloppe> LignesEnveloppe = new((db, uais, annee) =>
        db.LignesEnveloppe.AsNoTracking().Where(l => uais.Contains(l.Uai) && l.Annee == annee).OrderBy(l => l.NotifieeLe).ThenBy(l => l.Id));
}
