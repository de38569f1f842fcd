using Microsoft.AspNetCore.Mvc;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Attributions.Proposer;

/// <summary>Le chef d'établissement propose au recteur les décisions individuelles (décret art. 9) : complètes, sinon rien ne part.</summary>
public static class ProposerAuRecteur
{
    const int LongueurDeReponse = 2000;

    /// <param name="reponses">Pour une ligne renvoyée, ce que l'établissement répond au motif du rectorat.</param>
    public static Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, Etablissement etablissement, AnneeScolaire annee, Auteur auteur, IReadOnlyCollection<LigneLue> lignes, IReadOnlyDictionary<long, string?>? reponses = null, CancellationToken ct = default) =>
        ChangerEtat.Executer(db, etablissement, annee, auteur, lignes, ActionAttribution.Proposer, "proposée au rectorat",
            (_, dossier) => dossier.Decision.Issue == Issue.Accordee ? Muette(dossier, reponses) : ChangerEtat.Phrases(dossier.Decision.Motifs),
            id => new((reponses?.GetValueOrDefault(id) ?? "").Trim()),
            apres: (_, dossier) =>
            {
                var (mission, attribution) = (dossier.Mission, dossier.Attribution);
                if (Proposition.Depuis(attribution.PropositionFigee, mission, attribution) is { Count: > 0 } changements)
                {
                    db.Amendements.Add(Amendement.De(attribution.Id, changements, attribution.ReponseRectification, auteur));
                }

                attribution.PropositionFigee = Proposition.Figer(mission, attribution);
                return Task.CompletedTask;
            }, ct: ct);

    static string? Muette(Dossier dossier, IReadOnlyDictionary<long, string?>? reponses)
    {
        var attribution = dossier.Attribution;
        var reponse = reponses?.GetValueOrDefault(attribution.Id) ?? "";
        return attribution.Etat == EtatAttribution.ARectifier && string.IsNullOrWhiteSpace(reponse) ? "répondez au rectorat : dites ce que vous avez corrigé, ou pourquoi rien n’était à corriger."
            : string.IsNullOrWhiteSpace(reponse) && Proposition.Depuis(attribution.PropositionFigee, dossier.Mission, attribution).Count > 0 ? "elle a changé depuis que le rectorat l’a lue : dites-lui pourquoi."
            : reponse.Length > LongueurDeReponse ? "la réponse a au plus 2 000 caractères." : null;
    }
}

[Acces(Role.ChefEtablissement)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageAttributions(db, contexte)
{
    public Task<IActionResult> OnPostAsync(LigneLue[] lignes) => Changer(
        () => ProposerAuRecteur.Executer(Db, Contexte.Etablissement, Contexte.Annee, Contexte.Auteur, lignes, Reponses, Ct),
        Francais.Nombre(lignes.Length, "attribution proposée", "attributions proposées") + " au rectorat.", lignes);
}
