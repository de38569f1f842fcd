using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Candidatures.Clore;

/// <summary>L'appel finit aujourd'hui : plus aucune mission n'est montrée, les déclarations reçues restent au chef.</summary>
public sealed record CloreLAppel(int Version)
{
    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, string uai, AnneeScolaire annee, Auteur auteur, CancellationToken ct = default)
    {
        await using var transaction = await db.Commencer(uai, ct);
        if (await db.AppelsCandidatures.FirstOrDefaultAsync(a => a.Uai == uai && a.Annee == annee.Debut, ct) is not { } appel)
        {
            return [new("", "Aucun appel n’est publié : il n’y a rien à clore.")];
        }

        if (appel.Version != Version)
        {
            throw new DbUpdateConcurrencyException();
        }

        foreach (var mission in await db.Missions.Where(m => m.Uai == uai && m.Annee == annee.Debut && m.Publiee).ToListAsync(ct))
        {
            mission.Publiee = false;
        }

        if (appel.OuvertLe <= auteur.Aujourdhui && auteur.Aujourdhui < appel.FermeLe)
        {
            appel.FermeLe = auteur.Aujourdhui;
        }

        appel.Version++;
        var plume = new Plume(db, auteur, uai);
        plume.Noter("appel à candidatures clos", $"candidatures:{annee.Debut}");
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }
}

[Acces(Role.ChefEtablissement)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageCandidatures(db, contexte)
{
    public async Task<IActionResult> OnPostAsync(int version)
    {
        if (await Tenter(() => new CloreLAppel(version).Executer(Db, Contexte.Etablissement.Uai, Contexte.Annee, Contexte.Auteur, Ct)))
        {
            Message = "L’appel est clos : plus aucune mission n’est montrée aux personnels.";
            return Redirect("/candidatures");
        }

        await Charger(null);
        return Page();
    }
}
