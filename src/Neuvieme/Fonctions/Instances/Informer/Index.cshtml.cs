using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Repartition;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Instances.Informer;

[Acces(Role.ChefEtablissement, Role.Secretariat)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte) : PageNeuvieme(db, contexte)
{
    [BindProperty]
    [Required(ErrorMessage = "Indiquez quand les enseignants ont été informés.")]
    public DateOnly? InformesLe { get; set; }

    [BindProperty]
    public MoyenInformation Moyen { get; set; }

    [BindProperty]
    public string? Precision { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? DossierId { get; set; }

    [BindProperty]
    public string? Lu { get; set; }

    public Plan Plan { get; private set; } = null!;
    public IReadOnlyList<LignePresentee> Lignes { get; private set; } = [];
    public IReadOnlyList<DossierListe> Notes { get; private set; } = [];
    public IReadOnlyList<Ecart> Ecarts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        await Charger();
        if (!Noms.SansConseils(Plan))
        {
            return Redirect("/instances");
        }

        var choisie = Notes.FirstOrDefault(d => d.Id == DossierId) ?? (Notes.Count > 0 ? Notes[^1] : null);
        DossierId = choisie?.Id;
        InformesLe = choisie?.SeanceLe <= Plan.Jour ? choisie.SeanceLe : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        // Le secrétariat lit et prépare la note ; dire que les enseignants sont informés est l'acte du chef.
        if (!Contexte.Decide)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var action = new InformerEnseignants(InformesLe ?? default, Moyen, Precision ?? "", DossierId, Lu);
        if (await Tenter(() => action.Executer(Db, Contexte.Etablissement, Contexte.Annee, Contexte.Auteur, Ct)))
        {
            Message = "L’information des enseignants est enregistrée ; ce qui leur a été dit est figé.";
            return Redirect("/instances/informer");
        }

        await Charger();
        return Page();
    }

    async Task Charger()
    {
        Plan = await Contexte.Plan(Ct);
        Lignes = PlanPresente.De(Plan);
        Ecarts = PlanPresente.Ecarts(Plan, Instance.Enseignants);
        Notes = [.. (await DossierListe.Lire(Db, Contexte, Ct)).Where(d => d.Instance == Instance.Enseignants && d.InformationId is null)];
    }
}
