using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Instances.Ecarter;

/// <summary>Écarte un dossier préparé qui ne servira pas ; un dossier qui a reçu un avis reste, il en est la preuve.</summary>
public sealed record EcarterDossier(long Id)
{
    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, string uai, Auteur auteur, CancellationToken ct = default)
    {
        await using var transaction = await db.Commencer(uai, ct);
        if (await db.DossiersInstance.FirstOrDefaultAsync(d => d.Id == Id && d.Uai == uai, ct) is not { } dossier)
        {
            return [new("", "Ce dossier n’est plus là : quelqu’un l’a déjà écarté.")];
        }

        if (await db.Avis.AnyAsync(a => a.DossierId == Id, ct) || await db.Informations.AnyAsync(i => i.DossierId == Id, ct))
        {
            return [new("", "Ce dossier a été présenté : il reste, il dit sur quoi l’avis porte. Si c’est une erreur, retirez d’abord ce qui s’y rattache.")];
        }

        db.DossiersInstance.Remove(dossier);
        await db.SaveChangesAsync(ct);
        var plume = new Plume(db, auteur, uai);
        plume.Noter("dossier écarté", $"dossier:{Id}", new { instance = dossier.Instance.ToString(), seance = dossier.SeanceLe, complement = dossier.EstComplement, nominatif = dossier.Noms.Length > 0 });
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }
}

[Acces(Role.ChefEtablissement, Role.Secretariat)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    public IActionResult OnGet() => Redirect("/instances");

    public async Task<IActionResult> OnPostAsync(long id)
    {
        if (!await Tenter(() => new EcarterDossier(id).Executer(Db, Contexte.Etablissement.Uai, Contexte.Auteur, Ct)))
        {
            return Page();
        }

        Message = "Le dossier est écarté.";
        return Redirect("/instances");
    }
}
