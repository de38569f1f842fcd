using Microsoft.AspNetCore.Mvc;
using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Parametres;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Attributions.DemanderAccord;

/// <summary>Demande l'accord des personnes pressenties ; réserve l'enveloppe. Rien ne se propose sans cet accord (décret art. 1er et 6).</summary>
public static class DemanderLAccord
{
    public static async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, Etablissement etablissement, AnneeScolaire annee, Auteur auteur, IReadOnlyCollection<LigneLue> lignes, CancellationToken ct = default)
    {
        var delai = await Parametre.DelaiReponse(db, etablissement.AcademieCode, auteur.Aujourdhui, ct);
        return await ChangerEtat.Executer(db, etablissement, annee, auteur, lignes, ActionAttribution.DemanderAccord, "accord demandé", Verifier,
            apres: (_, dossier) =>
            {
                dossier.Attribution.RepondreAvant = auteur.Aujourdhui.AddDays(delai);
                return Task.CompletedTask;
            }, ct: ct);
    }

    static string? Verifier(Repartition.Plan plan, Dossier dossier)
    {
        if (dossier.Attribution.AgentId is null)
        {
            return "choisissez d’abord la personne pressentie.";
        }

        if (plan.LignesEnveloppe.Count == 0)
        {
            return "l’enveloppe n’est pas encore notifiée par le rectorat.";
        }

        if (dossier.Mission.Activites.Count == 0 && Nomenclature.DeCode(dossier.Mission.Code)?.Contenu.Count is not > 0)
        {
            return "écrivez d’abord ce qui est attendu : aucun texte national ne fixe ces tâches, et l’accord porte sur elles.";
        }

        // L'accord et les avis viennent après : on ne bloque que sur ce que le droit refuse, et sur ce que la personne doit lire avant de répondre.
        var motifs = dossier.Refus.Concat(dossier.Decision.Motifs.Where(m => m is { Gravite: Gravite.Manque, Rubrique: Rubrique.Paiement })).ToList();
        return motifs.Count > 0 ? ChangerEtat.Phrases(motifs) : null;
    }
}

[Acces(Role.ChefEtablissement)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageAttributions(db, contexte)
{
    public Task<IActionResult> OnPostAsync(LigneLue[] lignes) => Changer(
        () => DemanderLAccord.Executer(Db, Contexte.Etablissement, Contexte.Annee, Contexte.Auteur, lignes, Ct),
        Francais.Nombre(lignes.Length, "accord demandé", "accords demandés") + ". Chaque personne répond depuis « Mes missions ».", lignes);
}
