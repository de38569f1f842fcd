using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Suivi.Interrompre;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Suivi.AnnulerInterruption;

/// <summary>
/// Enregistrée par erreur : elle reste lisible avec son motif, et l'échéancier se récrit comme si elle n'avait pas eu lieu. Une ligne
/// visée ne s'annule qu'avec un nouveau visa.
/// </summary>
public sealed record AnnulerUneInterruption(long Id, long InterruptionId, int Version, string Motif)
{
    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, Etablissement etablissement, AnneeScolaire annee, Auteur auteur, CancellationToken ct = default)
    {
        if (string.IsNullOrWhiteSpace(Motif) || Motif.Length > 500)
        {
            return [new("motif", "Écrivez pourquoi, en 500 caractères au plus.")];
        }

        return await ChangerLesInterruptions.Executer(db, etablissement, annee, auteur, Id, Version, (_, _, _, vivantes) =>
        {
            if (vivantes.FirstOrDefault(i => i.Id == InterruptionId) is not { AnnulationDemandeeUtc: null } interruption)
            {
                return GesteSurLaMission.Impossible(new Refus("", "Cette ligne n’est plus en vigueur. La mission est à jour ci-dessous : vérifiez, puis recommencez."));
            }

            // Ce que le rectorat a visé, lui seul le défait ; une suite demandée à cette ligne n'a plus d'objet.
            if (interruption.Visa == EtatDuVisa.Vise)
            {
                foreach (var suite in vivantes.Where(i => i.RemplaceeId == interruption.Id))
                {
                    suite.Annuler(Motif.Trim(), auteur);
                }

                interruption.DemanderLAnnulation(Motif.Trim(), auteur);
                return new(default, "", [], "annulation demandée au rectorat", null, new { quoi = interruption.Phrase }, Motif.Trim());
            }

            interruption.Annuler(Motif.Trim(), auteur);
            return new(CauseDeVersion.Correction, $"annulé : {interruption.Phrase}", [interruption.Remplacant?.CompteId], "interruption annulée", new { quoi = interruption.Phrase }, null, Motif.Trim());
        }, ct);
    }
}

[Acces(Role.ChefEtablissement)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageInterruption(db, contexte)
{
    public IActionResult OnGet() => Redirect("/suivi");

    public async Task<IActionResult> OnPostAsync(long id, long interruption, int version, string? motif)
    {
        if (await Tenter(() => new AnnulerUneInterruption(id, interruption, version, motif ?? "").Executer(Db, Contexte.Etablissement, Contexte.Annee, Contexte.Auteur, Ct)))
        {
            Message = await Db.Interruptions.AnyAsync(i => i.Id == interruption && i.AnnuleeUtc == null, Ct)
                ? "L’annulation est demandée : la ligne vaut jusqu’au visa du rectorat."
                : "La ligne est annulée. L’échéancier est récrit si elle y comptait.";
            return Redirect($"/suivi/interrompre/{id}");
        }

        return await Charger(id) ? Page() : NotFound();
    }
}
