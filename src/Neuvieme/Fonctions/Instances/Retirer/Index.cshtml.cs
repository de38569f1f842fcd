using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Instances.Retirer;

/// <summary>Retire un avis enregistré par erreur, en disant pourquoi ; le journal garde ce qu'il disait. Un avis qui fonde une proposition ne se retire plus.</summary>
public sealed record RetirerAvis(long Id, string Motif)
{
    public async Task<IReadOnlyList<Refus>> Executer(NeuviemeDb db, string uai, AnneeScolaire annee, Auteur auteur, CancellationToken ct = default)
    {
        if (string.IsNullOrWhiteSpace(Motif) || Motif.Length > 2000)
        {
            return [new(nameof(Motif), "Écrivez pourquoi cet avis est retiré (2 000 caractères au plus) : le journal le garde.")];
        }

        await using var transaction = await db.Commencer(uai, ct);
        if (await db.Avis.FirstOrDefaultAsync(a => a.Id == Id && a.Uai == uai && a.Annee == annee.Debut, ct) is not { } avis)
        {
            return [new("", "Cet avis n’est plus enregistré : quelqu’un l’a retiré.")];
        }

        var presentees = AvisVu.De(avis).Missions.Keys.ToArray();
        // Proposée avant qu'il soit enregistré, une attribution ne se fonde pas sur lui, même daté d'avant : c'est une faute de saisie, qui se retire.
        EtatAttribution[] fondees = [EtatAttribution.Proposee, EtatAttribution.ARectifier, EtatAttribution.Validee];
        if (await db.Attributions.AnyAsync(a => presentees.Contains(a.MissionId) && fondees.Contains(a.Etat) && a.ProposeeLe >= avis.InstantUtc, ct))
        {
            return [new("", "Des missions présentées à cette séance sont déjà proposées ou validées : cet avis les fonde, il ne se retire plus.")];
        }

        db.Avis.Remove(avis);
        await db.SaveChangesAsync(ct);
        var plume = new Plume(db, auteur, uai);
        plume.Noter("avis retiré", $"avis:{avis.Id}", new { instance = avis.Instance.ToString(), renduLe = avis.RenduLe, sens = avis.Sens.ToString(), pour = avis.Pour, contre = avis.Contre }, null, Motif.Trim());
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

    public Avis Avis { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id) => await Charger(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(long id)
    {
        if (!await Charger(id))
        {
            return NotFound();
        }

        if (!await Tenter(() => new RetirerAvis(id, Motif).Executer(Db, Contexte.Etablissement.Uai, Contexte.Annee, Contexte.Auteur, Ct)))
        {
            return Page();
        }

        Message = "L’avis est retiré. Enregistrez le bon, s’il y en a un.";
        return Redirect("/instances");
    }

    async Task<bool> Charger(long id)
    {
        var (uai, annee) = (Contexte.Etablissement.Uai, Contexte.Annee.Debut);
        var avis = await Db.Avis.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id && a.Uai == uai && a.Annee == annee, Ct);
        Avis = avis!;
        return avis is not null;
    }
}
