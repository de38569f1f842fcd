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
        var avant = EtatAttribution.EnPreparation;
        return ChangerEtat.Executer(db, etablissement, annee, auteur, [ligne], ActionAttribution.Reprendre, "préparation reprise",
            (_, dossier) =>
            {
                avant = dossier.Attribution.Etat;
                return null;
            },
            apres: async (plan, dossier) =>
            {
                if (avant.AUnAccord())
                {
                    await Avertir.DeLAccordRepris(db, plan, dossier, auteur, ct);
                }

                if (avant == EtatAttribution.AccordDecline)
                {
                    (dossier.Attribution.AgentId, dossier.Attribution.Agent) = (null, null);
                }
            }, ct: ct);
    }
}

/// <summary>Un accord donné ne se défait pas d'un clic à côté de « Proposer » : la page dit d'abord ce qu'il en devient.</summary>
[Acces(Role.ChefEtablissement)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    public Dossier? Dossier { get; private set; }

    public async Task<IActionResult> OnGetAsync(LigneLue ligne)
    {
        await Charger(ligne.Id);
        return Dossier is null || Transitions.Suivant(Dossier.Attribution.Etat, ActionAttribution.Reprendre) is null ? Redirect("/attributions") : Page();
    }

    public async Task<IActionResult> OnPostAsync(LigneLue ligne)
    {
        if (await Tenter(() => ReprendreLaPreparation.Executer(Db, Contexte.Etablissement, Contexte.Annee, Contexte.Auteur, ligne, Ct)))
        {
            Message = "La part est de nouveau en préparation et l’enveloppe est libérée.";
            return Redirect("/attributions");
        }

        return Page();
    }

    async Task Charger(long id)
    {
        var plan = await Contexte.Plan(Ct);
        Dossier = plan.Missions.SelectMany(m => m.Attributions, (m, a) => (m, a)).Where(x => x.a.Id == id).Select(x => new Dossier(x.m, x.a, plan.Controler(x.m, x.a))).FirstOrDefault();
    }
}
