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
    public static Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, Etablissement etablissement, AnneeScolaire annee, Auteur auteur, IReadOnlyCollection<LigneLue> lignes, CancellationToken ct = default) =>
        ChangerEtat.Executer(db, etablissement, annee, auteur, lignes, ActionAttribution.Proposer, "proposée au rectorat",
            (_, dossier) => dossier.Decision.Issue == Issue.Accordee ? null : ChangerEtat.Phrases(dossier.Decision.Motifs), ct: ct);
}

[Acces(Role.ChefEtablissement)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageAttributions(db, contexte)
{
    public Task<IActionResult> OnPostAsync(LigneLue[] lignes) => Changer(
        () => ProposerAuRecteur.Executer(Db, Contexte.Etablissement, Contexte.Annee, Contexte.Auteur, lignes, Ct),
        Francais.Nombre(lignes.Length, "attribution proposée", "attributions proposées") + " au rectorat.");
}
