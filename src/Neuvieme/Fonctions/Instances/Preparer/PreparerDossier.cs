using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Campagnes;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Instances.Preparer;

/// <summary>
/// Fige le dossier d'une séance à venir : les missions cochées, l'enveloppe, l'an dernier ; et, à part, les noms si on les demande.
/// Tant qu'un avis ne s'y rattache pas, il n'engage rien.
/// </summary>
public sealed record PreparerDossier(Instance Instance, DateOnly SeanceLe, IReadOnlyCollection<long> Missions, bool Complement = false, bool Nominatif = false, Guid? CleSaisie = null, string? Lu = null)
{
    /// <summary>Le dossier fait, ou déjà fait par le même formulaire.</summary>
    public long Id { get; private set; }

    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, Etablissement etablissement, AnneeScolaire annee, Auteur auteur, CancellationToken ct = default)
    {
        await using var transaction = await db.Commencer(etablissement.Uai, ct);
        if (CleSaisie is not null && await db.DossiersInstance.AsNoTracking().Where(d => d.Uai == etablissement.Uai && d.CleSaisie == CleSaisie).Select(d => d.Id).FirstOrDefaultAsync(ct) is > 0 and var deja)
        {
            Id = deja;
            return [];
        }

        if (await Fenetres.Fermee(db, etablissement.Uai, annee.Debut, GenreCampagne.Preparer, auteur, ct) is { } ferme)
        {
            return [ferme];
        }

        var plan = await Plan.Charger(db, etablissement, annee, auteur.Aujourdhui, ct);
        if (Verifier(plan) is { Count: > 0 } refus)
        {
            return refus;
        }

        var dossier = await DossierInstance.Figer(db, plan, Instance, SeanceLe, Complement, Missions, auteur, ct);
        dossier.CleSaisie = CleSaisie;
        if (Nominatif)
        {
            dossier.Nommer(plan, Missions);
        }

        db.DossiersInstance.Add(dossier);
        await db.SaveChangesAsync(ct);
        Id = dossier.Id;
        var plume = new Plume(db, auteur, etablissement.Uai);
        plume.Noter("dossier préparé", $"dossier:{Id}", null, new { instance = Instance.ToString(), seance = SeanceLe, complement = Complement, missions = Missions.Distinct().Count(), nominatif = Nominatif });
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }

    List<Refus> Verifier(Plan plan)
    {
        if (!Enum.IsDefined(Instance) || Noms.SansConseils(plan) != (Instance == Instance.Enseignants))
        {
            return [new("", Noms.SansConseils(plan) ? "Établissement privé sous contrat : il n’y a pas de conseil à réunir. Informez tous les enseignants de la répartition." : "Choisissez le conseil pédagogique ou le conseil d’administration.")];
        }

        List<Refus> refus = [.. ChoixDeMissions.VerifierDate(nameof(SeanceLe), plan, SeanceLe), .. new ChoixDeMissions(Missions, Lu).Verifier(plan, Instance)];
        if (Complement && refus.Count == 0 && !PlanPresente.Ecarts(plan, Instance).Select(e => e.Ligne.MissionId).ToHashSet().IsSupersetOf(Missions))
        {
            refus.Add(new(nameof(Missions), "Une mission cochée n’a pas changé depuis ce qui a été présenté : un complément ne porte que sur les différences."));
        }

        if (Instance == Instance.ConseilAdministration && plan.Avis.FirstOrDefault(a => a.Instance == Instance.ConseilPedagogique)?.RenduLe is { } cp && SeanceLe < cp)
        {
            refus.Add(new(nameof(SeanceLe), $"Le conseil pédagogique a rendu son avis le {Francais.Date(cp)} : le conseil d’administration se réunit ensuite (décret n° 2015-475, art. 8)."));
        }

        return refus;
    }
}
