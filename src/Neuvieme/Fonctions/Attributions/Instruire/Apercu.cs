using Neuvieme.Droit;
using Neuvieme.Fonctions.Repartition;

namespace Neuvieme.Fonctions.Attributions.Instruire;

/// <summary>Une ligne de l'aperçu : ce qu'elle fera, ou ce qui l'empêche.</summary>
public sealed record LigneDApercu(Dossier Dossier, AttenteEtNotes Suivi, string Empechement, Mois? PremierePaie, int Rappels);

/// <summary>Ce qu'une décision en lot fera, en euros, avant qu'elle soit prise.</summary>
public sealed record Apercu(DecisionRectorat Decision, Plan Plan, IReadOnlyList<LigneDApercu> Lignes)
{
    public IReadOnlyList<LigneDApercu> Passent => [.. Lignes.Where(l => l.Empechement.Length == 0)];

    /// <summary>La dernière note importante que l'aperçu montre : celles d'après, personne ne les a lues.</summary>
    public long DerniereNote => Passent.Select(l => l.Suivi.DerniereNote).DefaultIfEmpty().Max();
    public Montant Total => new(Passent.Sum(l => l.Dossier.Attribution.Centimes));

    /// <summary>Validé dans l'établissement une fois la décision prise, en quarts d'IMP.</summary>
    public int ValideApres => Plan.Chiffres.Valide + (Decision == DecisionRectorat.Valider ? Plan.QuartsDe(Total.Centimes) : 0);

    public static Apercu De(Plan plan, IReadOnlyList<Dossier> dossiers, IReadOnlyDictionary<long, AttenteEtNotes> suivis, IReadOnlyCollection<LigneLue> lignes, DecisionRectorat decision, DateOnly jour)
    {
        List<LigneDApercu> apercus = [];
        foreach (var (id, version) in lignes.Distinct())
        {
            if (dossiers.FirstOrDefault(d => d.Attribution.Id == id) is not { } dossier)
            {
                continue;
            }

            var suivi = suivis.GetValueOrDefault(id) ?? AttenteEtNotes.Rien;
            var empechement = dossier.Attribution.Version != version ? "La ligne a changé depuis que vous l’avez lue."
                : suivi.Attend(jour) ? suivi.Empechement(jour)
                : decision == DecisionRectorat.Valider && dossier.Decision.Issue != Issue.Accordee ? ChangerEtat.Phrases(dossier.Decision.Motifs) : "";
            var paies = decision == DecisionRectorat.Valider
                ? (dossier.Decision.Montants?.Echeances ?? []).Select(e => (e.Mois, Paie: Echeancier.PayeeEn(e, jour, plan.Parametres.JourLimitePaie))).ToList() : [];
            apercus.Add(new(dossier, suivi, empechement, paies.Count > 0 ? paies[0].Paie : null, paies.Count(p => p.Paie != p.Mois)));
        }

        return new(decision, plan, apercus);
    }
}
