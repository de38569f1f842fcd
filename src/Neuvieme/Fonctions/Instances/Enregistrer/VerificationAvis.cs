using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Mission = Neuvieme.Fonctions.Repartition.Mission;

namespace Neuvieme.Fonctions.Instances.Enregistrer;

/// <summary>Ce qui empêche d'enregistrer un avis : pas d'instance, l'ordre des conseils, des voix qui ne se peuvent pas.</summary>
static class VerificationAvis
{
    public static IEnumerable<Refus> Instance(Plan plan, Instance instance)
    {
        if (Noms.SansConseils(plan))
        {
            yield return new("", "Établissement privé sous contrat : il n’y a pas d’avis à recueillir. Informez tous les enseignants de la répartition.");
        }
        else if (instance is not (Instances.Instance.ConseilPedagogique or Instances.Instance.ConseilAdministration))
        {
            yield return new("", "Choisissez le conseil pédagogique ou le conseil d’administration.");
        }
    }

    public static IEnumerable<Refus> Ordre(Plan plan, EnregistrerAvis a, IReadOnlyList<LignePresentee> lignes)
    {
        if (a.RenduLe > plan.Jour)
        {
            yield return new(nameof(a.RenduLe), "La date est dans le futur : enregistrez l’avis une fois rendu.");
        }

        foreach (var refus in ChoixDeMissions.VerifierDate(nameof(a.RenduLe), plan, a.RenduLe))
        {
            yield return refus;
        }

        if (plan.Avis.Any(x => x.Instance == a.Instance && x.RenduLe == a.RenduLe))
        {
            yield return new(nameof(a.RenduLe), "Un avis de cette instance est déjà enregistré à cette date.");
        }

        // Présentée comme retirée, une mission n'a plus d'ordre à respecter.
        var missions = lignes.Where(l => !l.EstRetiree).Select(EnMission).ToList();
        foreach (var refus in a.Instance == Instances.Instance.ConseilAdministration ? ApresLePedagogique(plan, a, missions) : AvantLAdministration(plan, a, missions))
        {
            yield return refus;
        }
    }

    static IEnumerable<Refus> ApresLePedagogique(Plan plan, EnregistrerAvis a, List<Mission> missions)
    {
        if (plan.DernierAvis(Instances.Instance.ConseilPedagogique) is null)
        {
            yield return new("", "Le conseil pédagogique donne son avis avant le conseil d’administration (décret n° 2015-475, art. 8). Enregistrez-le d’abord.");
            yield break;
        }

        var dates = missions.Select(m => (Mission: m, Premier: plan.AvisVus.FirstOrDefault(v => v.Avis.Instance == Instances.Instance.ConseilPedagogique && v.APorteSur(m))?.Avis.RenduLe)).ToList();
        if (dates.Where(d => d.Premier is null).Select(d => $"« {d.Mission.Intitule} »").ToList() is { Count: > 0 } pasVues)
        {
            yield return new("", $"Le conseil pédagogique n’a pas vu {string.Join(", ", pasVues)} : présentez-lui d’abord ce complément, ou décochez ce qui n’a pas été présenté au conseil d’administration (décret n° 2015-475, art. 8).");
        }

        if (dates.Max(d => d.Premier) is { } cp && cp > a.RenduLe)
        {
            yield return new(nameof(a.RenduLe), $"Le conseil pédagogique a rendu son avis le {Francais.Date(cp)} : le conseil d’administration ne peut l’avoir rendu avant (décret n° 2015-475, art. 8).");
        }
    }

    /// <summary>Un premier avis du conseil pédagogique ne peut suivre celui du conseil d'administration sur la même mission.</summary>
    static IEnumerable<Refus> AvantLAdministration(Plan plan, EnregistrerAvis a, List<Mission> missions)
    {
        var aRebours = missions.Where(m => plan.AvisSur(m) is { ConseilPedagogique: null, ConseilAdministration: { } ca } && ca < a.RenduLe).Select(m => $"« {m.Intitule} »").ToList();
        if (aRebours.Count > 0)
        {
            yield return new(nameof(a.RenduLe), $"Le conseil d’administration s’est déjà prononcé sur {string.Join(", ", aRebours)} : l’avis du conseil pédagogique le précède (décret n° 2015-475, art. 8). Retirez d’abord l’avis mal daté.");
        }
    }

    public static IEnumerable<Refus> Voix(EnregistrerAvis a)
    {
        if (new[] { a.Pour, a.Contre, a.Abstentions, a.Membres, a.Presents }.Any(n => n is < 0 or > 100))
        {
            yield return new("", "Les voix et les membres se comptent de 0 à 100.");
            yield break;
        }

        if (!Enum.IsDefined(a.Sens))
        {
            yield return new(nameof(a.Sens), "Choisissez le sens de l’avis.");
        }

        var contredit = a.Sens switch
        {
            SensAvis.Favorable => a.Pour < a.Contre || a.Pour == 0,
            SensAvis.Defavorable => a.Contre < a.Pour || a.Contre == 0,
            SensAvis.Partage => a.Pour is not null && a.Contre is not null && a.Pour != a.Contre,
            _ => a.Pour > 0 || a.Contre > 0,
        };
        if (contredit)
        {
            yield return new(nameof(a.Sens), a.Sens == SensAvis.PrisActe ? "Une instance qui prend acte ne vote pas : effacez les voix, ou changez le sens de l’avis."
                : "Le sens de l’avis contredit le décompte des voix : vérifiez l’un et l’autre.");
        }

        if (a.Presents > a.Membres)
        {
            yield return new(nameof(a.Presents), "Il y a plus de présents que de membres.");
        }

        if ((a.Pour ?? 0) + (a.Contre ?? 0) + (a.Abstentions ?? 0) is var voix && voix > (a.Presents ?? a.Membres))
        {
            yield return new(nameof(a.Presents), $"Il y a {voix} voix pour {(a.Presents is { } p ? Francais.Nombre(p, "présent") : Francais.Nombre(a.Membres!.Value, "membre"))} : vérifiez le décompte.");
        }

        if (a.Observations.Length > 4000)
        {
            yield return new(nameof(a.Observations), "Les observations ont au plus 4 000 caractères.");
        }
    }

    static Mission EnMission(LignePresentee l) => new()
    {
        Id = l.MissionId, Uai = "", Code = l.Code, Intitule = l.Intitule, Duree = l.Duree == nameof(Duree.AnneeEntiere) ? Duree.AnneeEntiere : Duree.Ponctuelle,
    };
}
