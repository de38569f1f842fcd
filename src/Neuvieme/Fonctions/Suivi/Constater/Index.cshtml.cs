using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Attributions;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Suivi.Constater;

/// <summary>Les missions ponctuelles dont le service reste à constater : une à une, ou toutes ensemble.</summary>
[Acces(Role.ChefEtablissement)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageNeuvieme(db, contexte)
{
    /// <param name="Le">Ce que la personne vient de saisir ; sinon la fin prévue, si elle est passée.</param>
    public sealed record Ligne(long Id, string Agent, string Mission, string Somme, string Periode, string Le, bool Cochee);

    [BindProperty]
    public List<long> Ids { get; set; } = [];

    [BindProperty]
    public Dictionary<long, string?> Le { get; set; } = [];

    public IReadOnlyList<Ligne> Lignes { get; private set; } = [];
    public DateOnly Jour => horloge.Aujourdhui;

    public Task OnGetAsync() => Charger();

    public async Task<IActionResult> OnPostAsync()
    {
        List<Constat> constats = [.. Ids.Select(id => new Constat(id, DateOnly.TryParseExact(Le.GetValueOrDefault(id), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var jour) ? jour : null))];
        if (await Tenter(() => new ConstaterLesServicesFaits(constats).Executer(Db, Contexte.Etablissement, Contexte.Annee, Contexte.Auteur, Ct)))
        {
            Message = constats.Count == 1 ? "Le service fait est constaté ; le versement est programmé." : $"{constats.Count} services faits sont constatés ; leurs versements sont programmés.";
            return Redirect("/suivi");
        }

        await Charger();
        return Page();
    }

    async Task Charger()
    {
        var plan = await Contexte.Plan(Ct);
        Lignes = [.. plan.Missions.Where(m => m.Duree == Duree.Ponctuelle).SelectMany(m => m.Attributions, (m, a) => (m, a)).Where(x => x.a is { Etat: EtatAttribution.Validee, ServiceFaitLe: null })
            .OrderBy(x => x.m.Fin ?? DateOnly.MaxValue).ThenBy(x => x.a.Agent?.NomPourListe, StringComparer.Ordinal)
            .Select(x => new Ligne(x.a.Id, plan.NomDistinct(x.a.Agent), x.m.Intitule, Rendu.TroisNoms(x.a.Montant, plan.Annee.PremierJour), x.m.DureeEcrite,
                Le.GetValueOrDefault(x.a.Id) ?? (x.m.Fin is { } fin && fin <= Jour ? fin.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : ""), Ids.Count > 0 ? Ids.Contains(x.a.Id) : x.m.Fin <= Jour))];
    }
}
