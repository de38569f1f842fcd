using Neuvieme.Droit;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;

namespace Neuvieme.Fonctions.Instances.Enregistrer;

/// <summary>Enregistre l'avis d'une instance sur les missions présentées (toutes quand <see cref="Missions"/> est nul) et fige ce qui lui a été présenté ; le conseil pédagogique passe avant le conseil d'administration (décret art. 8).</summary>
public sealed record EnregistrerAvis(Instance Instance, DateOnly RenduLe, SensAvis Sens, int? Pour, int? Contre, int? Abstentions, string Observations, IReadOnlyCollection<long>? Missions = null)
{
    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, Etablissement etablissement, AnneeScolaire annee, Auteur auteur, CancellationToken ct = default)
    {
        await using var transaction = await db.Commencer(etablissement.Uai, ct);
        var plan = await Plan.Charger(db, etablissement, annee, auteur.Aujourdhui, ct);
        if (Verifier(plan, auteur.Aujourdhui) is { Count: > 0 } refus)
        {
            return refus;
        }

        var avis = new Avis
        {
            Uai = etablissement.Uai, Annee = annee.Debut, Instance = Instance, RenduLe = RenduLe, Sens = Sens, Pour = Pour, Contre = Contre, Abstentions = Abstentions,
            Observations = Observations.Trim(), PlanPresente = PlanPresente.Figer(plan, Missions), Auteur = auteur.Nom, InstantUtc = auteur.InstantUtc,
        };
        db.Avis.Add(avis);
        await db.SaveChangesAsync(ct);
        var plume = new Plume(db, auteur, etablissement.Uai);
        plume.Noter("avis enregistré", $"avis:{avis.Id}", null, new { instance = Instance.ToString(), renduLe = RenduLe, sens = Sens.ToString(), pour = Pour, contre = Contre, abstentions = Abstentions, missions = Presentees(plan).Count });
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }

    List<Mission> Presentees(Plan plan) => [.. plan.Missions.Where(m => Missions?.Contains(m.Id) != false)];

    List<Refus> Verifier(Plan plan, DateOnly aujourdhui)
    {
        List<Refus> refus = [];
        if (plan.Missions.Count == 0)
        {
            refus.Add(new("", "La répartition est vide : il n’y a rien à présenter. Ajoutez d’abord les missions."));
        }

        else if (Presentees(plan).Count == 0)
        {
            refus.Add(new(nameof(Missions), "Cochez les missions présentées ce jour-là : il en faut une au moins."));
        }

        if (RenduLe > aujourdhui)
        {
            refus.Add(new(nameof(RenduLe), "La date est dans le futur : enregistrez l’avis une fois rendu."));
        }

        if (RenduLe < plan.Annee.PremierJour.AddYears(-1) || RenduLe > plan.Annee.DernierJour)
        {
            refus.Add(new(nameof(RenduLe), $"La date n’est pas celle d’un avis sur l’année {plan.Annee}."));
        }

        var pedagogique = plan.DernierAvis(Instance.ConseilPedagogique);
        if (Instance == Instance.ConseilAdministration && pedagogique is null)
        {
            refus.Add(new("", "Le conseil pédagogique donne son avis avant le conseil d’administration (décret n° 2015-475, art. 8). Enregistrez-le d’abord."));
        }
        else if (Instance == Instance.ConseilAdministration && RenduLe < pedagogique)
        {
            refus.Add(new(nameof(RenduLe), $"Le conseil pédagogique a rendu son avis le {Francais.Date(pedagogique.Value)} : le conseil d’administration ne peut l’avoir rendu avant (décret n° 2015-475, art. 8)."));
        }

        // Un premier avis du conseil pédagogique ne peut suivre celui du conseil d'administration sur la même mission.
        var aRebours = Instance == Instance.ConseilPedagogique
            ? Presentees(plan).Where(m => plan.AvisSur(m) is { ConseilPedagogique: null, ConseilAdministration: { } ca } && ca < RenduLe).Select(m => $"« {m.Intitule} »").ToList() : [];
        if (aRebours.Count > 0)
        {
            refus.Add(new(nameof(RenduLe), $"Le conseil d’administration s’est déjà prononcé sur {string.Join(", ", aRebours)} : l’avis du conseil pédagogique le précède (décret n° 2015-475, art. 8). Retirez d’abord l’avis mal daté."));
        }

        var pasVues = Instance == Instance.ConseilAdministration && pedagogique is not null
            ? Presentees(plan).Where(m => plan.AvisSur(m).ConseilPedagogique is null).Select(m => $"« {m.Intitule} »").ToList() : [];
        if (pasVues.Count > 0)
        {
            refus.Add(new("", $"Le conseil pédagogique n’a pas vu {string.Join(", ", pasVues)} : présentez-lui d’abord ce complément, ou décochez ce qui n’a pas été présenté au conseil d’administration (décret n° 2015-475, art. 8)."));
        }

        if ((Sens == SensAvis.Favorable && Pour < Contre) || (Sens == SensAvis.Defavorable && Contre < Pour))
        {
            refus.Add(new(nameof(Sens), "Le sens de l’avis contredit le décompte des voix : vérifiez l’un et l’autre."));
        }

        if (Pour < 0 || Contre < 0 || Abstentions < 0 || Pour > 100 || Contre > 100 || Abstentions > 100)
        {
            refus.Add(new("", "Les voix se comptent de 0 à 100."));
        }

        if (plan.Avis.Any(a => a.Instance == Instance && a.RenduLe == RenduLe))
        {
            refus.Add(new(nameof(RenduLe), "Un avis de cette instance est déjà enregistré à cette date."));
        }

        return refus;
    }
}
