using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;

namespace Neuvieme.Fonctions.Instances;

/// <summary>Les missions cochées pour une séance, vérifiées de la même façon avant (dossier) et après (avis).</summary>
public sealed record ChoixDeMissions(IReadOnlyCollection<long> Missions, string? Lu)
{
    public IReadOnlyList<Refus> Verifier(Plan plan, Instance instance)
    {
        // Ce que l'instance a vu et qui n'est plus prévu se présente aussi : comme retiré.
        var connues = PlanPresente.De(plan).Concat(PlanPresente.VuesPar(plan, instance)).Select(l => l.MissionId).ToHashSet();
        if (connues.Count == 0)
        {
            return [new("", "La répartition est vide : il n’y a rien à présenter. Ajoutez d’abord les missions.")];
        }

        if (Lu is { Length: > 0 } && Lu != PlanPresente.Empreinte(plan))
        {
            return [new("", "La répartition a changé pendant votre saisie. La voici à jour : vérifiez les missions cochées, puis recommencez.")];
        }

        return Missions.Any(connues.Contains)
            ? Missions.All(connues.Contains) ? [] : [new(nameof(Missions), "Une mission cochée n’est pas dans cette répartition, ou n’y est plus : vérifiez la liste, puis recommencez.")]
            : [new(nameof(Missions), "Cochez les missions présentées ce jour-là : il en faut une au moins.")];
    }

    /// <summary>Une séance sur une année se tient dans cette année scolaire ou dans celle d'avant.</summary>
    public static IEnumerable<Refus> VerifierDate(string champ, Plan plan, DateOnly jour)
    {
        if (jour < plan.Annee.PremierJour.AddYears(-1) || jour > plan.Annee.DernierJour)
        {
            yield return new(champ, $"La date n’est pas celle d’une séance sur l’année {plan.Annee}.");
        }
    }
}
