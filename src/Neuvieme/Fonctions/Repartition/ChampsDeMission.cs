using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Repartition;

/// <summary>Une mission de la répartition, champ par champ et sous les mots de l'écran, pour dire ce qui diffère entre deux.</summary>
public static class ChampsDeMission
{
    public static IReadOnlyList<Changement> Entre(SaisieMission avant, SaisieMission apres, Plan plan)
    {
        var (a, b) = (De(avant, plan), De(apres, plan));
        return [.. a.Keys.Union(b.Keys).Select(c => new Changement(c, a.GetValueOrDefault(c, ""), b.GetValueOrDefault(c, ""))).Where(c => c.Avant != c.Apres)];
    }

    static Dictionary<string, string> De(SaisieMission s, Plan plan)
    {
        var champs = new Dictionary<string, string>(s.Besoin.Ecrits(s.Code))
        {
            ["Mission"] = Nomenclature.DeCode(s.Code)?.Libelle ?? s.Code,
            ["Intitulé"] = (s.Intitule ?? "").Trim(),
            ["Ce qui est attendu"] = (s.Contenu ?? "").Replace("\r", "", StringComparison.Ordinal).Trim(),
            ["Durée"] = Mission.EcrireDuree(s.Duree, s.Debut, s.Fin),
            ["Heures estimées"] = s.HeuresEstimees?.ToString() ?? "",
            ["Niveaux suivis"] = string.Join(", ", s.Niveaux),
        };
        foreach (var (part, i) in s.Parts.Select((p, i) => (p, i)))
        {
            var qui = plan.Affectations.FirstOrDefault(a => a.AgentId == part.AgentId)?.Agent?.NomComplet ?? "personne encore";
            champs[s.Parts.Count == 1 ? "Qui et à quel taux" : $"Part {i + 1}"] = $"{qui}, {Rendu.Euros(new Montant(part.Centimes))}{(string.IsNullOrWhiteSpace(part.Justification) ? "" : $" — {part.Justification.Trim()}")}";
        }

        return champs;
    }
}
