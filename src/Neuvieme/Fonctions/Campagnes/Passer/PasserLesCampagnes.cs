using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Campagnes.Passer;

/// <summary>Ce qu'un passage a fait pour une échéance.</summary>
public sealed record Envoye(string Academie, string Campagne, GenreEcheance Genre, int Destinataires);

/// <summary>
/// Dépose les courriels dus : ouverture, rappels à ceux qui n'ont pas fini, clôture. N'ouvre et ne ferme rien. Recalculé de la
/// base à chaque passage et marqué dans la même transaction : deux nœuds, deux passages ou une panne ne changent pas ce qui part.
/// </summary>
public static class PasserLesCampagnes
{
    public static Auteur Tache(DateTime instantUtc) => new(null, "tâche planifiée", "Neuvième", instantUtc, Horloge.AParis(instantUtc));

    public static async Task<IReadOnlyList<Envoye>> Executer(NeuviemeDb db, Auteur auteur, CancellationToken ct = default)
    {
        List<Envoye> envoyes = [];
        // Sans verrou d'abord : presque tous les passages n'ont rien à faire.
        foreach (var academie in (await Dues(db, null, auteur, ct)).Select(x => x.Campagne.AcademieCode).Distinct().Order(StringComparer.Ordinal).ToList())
        {
            db.ChangeTracker.Clear();
            envoyes.AddRange(await Pour(db, academie, auteur, ct));
        }

        return envoyes;
    }

    static async Task<List<Envoye>> Pour(NeuviemeDb db, string academie, Auteur auteur, CancellationToken ct)
    {
        var portee = Academie.PorteeDe(academie);
        await using var transaction = await db.Commencer(portee, ct);
        List<Envoye> envoyes = [];
        var plume = new Plume(db, auteur, portee);
        foreach (var annee in (await Dues(db, academie, auteur, ct)).GroupBy(x => x.Campagne.Annee))
        {
            var lieux = await Avancement.DeLAcademie(db, academie, new AnneeScolaire(annee.Key), ct);
            foreach (var (campagne, echeance) in annee)
            {
                var nombre = await Deposer(db, campagne, echeance, lieux, auteur, ct);
                db.EnvoisCampagne.Add(new() { CampagneId = campagne.Id, Cle = echeance.Cle, InstantUtc = auteur.InstantUtc, Destinataires = nombre, Auteur = auteur.Signature });
                plume.Noter(Evenement(echeance.Genre), $"campagne:{campagne.Id}", null, new { campagne = campagne.Fiche.Nom, jusquAu = Francais.DateBreve(echeance.Fin), etablissement = echeance.Uai, courriels = nombre });
                envoyes.Add(new(academie, campagne.Fiche.Nom, echeance.Genre, nombre));
            }
        }

        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return envoyes;
    }

    static async Task<List<(Campagne Campagne, EcheanceCampagne Echeance)>> Dues(NeuviemeDb db, string? academie, Auteur auteur, CancellationToken ct)
    {
        var jour = EcheanceCampagne.JourDEnvoi(auteur.InstantUtc);
        var plusTot = jour.AddDays(-EcheanceCampagne.JoursDAnnonceDeCloture);
        var campagnes = await db.Campagnes.AsNoTracking().Include(c => c.Derogations.Where(d => d.RetireeUtc == null)).AsSingleQuery()
            .Where(c => (academie == null || c.AcademieCode == academie)
                && ((c.OuvreLe <= jour && c.FermeLe >= plusTot) || c.Derogations.Any(d => d.RetireeUtc == null && d.Debut <= jour && d.Fin >= plusTot)))
            .OrderBy(c => c.Id).ToListAsync(ct);
        var ids = campagnes.Select(c => c.Id).ToList();
        var partis = (await db.EnvoisCampagne.AsNoTracking().Where(e => ids.Contains(e.CampagneId)).Select(e => new { e.CampagneId, e.Cle }).ToListAsync(ct)).Select(e => (e.CampagneId, e.Cle)).ToHashSet();
        return [.. campagnes.SelectMany(c => EcheanceCampagne.Dues(c, jour), (c, e) => (c, e)).Where(x => !partis.Contains((x.c.Id, x.e.Cle)))];
    }

    static async Task<int> Deposer(NeuviemeDb db, Campagne c, EcheanceCampagne e, IReadOnlyList<Avancement> lieux, Auteur auteur, CancellationToken ct)
    {
        // Un établissement rouvert suit ses propres dates, pas celles de tous.
        var concernes = lieux.Where(l => e.Uai is null ? c.DerogationDe(l.Uai, auteur.Aujourdhui) is null : l.Uai == e.Uai)
            .Where(l => e.Genre == GenreEcheance.Ouverture ? l.Pour(c.Genre).Etape != EtapeCampagne.SansObjet || c.Genre == GenreCampagne.Preparer : l.Pour(c.Genre).Etape == EtapeCampagne.Reste).ToList();
        return await Destinataires.Deposer(db, c, e.Genre, e.Fin, concernes, e.Cle, auteur, reouverte: e.Uai is not null, ct);
    }

    static string Evenement(GenreEcheance genre) => genre switch
    {
        GenreEcheance.Ouverture => "campagne ouverte, courriels déposés",
        GenreEcheance.Rappel => "campagne rappelée à qui n’a pas fini",
        _ => "campagne close, courriels déposés",
    };
}
