using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Campagnes;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Fonctions.Repartition.Scenarios;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Repartition.Reconduire;

/// <summary>Une mission de l'an dernier, ce qui l'empêche de revenir telle quelle, et qui la tenait.</summary>
public sealed record MissionPassee(Mission Mission, string? Empechement, bool DejaReprise, IReadOnlyList<string> Titulaires)
{
    /// <summary>Ce que la reprendre ajouterait à la répartition : toutes ses parts, même celle que personne n'a acceptée.</summary>
    public int Quarts => ReconduireMissions.Parts(Mission).Sum(Plan.QuartsDe);
}

/// <summary>
/// Reprend les missions de l'année précédente : le besoin, son contenu, ses heures et ses taux ; jamais les personnes, dont l'accord se
/// redemande chaque année, ni les dates. Les faits qui changent d'une année à l'autre ne se reprennent que si le chef les confirme.
/// </summary>
public sealed record ReconduireMissions(IReadOnlyCollection<long> Ids, bool FaitsConfirmes)
{
    public static async Task<IReadOnlyList<MissionPassee>> Passees(NeuviemeDb db, string uai, AnneeScolaire annee, CancellationToken ct)
    {
        var passees = await db.Missions.AsNoTracking().Include(m => m.Attributions.OrderBy(a => a.Id)).ThenInclude(a => a.Agent).AsSingleQuery()
            .Where(m => m.Uai == uai && m.Annee == annee.Debut - 1).OrderBy(m => m.Code).ThenBy(m => m.Id).ToListAsync(ct);
        var presentes = await db.Missions.AsNoTracking().Where(m => m.Uai == uai && m.Annee == annee.Debut).Select(m => new { m.Code, m.Intitule, m.CleSaisie }).ToListAsync(ct);
        return [.. passees.Select(m => new MissionPassee(
            m, Empechement(m, annee), presentes.Any(p => p.CleSaisie == Cle(m.Id, annee) || (p.Code == m.Code && p.Intitule == m.Intitule)),
            [.. m.Attributions.Where(a => a is { Etat: EtatAttribution.Validee, Agent: not null }).Select(a => a.Agent!.NomComplet)]))];
    }

    static string? Empechement(Mission m, AnneeScolaire annee) => Nomenclature.DeCode(m.Code) is null ? "Cette mission n’est plus dans la nomenclature."
        : Parts(m).Count == 0 ? "Le rectorat l’avait refusée : ajoutez-la à la main si le besoin existe."
        : Parts(m).Any(c => TauxImp.DeMontant(new Montant(c), annee.PremierJour) is null) ? "Son taux n’existe plus : ajoutez-la à la main." : null;

    /// <summary>Un taux par part ; une part refusée par le rectorat n'était pas un besoin reconnu.</summary>
    public static List<long> Parts(Mission m) => [.. m.Attributions.Where(a => a.Etat != EtatAttribution.Refusee).Select(a => a.Centimes)];

    /// <summary>La même mission reprise deux fois, par un double clic ou par deux personnes, n'est reprise qu'une fois.</summary>
    static Guid Cle(long missionId, AnneeScolaire annee) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"reconduire {missionId} {annee.Debut}")).AsSpan(0, 16));

    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, string uai, AnneeScolaire annee, Auteur auteur, CancellationToken ct = default)
    {
        if (Ids.Count == 0)
        {
            return [new("", "Cochez au moins une mission à reprendre.")];
        }

        await using var transaction = await db.Commencer(uai, ct);
        if (await Fenetres.Fermee(db, uai, annee.Debut, GenreCampagne.Preparer, auteur, ct) is { } ferme)
        {
            return [ferme];
        }

        var choisies = (await Passees(db, uai, annee, ct)).Where(p => Ids.Contains(p.Mission.Id)).ToList();
        if (choisies.Count != Ids.Distinct().Count())
        {
            return [new("", "Une mission cochée n’existe pas dans l’année précédente de cet établissement : rechargez la page.")];
        }

        var refus = choisies.Where(p => p.Empechement is not null).Select(p => new Refus("", $"{p.Mission.Intitule} : {p.Empechement}"))
            .Concat(choisies.Where(p => p.DejaReprise).Select(p => new Refus("", $"{p.Mission.Intitule} est déjà dans la répartition {annee}."))).ToList();
        if (refus.Count > 0)
        {
            return refus;
        }

        await Scenario.Garder(db, uai, annee, auteur, $"avant de reprendre {Francais.Nombre(choisies.Count, "mission")} de {annee.Debut - 1}-{annee.Debut}", ct);
        var plume = new Plume(db, auteur, uai);
        foreach (var (ancienne, _, _, _) in choisies)
        {
            var mission = Copier(ancienne, annee);
            db.Missions.Add(mission);
            await db.SaveChangesAsync(ct);
            plume.Noter("mission reconduite", $"mission:{mission.Id}", null, new { code = mission.Code, intitule = mission.Intitule, centimes = Parts(ancienne).Sum() });
        }

        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }

    Mission Copier(Mission ancienne, AnneeScolaire annee)
    {
        var mission = new Mission
        {
            Uai = ancienne.Uai, Annee = annee.Debut, Code = ancienne.Code, Intitule = ancienne.Intitule, Contenu = ancienne.Contenu, Duree = ancienne.Duree,
            HeuresEstimees = ancienne.HeuresEstimees, Niveaux = ancienne.Niveaux, EstTechnologie = ancienne.EstTechnologie, CleSaisie = Cle(ancienne.Id, annee), Version = 1,
        };
        if (FaitsConfirmes)
        {
            mission.Besoin = ancienne.Besoin;
        }

        mission.Attributions.AddRange(ancienne.Attributions.Where(a => a.Etat != EtatAttribution.Refusee)
            .Select(a => new Attribution { Uai = ancienne.Uai, Annee = annee.Debut, Centimes = a.Centimes, Justification = FaitsConfirmes ? a.Justification : "" }));
        return mission;
    }
}
