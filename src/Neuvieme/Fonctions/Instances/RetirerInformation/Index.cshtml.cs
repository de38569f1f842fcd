using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Instances.RetirerInformation;

/// <summary>Retire une information enregistrée par erreur ; le journal garde ce qu'elle disait. Elle n'est qu'une alerte du droit : rien ne se fonde sur elle.</summary>
public sealed record RetirerUneInformation(long Id, string Motif)
{
    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, string uai, AnneeScolaire annee, Auteur auteur, CancellationToken ct = default)
    {
        if (string.IsNullOrWhiteSpace(Motif) || Motif.Length > 2000)
        {
            return [new(nameof(Motif), "Écrivez pourquoi cette information est retirée (2 000 caractères au plus) : le journal le garde.")];
        }

        await using var transaction = await db.Commencer(uai, ct);
        if (await db.Informations.FirstOrDefaultAsync(i => i.Id == Id && i.Uai == uai && i.Annee == annee.Debut, ct) is not { } information)
        {
            return [new("", "Cette information n’est plus enregistrée : quelqu’un l’a retirée.")];
        }

        db.Informations.Remove(information);
        await db.SaveChangesAsync(ct);
        var plume = new Plume(db, auteur, uai);
        plume.Noter("information retirée", $"information:{Id}", new { informesLe = information.InformesLe, moyen = information.MoyenEcrit }, null, Motif.Trim());
        await plume.Enregistrer(ct);
        await transaction.CommitAsync(ct);
        return [];
    }
}

[Acces(Role.ChefEtablissement)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    [BindProperty]
    public string Motif { get; set; } = "";

    public Information Information { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id) => await Charger(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(long id)
    {
        if (!await Charger(id))
        {
            return NotFound();
        }

        if (!await Tenter(() => new RetirerUneInformation(id, Motif).Executer(Db, Contexte.Etablissement.Uai, Contexte.Annee, Contexte.Auteur, Ct)))
        {
            return Page();
        }

        Message = "L’information est retirée.";
        return Redirect("/instances/informer");
    }

    async Task<bool> Charger(long id)
    {
        var (uai, annee) = (Contexte.Etablissement.Uai, Contexte.Annee.Debut);
        var information = await Db.Informations.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id && i.Uai == uai && i.Annee == annee, Ct);
        Information = information!;
        return information is not null;
    }
}
