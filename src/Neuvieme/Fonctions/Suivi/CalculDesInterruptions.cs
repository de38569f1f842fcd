using Neuvieme.Droit;
using Neuvieme.Droit.Versements;
using Neuvieme.Fonctions.Attributions;

namespace Neuvieme.Fonctions.Suivi;

/// <summary>Traduit les interruptions enregistrées en question posée au droit, et sa réponse en lignes dues.</summary>
public static class CalculDesInterruptions
{
    public static Reponse<Ventilation> Ventiler(Droit.Parametres parametres, AnneeScolaire annee, Attribution a, IReadOnlyList<Interruption> interruptions) => Suppleance.Ventiler(
        new MissionAnnuelle(a.Montant, annee, Nom(a.AgentId!.Value))
        {
            Contractuel = EstContractuel(a.Agent),
            ArretLe = interruptions.FirstOrDefault(i => i.Genre == GenreDInterruption.Arret)?.Du,
            Remplacements = [.. interruptions.Where(i => i.Genre == GenreDInterruption.Remplacement).Select(i => new Remplacement(Nom(i.RemplacantId!.Value), i.Periode))],
            Conges = [.. interruptions.Where(i => i.Genre == GenreDInterruption.Conge).Select(i => new Conge(i.Nature, i.Periode) { AccordeLe = i.AccordeLe, JoursDejaPris = i.JoursDejaPris, SansCarence = i.SansCarence, Proportion = i.Proportion, RequalifieLe = i.RequalifieLe })],
        },
        parametres);

    public static bool? EstContractuel(Personnels.Agent? agent) => agent?.Corps is null or Corps.Inconnu ? null : agent.Corps is Corps.Contractuel or Corps.MaitreAuxiliaire;

    /// <summary>Le titulaire a toujours ses neuf lignes : un mois passé à un remplaçant se lit zéro, il ne disparaît pas.</summary>
    public static IReadOnlyList<LigneDue> Lignes(Ventilation ventilation, long titulaire)
    {
        List<LigneDue> lignes = [.. ventilation.Versements.Select(v => new LigneDue(long.Parse(v.Beneficiaire, System.Globalization.CultureInfo.InvariantCulture), new(v.Rang, v.Mois, v.Brut, v.NetEstime)))];
        lignes.AddRange(ventilation.Neuviemes.Where(n => !lignes.Any(l => l.AgentId == titulaire && l.Echeance.Rang == n.Rang)).Select(n => new LigneDue(titulaire, new(n.Rang, n.Mois, Montant.Zero, Montant.Zero))));
        return [.. lignes.OrderBy(l => l.Echeance.Rang).ThenByDescending(l => l.AgentId == titulaire)];
    }

    static string Nom(long agent) => agent.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
