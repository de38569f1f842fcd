using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Journal;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Repartition.Scenarios;

/// <summary>Les répartitions gardées sous un nom, côte à côte avec la présente.</summary>
[Acces(Role.ChefEtablissement, Role.Secretariat)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    public const int Maximum = 12, CoteACote = 4;

    [BindProperty]
    public string? Nom { get; set; }

    /// <summary>Celles que l'on compare ; sans choix, les plus récentes.</summary>
    [BindProperty(SupportsGet = true)]
    public long[] Avec { get; set; } = [];

    public Plan Plan { get; private set; } = null!;
    public IReadOnlyList<Scenario> Gardes { get; private set; } = [];
    public IReadOnlyList<Colonne> Colonnes { get; private set; } = [];
    public IReadOnlyList<LigneComparee> Lignes { get; private set; } = [];

    public Task OnGetAsync() => Charger();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Tenter(Garder))
        {
            Message = $"La répartition présente est gardée sous le nom « {Nom!.Trim()} ».";
            return Redirect("/repartition/scenarios");
        }

        await Charger();
        return Page();
    }

    public async Task<IActionResult> OnPostOublierAsync(long id)
    {
        if (await Tenter(() => Oublier(id)))
        {
            Message = "Le scénario est oublié ; la répartition présente n’a pas changé.";
            return Redirect("/repartition/scenarios");
        }

        await Charger();
        return Page();
    }

    async Task<IReadOnlyList<Refus>> Garder()
    {
        var nom = (Nom ?? "").Trim();
        if (nom.Length is 0 or > 80)
        {
            return [new(nameof(Nom), "Donnez un nom de 80 caractères au plus.")];
        }

        var (uai, annee, auteur) = (Contexte.Etablissement.Uai, Contexte.Annee, Contexte.Auteur);
        await using var transaction = await Db.Commencer(uai, Ct);
        var noms = await Db.Scenarios.Where(s => s.Uai == uai && s.Annee == annee.Debut && !s.AvantChangement).Select(s => s.Nom).ToListAsync(Ct);
        if (noms.Contains(nom, StringComparer.OrdinalIgnoreCase))
        {
            return [new(nameof(Nom), $"« {nom} » existe déjà : choisissez un autre nom, ou oubliez l’ancien.")];
        }

        if (noms.Count >= Maximum)
        {
            return [new("", $"Vous gardez déjà {Maximum} scénarios : oubliez-en un.")];
        }

        Db.Scenarios.Add(new() { Uai = uai, Annee = annee.Debut, Nom = nom, Contenu = await Scenario.Contenir(Db, uai, annee, Ct), Auteur = auteur.Nom, InstantUtc = auteur.InstantUtc });
        return await Noter("scénario gardé", nom, transaction);
    }

    async Task<IReadOnlyList<Refus>> Oublier(long id)
    {
        var (uai, annee) = (Contexte.Etablissement.Uai, Contexte.Annee.Debut);
        await using var transaction = await Db.Commencer(uai, Ct);
        if (await Db.Scenarios.FirstOrDefaultAsync(s => s.Id == id && s.Uai == uai && s.Annee == annee && !s.AvantChangement, Ct) is not { } scenario)
        {
            return [new("", "Ce scénario n’existe plus.")];
        }

        Db.Scenarios.Remove(scenario);
        return await Noter("scénario oublié", scenario.Nom, transaction);
    }

    async Task<IReadOnlyList<Refus>> Noter(string evenement, string nom, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction)
    {
        var plume = new Plume(Db, Contexte.Auteur, Contexte.Etablissement.Uai);
        plume.Noter(evenement, $"repartition:{Contexte.Annee.Debut}", null, new { nom });
        await plume.Enregistrer(Ct);
        await transaction.CommitAsync(Ct);
        return [];
    }

    async Task Charger()
    {
        Plan = await Contexte.Plan(Ct);
        var (uai, annee) = (Contexte.Etablissement.Uai, Contexte.Annee.Debut);
        Gardes = await Db.Scenarios.AsNoTracking().Where(s => s.Uai == uai && s.Annee == annee && !s.AvantChangement).OrderByDescending(s => s.Id).ToListAsync(Ct);
        var choisis = Gardes.Where(s => Avec.Length == 0 || Avec.Contains(s.Id)).Take(CoteACote - 1);
        Colonnes = [Colonne.Presente(Plan), .. choisis.Select(s => Colonne.De(Plan, s))];
        Lignes = LigneComparee.De(Colonnes, Plan);
    }
}
