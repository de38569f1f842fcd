using Microsoft.AspNetCore.Mvc;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Fonctions.Suivi.Interrompre;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Suivi.AnnulerInterruption;

/// <summary>Enregistrée par erreur : elle reste lisible avec son motif, et l'échéancier se récrit comme si elle n'avait pas eu lieu.</summary>
public sealed record AnnulerUneInterruption(long Id, long InterruptionId, int Version, string Motif)
{
    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, Etablissement etablissement, AnneeScolaire annee, Auteur auteur, CancellationToken ct = default)
    {
        if (string.IsNullOrWhiteSpace(Motif) || Motif.Length > 500)
        {
            return [new("motif", "Écrivez pourquoi, en 500 caractères au plus.")];
        }

        await using var transaction = await db.Commencer(etablissement.Uai, ct);
        var plan = await Plan.Charger(db, etablissement, annee, auteur.Aujourdhui, ct);
        if (plan.Missions.SelectMany(m => m.Attributions, (m, a) => (m, a)).FirstOrDefault(x => x.a.Id == Id) is not ({ } mission, { AgentId: not null } attribution))
        {
            return [new("", "Cette attribution n’est pas de votre établissement ou n’existe plus.")];
        }

        var echeanciers = await Echeanciers.Charger(db, [Id], ct);
        if (attribution.Version != Version || echeanciers.EnVigueur(Id).FirstOrDefault(i => i.Id == InterruptionId) is not { } interruption)
        {
            return [new("", "La mission a changé depuis que vous l’avez lue. La voici à jour : vérifiez, puis recommencez.")];
        }

        interruption.Annuler(Motif.Trim(), auteur);
        var prevision = InterrompreMission.Prevoir(echeanciers.Parametres(plan, Id), annee, attribution, echeanciers.EnVigueur(Id));
        if (prevision.Reponse.Issue != Issue.Accordee)
        {
            db.ChangeTracker.Clear();
            return [new("", ChangerEtat.Phrases(prevision.Reponse.Motifs))];
        }

        var explication = $"annulé : {interruption.Phrase}";
        echeanciers.Ecrire(plan, mission, attribution, plan.Controler(mission, attribution), CauseDeVersion.Correction, explication, auteur);
        attribution.Version++;
        await InterrompreMission.Avertir(db, plan, mission, attribution, [interruption.Remplacant?.CompteId], auteur, ct);
        await db.SaveChangesAsync(ct);
        var plume = new Plume(db, auteur, etablissement.Uai);
        plume.Noter("interruption annulée", $"attribution:{Id}", new { quoi = interruption.Phrase }, null, Motif.Trim());
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
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
            Message = "La ligne est annulée : l’échéancier est récrit.";
            return Redirect($"/suivi/interrompre/{id}");
        }

        return await Charger(id) ? Page() : NotFound();
    }
}
