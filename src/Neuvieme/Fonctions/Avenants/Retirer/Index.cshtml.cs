using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Avenants.Retirer;

/// <summary>Le chef retire un avenant qui n'est pas encore appliqué : ce qui était convenu demeure.</summary>
[Acces(Role.ChefEtablissement)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    public IActionResult OnGet() => Redirect("/attributions");

    public async Task<IActionResult> OnPostAsync(long id, int version)
    {
        var uai = Contexte.Etablissement.Uai;
        if (await Db.Avenants.AsNoTracking().Where(a => a.Id == id && a.Attribution!.Uai == uai).Select(a => (long?)a.AttributionId).FirstOrDefaultAsync(Ct) is not { } attribution)
        {
            return NotFound();
        }

        if (await Tenter(() => Retirer(id, version, uai)))
        {
            Message = "L’avenant est retiré : ce qui était convenu demeure.";
            return Redirect($"/avenants/proposer/{attribution}");
        }

        return Page();
    }

    async Task<IReadOnlyList<Refus>> Retirer(long id, int version, string uai)
    {
        await using var transaction = await Db.Commencer(uai, Ct);
        var avenant = await Db.Avenants.FirstAsync(a => a.Id == id, Ct);
        if (avenant.Version != version)
        {
            return [new("", $"L’avenant a changé depuis que vous l’avez lu : il est « {avenant.Etat.Libelle()} ».")];
        }

        if (avenant.Retirer() is { } refus)
        {
            return [refus];
        }

        var plume = new Plume(Db, Contexte.Auteur, uai);
        plume.Noter("avenant retiré", $"attribution:{avenant.AttributionId}", null, new { avenant = avenant.Numero });
        await plume.Enregistrer(Ct);
        await transaction.CommitAsync(Ct);
        return [];
    }
}
