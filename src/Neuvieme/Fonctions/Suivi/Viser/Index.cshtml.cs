using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Suivi.Viser;

/// <summary>La file du rectorat : arrêts, remplacements et annulations que des chefs demandent, avec ce que chacun change en euros.</summary>
[Acces(Role.Recteur, Role.GestionnaireRectorat)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageNeuvieme(db, contexte)
{
    /// <summary>L'interruption et la version de son attribution, telles que lues.</summary>
    [BindProperty]
    public LigneLue[] Lues { get; set; } = [];

    [BindProperty]
    public string? Motif { get; set; }

    public IReadOnlyList<LigneAViser> Lignes { get; private set; } = [];
    public DateOnly Jour => horloge.Aujourdhui;

    /// <summary>Le gestionnaire lit ; seul le recteur ou son délégataire décide.</summary>
    public bool PeutDecider => Contexte.Role == Role.Recteur;

    public Task OnGetAsync() => Charger();

    public async Task<IActionResult> OnPostAsync(bool vise)
    {
        if (!PeutDecider)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var ids = Lues.Select(l => l.Id).ToArray();
        var academie = Contexte.AcademieCode;
        var lieux = await Db.Interruptions.Where(i => ids.Contains(i.Id)).Join(Db.Attributions, i => i.AttributionId, a => a.Id, (i, a) => new { i.Id, a.Uai })
            .Join(Db.Etablissements.Where(e => e.AcademieCode == academie), x => x.Uai, e => e.Uai, (x, e) => new { x.Id, x.Uai, e.Denomination }).ToListAsync(Ct);
        if (Lues.Length == 0)
        {
            ModelState.AddModelError("", "Cochez au moins une ligne.");
        }
        else if (lieux.Count == 0)
        {
            return NotFound();
        }

        var faites = 0;
        // Une transaction par établissement : ce qui empêche l'un ne retient pas les autres, et il est nommé.
        foreach (var lieu in lieux.GroupBy(x => new { x.Uai, x.Denomination }).OrderBy(g => g.Key.Denomination, StringComparer.Ordinal))
        {
            var lignes = Lues.Where(l => lieu.Any(x => x.Id == l.Id)).Distinct().ToList();
            var refus = await Decider(lieu.Key.Uai, new ViserLesInterruptions(lignes, vise, Motif ?? ""));
            faites += refus.Count == 0 ? lignes.Count : 0;
            foreach (var r in refus.Where(r => !ModelState.Values.SelectMany(v => v.Errors).Any(e => e.ErrorMessage == r.Message)))
            {
                ModelState.AddModelError(r.Champ, r.Champ.Length > 0 ? r.Message : $"{lieu.Key.Denomination} : {r.Message}");
            }
        }

        var bilan = $"{Francais.Nombre(faites, "ligne", "lignes")} {(vise ? faites > 1 ? "visées : les échéanciers sont récrits" : "visée : l’échéancier est récrit" : faites > 1 ? "refusées : rien ne change" : "refusée : rien ne change")}. Les établissements et les personnes sont avertis.";
        if (ModelState.IsValid)
        {
            Message = bilan;
            return Redirect("/suivi/viser");
        }

        if (faites > 0)
        {
            ModelState.AddModelError("", $"Le reste est fait : {bilan}");
        }

        await Charger();
        return Page();
    }

    async Task<IReadOnlyList<Refus>> Decider(string uai, ViserLesInterruptions action)
    {
        Db.ChangeTracker.Clear();
        try
        {
            return await action.Executer(Db, Contexte.AcademieCode, uai, Contexte.Annee, Contexte.Auteur, Ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            Db.ChangeTracker.Clear();
            return [new("", "quelqu’un y travaillait au même moment. Rien n’y est décidé : relisez, puis recommencez.")];
        }
    }

    async Task Charger()
    {
        Db.ChangeTracker.Clear();
        Lignes = await LigneAViser.Lire(Db, Contexte.AcademieCode, Contexte.Annee.Debut, Jour, Ct);
    }
}
