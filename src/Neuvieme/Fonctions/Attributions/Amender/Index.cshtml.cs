using Microsoft.AspNetCore.Mvc;
using Neuvieme.Droit.ImpSecondDegre;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Attributions.Amender;

[Acces(Role.ChefEtablissement)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    [FromRoute(Name = "id")]
    public long Id { get; set; }

    [BindProperty]
    public LigneLue Ligne { get; set; }

    [BindProperty]
    public SaisieMission Saisie { get; set; } = new();

    [BindProperty]
    public string? Justification { get; set; }

    [BindProperty]
    public string? Motif { get; set; }

    public Dossier Dossier { get; private set; } = null!;
    public FicheMission? Fiche => Nomenclature.DeCode(Dossier.Mission.Code);

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await Charger())
        {
            return NotFound();
        }

        (Saisie, Justification, Ligne) = (SaisieMission.De(Dossier.Mission), Dossier.Attribution.Justification, LigneLue.De(Dossier.Attribution));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        // La ligne vient du formulaire : elle ne désigne que la proposition de cette page.
        if (!await Charger() || Ligne.Id != Id)
        {
            return NotFound();
        }

        if (await Tenter(() => new AmenderProposition(Ligne, Saisie.Besoin, Justification ?? "", Motif ?? "").Executer(Db, Contexte.Etablissement, Contexte.Annee, Contexte.Auteur, Ct)))
        {
            Message = "La proposition est corrigée : le rectorat lit l’ancien et le nouveau, avec votre motif.";
            return Redirect("/attributions");
        }

        Saisie.Code = Dossier.Mission.Code;
        return await Charger() ? Page() : NotFound();
    }

    async Task<bool> Charger()
    {
        var plan = await Contexte.Plan(Ct);
        if (plan.Missions.SelectMany(m => m.Attributions, (m, a) => (m, a)).FirstOrDefault(x => x.a.Id == Id) is not ({ } mission, { } attribution))
        {
            return false;
        }

        Dossier = new(mission, attribution, plan.Controler(mission, attribution));
        return true;
    }
}
