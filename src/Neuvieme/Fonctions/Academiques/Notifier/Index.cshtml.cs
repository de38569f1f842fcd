using Microsoft.AspNetCore.Mvc;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.MissionsDirectes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Web;

namespace Neuvieme.Fonctions.Academiques.Notifier;

/// <summary>Ce que l'académie garde pour ses missions, sur ce que les établissements ne reçoivent pas (circulaire n° 2015-058, I).</summary>
[Acces(Role.GestionnaireRectorat, Role.Recteur)]
public sealed class IndexModel(NeuviemeDb db, Contexte contexte, Horloge horloge) : PageNeuvieme(db, contexte)
{
    [BindProperty]
    public string? Nombre { get; set; }

    [BindProperty]
    public string? Motif { get; set; }

    [BindProperty]
    public long Derniere { get; set; }

    public PlanDirect Plan { get; private set; } = null!;
    public Solde Solde => Plan.SoldeDe(DispositifDirect.Academique, Contexte.AcademieCode);

    public Task OnGetAsync() => Charger();

    public async Task<IActionResult> OnPostAsync()
    {
        if (NotifierDirect.Lire(Nombre, Quotite.CentimesParQuart) is not { } centimes)
        {
            ModelState.AddModelError(nameof(Nombre), "Écrivez un nombre d’IMP par quarts : 40, 7,5 ou −0,25.");
        }
        else if (await Tenter(() => new NotifierDirect(DispositifDirect.Academique, Contexte.AcademieCode, Contexte.Annee, centimes, Motif ?? "", Derniere).Executer(Db, Contexte.AcademieCode, Contexte.Auteur, Ct)))
        {
            Message = $"{MotsDesMissions.Pesee(DispositifDirect.Academique, new Montant(centimes))} pour les missions académiques de {Contexte.Annee}.";
            return Redirect("/academiques");
        }

        await Charger();
        return Page();
    }

    async Task Charger() => Plan = await PorteeAcademiques.Plan(Db, Contexte, horloge.Aujourdhui, Ct);
}
