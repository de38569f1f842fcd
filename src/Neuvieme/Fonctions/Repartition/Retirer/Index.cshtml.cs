using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Campagnes;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Enveloppes;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Fonctions.Repartition.Scenarios;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Repartition.Retirer;

/// <summary>Retire de la répartition une mission pour laquelle personne n'a encore été sollicité.</summary>
public sealed record RetirerMission(long Id, int Version)
{
    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, string uai, AnneeScolaire annee, Auteur auteur, CancellationToken ct = default)
    {
        await using var transaction = await db.Commencer(uai, ct);
        if (await Fenetres.Fermee(db, uai, annee.Debut, GenreCampagne.Preparer, auteur, ct) is { } ferme)
        {
            return [ferme];
        }

        var mission = await db.Missions.Include(m => m.Attributions).FirstOrDefaultAsync(m => m.Id == Id && m.Uai == uai && m.Annee == annee.Debut, ct);
        if (mission is null)
        {
            return [new("", "Cette mission n’est plus dans la répartition : elle a déjà été retirée.")];
        }

        if (mission.Version != Version)
        {
            throw new DbUpdateConcurrencyException();
        }

        if (mission.Attributions.FirstOrDefault(a => a.Etat != EtatAttribution.EnPreparation) is { } engagee)
        {
            return [new("", $"« {mission.Intitule} » ne se retire pas : une part est « {engagee.Etat.SansRefus().Libelle()} ». Reprenez d’abord cet accord depuis les attributions.")];
        }

        if (await db.Conversions.AsNoTracking().Where(c => c.MissionId == Id).ToListAsync(ct) is var decharges && decharges.FirstOrDefault(c => c.EstVivante) is { } vivante)
        {
            return [new("", $"« {mission.Intitule} » ne se retire pas : une décharge de {vivante.Heures} est {vivante.Libelle}. {(vivante.Etat == EtatConversion.Demandee ? "Retirez d’abord cette demande." : "Le recteur peut l’annuler.")}")];
        }

        await Scenario.Garder(db, uai, annee, auteur, $"avant de retirer « {mission.Intitule} »", ct);
        mission.Retirer(db, auteur.InstantUtc);
        await db.SaveChangesAsync(ct);
        var plume = new Plume(db, auteur, uai);
        plume.Noter("mission retirée", $"mission:{Id}", new { code = mission.Code, intitule = mission.Intitule });
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }
}

[Acces(Role.ChefEtablissement, Role.Secretariat)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    public IActionResult OnGet() => Redirect("/repartition");

    public async Task<IActionResult> OnPostAsync(long id, int version)
    {
        if (await Tenter(() => new RetirerMission(id, version).Executer(Db, Contexte.Etablissement.Uai, Contexte.Annee, Contexte.Auteur, Ct)))
        {
            Message = "La mission est retirée de la répartition.";
            return Redirect("/repartition");
        }

        return Page();
    }
}
