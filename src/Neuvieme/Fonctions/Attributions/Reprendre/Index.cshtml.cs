using Microsoft.AspNetCore.Mvc;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Attributions.Reprendre;

/// <summary>Remet une attribution en préparation et libère l'enveloppe ; après un refus de la personne, son nom n'y reste pas.</summary>
public static class ReprendreLaPreparation
{
    public static Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, Etablissement etablissement, AnneeScolaire annee, Auteur auteur, LigneLue ligne, CancellationToken ct = default)
    {
        var declinee = false;
        return ChangerEtat.Executer(db, etablissement, annee, auteur, [ligne], ActionAttribution.Reprendre, "préparation reprise",
            (_, dossier) =>
            {
                declinee = dossier.Attribution.Etat == EtatAttribution.AccordDecline;
                return null;
            },
            apres: (_, dossier) =>
            {
                if (declinee)
                {
                    (dossier.Attribution.AgentId, dossier.Attribution.Agent) = (null, null);
                }

                return Task.CompletedTask;
            }, ct: ct);
    }
}

[Acces(Role.ChefEtablissement)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageAttributions(db, contexte)
{
    public Task<IActionResult> OnPostAsync(LigneLue ligne) => Changer(
        () => ReprendreLaPreparation.Executer(Db, Contexte.Etablissement, Contexte.Annee, Contexte.Auteur, ligne, Ct),
        "La part est de nouveau en préparation et l’enveloppe est libérée.");
}
