using Microsoft.AspNetCore.Mvc;
using Neuvieme.Droit;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Etablissements;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Suivi.Constater;

/// <summary>Le chef constate le service fait d'une mission ponctuelle : son seul versement en découle (décret art. 3).</summary>
public sealed record ConstaterLeServiceFait(long Id, DateOnly Le)
{
    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, Etablissement etablissement, AnneeScolaire annee, Auteur auteur, CancellationToken ct = default)
    {
        await using var transaction = await db.Commencer(etablissement.Uai, ct);
        var plan = await Plan.Charger(db, etablissement, annee, auteur.Aujourdhui, ct);
        if (plan.Missions.SelectMany(m => m.Attributions, (m, a) => (m, a)).FirstOrDefault(x => x.a.Id == Id) is not ({ Duree: Duree.Ponctuelle } mission, { Etat: EtatAttribution.Validee } attribution))
        {
            return [new("", "Le service fait se constate pour une mission ponctuelle validée par le rectorat.")];
        }

        if (attribution.ServiceFaitLe is { } deja)
        {
            return [new("", $"Le service fait est déjà constaté au {Francais.Date(deja)}.")];
        }

        if (Le > auteur.Aujourdhui)
        {
            return [new(nameof(Le), "Le service fait se constate une fois la mission exercée : la date est dans le futur.")];
        }

        attribution.ServiceFaitLe = Le;
        attribution.Version++;
        var decision = plan.Controler(mission, attribution);
        if (decision.Issue != Issue.Accordee || decision.Montants is not { Echeances: [var echeance] })
        {
            return [new(nameof(Le), ChangerEtat.Phrases(decision.Motifs))];
        }

        (await Echeanciers.Charger(db, [Id], ct)).Ecrire(plan, mission, attribution, decision, CauseDeVersion.ServiceFait, $"service fait constaté au {Francais.Date(Le)}", auteur);
        await db.SaveChangesAsync(ct);
        var plume = new Plume(db, auteur, etablissement.Uai);
        plume.Noter("service fait constaté", $"attribution:{Id}", null, new { le = Le, mois = echeance.Mois.ToString(), centimes = echeance.Brut.Centimes });
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }
}

[Acces(Role.ChefEtablissement)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    public IActionResult OnGet() => Redirect("/suivi");

    public async Task<IActionResult> OnPostAsync(long id, DateOnly le)
    {
        if (await Tenter(() => new ConstaterLeServiceFait(id, le).Executer(Db, Contexte.Etablissement, Contexte.Annee, Contexte.Auteur, Ct)))
        {
            Message = "Le service fait est constaté ; le versement est programmé.";
            return Redirect("/suivi");
        }

        return Page();
    }
}
