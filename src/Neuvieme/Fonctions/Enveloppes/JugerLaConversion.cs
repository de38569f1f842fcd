using Neuvieme.Droit;
using Neuvieme.Droit.Decharge;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Repartition;

namespace Neuvieme.Fonctions.Enveloppes;

/// <summary>Le droit de la décharge appliqué à une conversion, dans l'état présent de l'établissement.</summary>
public static class JugerLaConversion
{
    /// <summary>Le constat qui reste toujours tant que le recteur n'a rien dit : il n'empêche pas de demander.</summary>
    public const string DecisionAttendue = "ARE-DECISION-ATTENDUE";

    /// <summary>Ce que l'écran montre : la décision qu'on attend du recteur est une étape, non un élément qui manque au dossier.</summary>
    public static Decision SansLAttente(Decision decision) => decision.Motifs.Any(m => m.Code == DecisionAttendue)
        ? decision with { Motifs = [.. decision.Motifs.Where(m => m.Code != DecisionAttendue)], Issue = decision.Motifs.All(m => m.Code == DecisionAttendue) ? Issue.Accordee : decision.Issue } : decision;

    public static Decision De(Plan plan, Conversion c) => Evaluation.Evaluer(Situation(plan, c), plan.Parametres);

    public static Situation Situation(Plan plan, Conversion c)
    {
        var affectation = plan.Affectations.FirstOrDefault(a => a.AgentId == c.AgentId);
        var agent = affectation?.Agent ?? c.Agent;
        return new()
        {
            Date = plan.Annee.PremierJour,
            Aujourdhui = plan.Jour,
            Annee = plan.Annee,
            Cadre = Cadre.Etablissement,
            HeuresCentiemes = c.HeuresCentiemes,
            Debut = c.Debut,
            // Une part en préparation n'a été ni demandée ni acceptée : l'agent n'en reçoit rien.
            ImpMemeMission = new Montant(plan.Attributions.Where(a => a.MissionId == c.MissionId && a.AgentId == c.AgentId && a.Etat.Engage()).Sum(a => a.Centimes)),
            Nature = NatureEtablissement.DeCode(plan.Etablissement.NatureCode),
            Secteur = plan.Etablissement.Secteur,
            Fonction = agent?.Fonction ?? Fonction.Inconnue,
            Corps = agent?.Corps ?? Corps.Inconnu,
            ServiceCompletCpge = affectation is null ? null : affectation.ServiceCompletCpge ?? (plan.Etablissement.PeutAvoirCpge ? null : false),
            Accord = c.AccordLe is null ? EtatAccord.Absent : EtatAccord.Donne,
            AccordLe = c.AccordLe,
            PropositionCaLe = c.PropositionCaLe,
            DemandeDasenLe = c.DemandeDasenLe,
            EnseignantsInformesLe = c.EnseignantsInformesLe,
            DecideePar = c.DecideePar,
            DecideeLe = c.DecideeLe,
            EnveloppeNotifiee = plan.Notifiee,
            EnveloppeEngagee = new Quotite(plan.Attributions.Where(a => a.Etat.Engage()).Sum(a => Plan.QuartsDe(a.Centimes)) + plan.QuartsConvertis(sauf: c.Id)),
        };
    }
}
